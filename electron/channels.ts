/** The channels between the window and the main process, for the side that answers. The preload writes them out: it may import nothing at run time. */
export type Channels = {
  call: 'hengtong:call'
  change: 'hengtong:change'
  coreState: 'hengtong:coreState'
  saveFile: 'hengtong:saveFile'
  setTheme: 'hengtong:setTheme'
}

/** How a call comes back to the preload; `unreachable` becomes a rejected promise for the page. */
export type Answered<T> = T | { ok: false; unreachable: true }
