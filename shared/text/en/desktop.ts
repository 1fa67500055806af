import type { desktop as zh } from '../zh/desktop.ts'

export const desktop: typeof zh = {
  cannotOpen: 'The data cannot be opened for now',
  cannotOpenHint: 'Nothing has been changed',
  coreStopped: 'The local service did not start',
  coreStoppedHint:
    'Try once more; if it still fails, send the records in the logs folder of the data to whoever maintains this',
  retry: 'Try again',
  quit: 'Quit',
  openOutside: 'Open this address with another program',
  open: 'Open',
  cancel: 'Cancel',
  saveAs: 'Save file',
  notSaved: 'The file was not saved',
  nodeTooOld: 'Node {{found}} is too old, {{needs}} or newer is needed: run npm ci, then start through npm',
  menu: { app: 'Hengtong Booking', edit: 'Edit', view: 'View', window: 'Window' },
}
