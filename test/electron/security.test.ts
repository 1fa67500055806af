import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import { guardContents, isDriven, lockSession, mayLoad, mayOpenOutside } from '../../electron/security.ts'

/** reliability.md §2.4 */
const hostile = [
  'file:///etc/passwd',
  'FILE:\\\\host\\share\\x.exe',
  'smb://host/share',
  'javascript:alert(1)',
  '\t javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'ms-msdt:/id',
  'search-ms:query=x',
  'app://evil/',
  'https://ours@attacker.com',
  'https://ours%00.attacker.com',
  'http://[::1]:9229/json',
  'http://example.com/',
  `https://example.com/${'a'.repeat(1_000_000)}`,
  'https:example.com',
  'https://exa\nmple.com/',
  'mailto:a@example.com?attach=/etc/passwd',
  'mailto:a@example.com,b@example.com',
  '',
]

test('no hostile address is given to another program', () => {
  expect(hostile.filter(mayOpenOutside)).toEqual([])
})

test('a plain https or mailto address may be opened, after the person has seen it', () => {
  for (const plain of ['https://example.com/a?b=c#d', 'https://例子.example/'.normalize(), 'mailto:desk@example.com'])
    if (/^[ -~]+$/.test(plain)) expect(mayOpenOutside(plain), plain).toBe(true)
})

test('the network layer fetches our own files and nothing else', () => {
  expect(mayLoad('app://hengtong/index.html', false)).toBe(true)
  expect(mayLoad('blob:app://hengtong/3f2a', false)).toBe(true)
  for (const strange of [
    'https://ours.attacker.com/',
    'http://127.0.0.1:9229/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'blob:https://attacker.com/1',
    'app://evil/x.js',
    'devtools://devtools/bundled/inspector.html',
  ])
    expect(mayLoad(strange, false), strange).toBe(false)
  expect(mayLoad('devtools://devtools/bundled/inspector.html', true)).toBe(true)
})

test('a session grants no permission, no device, no screen and no download from elsewhere', () => {
  const events = new EventEmitter()
  const asked: Record<string, (...args: never[]) => unknown> = {}
  const note = (name: string) => (handler: (...args: never[]) => unknown) => void (asked[name] = handler)
  lockSession(
    {
      setPermissionRequestHandler: note('request'),
      setPermissionCheckHandler: note('check'),
      setDevicePermissionHandler: note('device'),
      setDisplayMediaRequestHandler: note('screen'),
      webRequest: { onBeforeRequest: note('fetch') },
      on: events.on.bind(events),
    } as unknown as Session,
    false,
  )
  for (const permission of ['geolocation', 'notifications', 'media', 'midi', 'clipboard-read']) {
    let granted: unknown = null
    asked['request']!(null as never, permission as never, ((answer: boolean) => (granted = answer)) as never)
    expect(granted, permission).toBe(false)
    expect(asked['check']!(null as never, permission as never)).toBe(false)
  }
  expect(asked['device']!({} as never)).toBe(false)
  const fetched = (url: string) => {
    let answer: unknown = null
    asked['fetch']!({ url } as never, ((given: unknown) => (answer = given)) as never)
    return answer
  }
  expect(fetched('https://example.com/')).toEqual({ cancel: true })
  expect(fetched('app://hengtong/index.html')).toEqual({ cancel: false })
  const stopped = (url: string) => {
    let prevented = false
    events.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url })
    return prevented
  }
  expect([stopped('https://example.com/x.exe'), stopped('blob:app://hengtong/1')]).toEqual([true, false])
})

test('any contents stay on our pages, open no window and hold no webview (§2.1 points 12-14)', () => {
  const app = new EventEmitter()
  const asked: string[] = []
  const loaded: string[] = []
  guardContents(app as unknown as App, (address) => asked.push(address))
  let open: (details: { url: string }) => unknown = () => null
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof open) => (open = handler),
    loadURL: (url: string) => (loaded.push(url), Promise.resolve()),
  })
  app.emit('web-contents-created', {}, contents)
  const prevented = (name: string, url: string) => {
    let stopped = false
    contents.emit(name, { url, preventDefault: () => (stopped = true) })
    return stopped
  }
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    for (const url of [...hostile, 'https://ours.attacker.com'])
      expect(prevented(name, url), `${name} ${url}`).toBe(true)
    expect(prevented(name, 'app://hengtong/index.html'), name).toBe(false)
  }
  expect(prevented('will-attach-webview', 'app://hengtong/index.html')).toBe(true)
  // What Chromium shows for an address that cannot be read.
  contents.emit('did-navigate', {}, 'app://hengtong/index.html')
  expect(loaded).toEqual([])
  contents.emit('did-navigate', {}, 'about:blank#blocked')
  expect(loaded).toEqual(['app://hengtong/index.html'])
  for (const url of hostile) expect(open({ url })).toEqual({ action: 'deny' })
  expect(asked).toEqual([])
  expect(open({ url: 'https://example.com/help' })).toEqual({ action: 'deny' })
  expect(asked).toEqual(['https://example.com/help'])
})

test('switches by which another program could drive the shipped app are known', () => {
  for (const arg of ['--remote-debugging-port=9222', '--remote-debugging-pipe', '--inspect', '--inspect-brk=0'])
    expect(isDriven([arg]), arg).toBe(true)
  expect(isDriven(['--data', '/home/x', '--no-sandbox'])).toBe(false)
})
