import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CoreState } from '../shared/bridge.ts'
import type { Change } from '../shared/operations/index.ts'
import type { Reply } from '../shared/result.ts'
import type { Answered } from './channels.ts'

// Only named functions reach the page, each on one written-out channel; events of Electron never do (reliability.md §2.1 point 20).
const bridge: Bridge = {
  async call(operation, input, requestId) {
    const answer = (await ipcRenderer.invoke('hengtong:call', operation, input, requestId)) as Answered<Reply<unknown>>
    if ('unreachable' in answer) throw new Error('unreachable')
    return answer
  },
  onChange(listener) {
    const hear = (_event: unknown, change: Change) => listener(change)
    ipcRenderer.on('hengtong:change', hear)
    return () => void ipcRenderer.removeListener('hengtong:change', hear)
  },
  onCoreState(listener) {
    const hear = (_event: unknown, state: CoreState) => listener(state)
    ipcRenderer.on('hengtong:coreState', hear)
    return () => void ipcRenderer.removeListener('hengtong:coreState', hear)
  },
  async saveFile(jobId) {
    return (await ipcRenderer.invoke('hengtong:saveFile', jobId)) === true
  },
  setTheme(theme) {
    ipcRenderer.send('hengtong:setTheme', { mode: theme.mode, background: theme.background, symbols: theme.symbols })
  },
}

contextBridge.exposeInMainWorld('hengtong', bridge)
