// The build puts the names alone in the place of this file (vite.electron.config.ts): the window must not wait for the shapes of all operations.
export { isOperationName } from '../../shared/operations/index.ts'
