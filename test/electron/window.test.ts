import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseFolders } from '../../electron/dataFolder.ts'
import { readWindowMemory, writeWindowMemory } from '../../electron/windowMemory.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, '../../electron', name), 'utf8')

/** What is wrong with the options of a window, by their text (§2.1 points 2, 3, 4, 6, 8-11). */
function windowProblems(text: string): string[] {
  const wanted = {
    nodeIntegration: 'false',
    nodeIntegrationInWorker: 'false',
    nodeIntegrationInSubFrames: 'false',
    contextIsolation: 'true',
    sandbox: 'true',
    webviewTag: 'false',
  }
  const problems = Object.entries(wanted)
    .filter(([name, value]) => !new RegExp(`\\b${name}: ${value}\\b`).test(text))
    .map(([name]) => name)
  const never = [
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'enableRemoteModule',
  ]
  return [...problems, ...never.filter((name) => text.includes(name))]
}

test('the window runs without Node, isolated, in the sandbox, with nothing loosened', () => {
  expect(windowProblems(source('window.ts'))).toEqual([])
  const main = source('main.ts')
  expect(main).toContain('app.enableSandbox()')
  expect(main).toContain('requestSingleInstanceLock()')
})

test('a loosened window would be found', () => {
  const text = source('window.ts')
  for (const [from, to] of [
    ['nodeIntegration: false', 'nodeIntegration: true'],
    ['contextIsolation: true', 'contextIsolation: false'],
    ['sandbox: true', 'sandbox: false'],
    ['webviewTag: false', 'webviewTag: true'],
    ['spellcheck: false', 'webSecurity: false'],
  ] as const) {
    expect(text).toContain(from)
    expect(windowProblems(text.replace(from, to)), to).not.toEqual([])
  }
})

/** What is wrong with a preload, by its text (§2.1 point 20). */
function preloadProblems(text: string): string[] {
  const calls = [...text.matchAll(/ipcRenderer\.(\w+)\(([^,)]*)/g)]
  const open = calls.filter(([, , channel]) => !/^'hengtong:\w+'$/.test(channel!)).map(([call]) => call)
  const exposed = [...text.matchAll(/exposeInMainWorld\('(\w+)'/g)].map(([, name]) => name)
  const bare = /exposeInMainWorld\([^)]*ipcRenderer|: ipcRenderer|send: |invoke: /.test(text)
    ? ['bare ipcRenderer']
    : []
  return [...open, ...bare, ...(exposed.join() === 'hengtong' ? [] : ['exposes something else'])]
}

test('the preload gives the page named functions on written-out channels and nothing else', () => {
  const text = source('preload.ts')
  expect(preloadProblems(text)).toEqual([])
  expect(preloadProblems(text.replace("'hengtong:call'", 'channel'))).not.toEqual([])
  expect(preloadProblems(`${text}\ncontextBridge.exposeInMainWorld('more', { send: ipcRenderer.send })`)).not.toEqual(
    [],
  )
  // Whatever is imported at run time would be a second file, which a sandboxed preload cannot load.
  const imports = text.split('\n').filter((each) => each.startsWith('import ') && !each.startsWith('import type'))
  expect(imports).toEqual(["import { contextBridge, ipcRenderer } from 'electron'"])
})

test('the data folder is the one named, else the one set for this computer, else the usual one', () => {
  expect(chooseFolders(['--data', '/a'], '/b', '/apps', null).data).toBe('/a')
  expect(chooseFolders(['--data=/a'], '/b', '/apps', null).data).toBe('/a')
  expect(chooseFolders([], '/b', '/apps', null).data).toBe('/b')
  expect(chooseFolders([], '', '/apps', null)).toEqual({
    data: '/apps/hengtong-booking',
    window: '/apps/hengtong-booking-window',
  })
  expect(chooseFolders([], undefined, '/apps', '/profile')).toEqual({ data: '/profile', window: '/profile' })
})

test('two data folders are two windows with a memory of their own', () => {
  const one = chooseFolders(['--data', '/a'], undefined, '/apps', null)
  const other = chooseFolders(['--data', '/b'], undefined, '/apps', null)
  expect(one.window).not.toBe(other.window)
})

test('the window remembers its place and colours; a spoilt memory is a first start', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hengtong-window-')), 'deep/window.json')
  const first = readWindowMemory(file)
  expect(first).toMatchObject({ bounds: null, maximized: false })
  const memory = {
    bounds: { x: 1, y: 2, width: 1200, height: 800 },
    maximized: true,
    background: '#191D23',
    symbols: '#B7BFCB',
  }
  writeWindowMemory(file, memory)
  expect(readWindowMemory(file)).toEqual(memory)
  for (const spoilt of ['', '{"bounds":', '[]', 'null', '{"bounds":{"x":"a"},"background":"red"}']) {
    writeFileSync(file, spoilt)
    expect(readWindowMemory(file)).toEqual(first)
  }
})
