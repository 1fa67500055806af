import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UtilityProcess } from 'electron'
import type { Child } from './coreProcess.ts'
import type { FromCore } from './coreMessages.ts'

/** The database's native part speaks Node-API 10; an older runtime would crash in it without a word. */
const NODE_API = 10

export type CoreFiles = {
  /** dist/core.cjs */
  script: string
  /** Folders in which a Node of the right age may lie, for a runtime that is too old itself. */
  nodes: readonly string[]
  folder: string
  version: string
  /** Of the main process. */
  environment?: NodeJS.ProcessEnv
}

type Fork = (script: string, args: string[], options: object) => UtilityProcess

/** Whether the core is a child with Node here, which can be started before Electron is ready. */
export const coreIsNode = (nodeApi = Number(process.versions['napi'])): boolean => nodeApi < NODE_API

/** Starts the core: as a utility process of Electron, or with the pinned Node where Electron's own is too old for the database. */
export function startCore(files: CoreFiles, utilityFork: Fork, nodeApi = Number(process.versions['napi'])): Child {
  const args = ['--data', files.folder, '--app-version', files.version]
  return coreIsNode(nodeApi) ? inNode(files, args) : inUtility(files.script, args, utilityFork)
}

function inUtility(script: string, args: string[], utilityFork: Fork): Child {
  const child = utilityFork(script, args, { serviceName: 'Hengtong core', stdio: 'ignore' })
  return {
    say: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}

function inNode({ script, nodes, environment }: CoreFiles, args: string[]): Child {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const execPath = nodes.map((folder) => join(folder, name)).find((file) => existsSync(file))
  // A Node that is not Electron's cannot read inside an archive: there the core lies unpacked beside it.
  const unpacked = script.replace('app.asar', 'app.asar.unpacked')
  const file = existsSync(unpacked) ? unpacked : script
  // Compiled once and kept beside the program, where only those can write who can write the program; elsewhere it is compiled at each start.
  const compiled = join(dirname(file), 'compiled')
  const child = fork(file, args, {
    ...(environment === undefined ? {} : { env: { ...environment, NODE_COMPILE_CACHE: compiled } }),
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(execPath === undefined ? {} : { execPath }),
  })
  let ended = false
  return {
    say: (message) => void (child.connected && child.send(message, () => {})),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => {
      const once = () => {
        if (ended) return
        ended = true
        listener()
      }
      child.once('exit', once)
      child.once('error', once)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
