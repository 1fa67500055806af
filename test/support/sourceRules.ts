import { posix } from 'node:path'

/** Which parts of the house may know which: files by the beginning of their path, the longest that fits counts. Type imports are imports. */
type Room = { files: readonly string[]; packages: readonly string[] }
const node = 'node:'
const shell = ['electron/', 'shared/', 'package.json']

export const rooms: Readonly<Record<string, Room>> = {
  'shared/': { files: ['shared/'], packages: ['zod', 'date-fns', '@date-fns/tz', 'pinyin-pro'] },
  'electron/': { files: shell, packages: ['electron', 'zod', node] },
  'electron/preload.ts': { files: ['shared/', 'electron/channels.ts'], packages: ['electron'] },
  'electron/cli/': {
    files: [
      'electron/cli/',
      'electron/core/',
      'electron/storage/',
      'electron/transports/',
      'electron/files/',
      'shared/',
    ],
    packages: [node],
  },
  'electron/core/': {
    files: ['electron/core/', 'electron/storage/', 'electron/files/', 'electron/transports/events.ts', 'shared/'],
    packages: ['zod', node],
  },
  'electron/storage/': { files: ['electron/storage/', 'shared/'], packages: ['better-sqlite3', node] },
  'electron/files/': { files: ['electron/files/', 'shared/'], packages: ['csv-parse', 'exceljs', 'ical.js', node] },
  'electron/transports/': {
    files: [
      'electron/transports/',
      'electron/core/coreTypes.ts',
      'electron/appProtocol.ts',
      'electron/channels.ts',
      'shared/',
    ],
    packages: ['electron', 'hono', '@hono/node-server', 'zod', node],
  },
  'renderer/': {
    files: ['renderer/', 'shared/'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      '@rc-component/picker',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'date-fns',
      'echarts',
      'i18next',
      'react-i18next',
      'pinyin-pro',
      'zod',
    ],
  },
}

/** Folders of renderer/ that every feature may use; any other folder is a feature and knows no other feature. */
const common = ['api', 'app', 'ui']

/** Files over 300 lines, each with the reason why it stays whole. */
export const longFiles: Readonly<Record<string, string>> = {
  'shared/text/zh/bookings.ts': 'a catalogue of words, one area in one file',
  'shared/text/en/bookings.ts': 'a catalogue of words, one area in one file',
  'test/core/bookings.test.ts': 'the life of a booking from making to undoing, told in order',
  'test/text/explain.test.ts': 'a sample of every refusal there is, in both languages',
  'test/files/write.test.ts': 'every written format against the same bookings',
  'test/transports/shell.test.ts': 'every route against the same portal',
}
const MAX_LINES = 300

/** Chinese in a component that is no visible word of the interface, with the reason. */
export const chineseAllowed: Readonly<Record<string, string>> = {}

/** Places that may read the environment: where a process begins. */
const roots = ['electron/main.ts', 'electron/cli.ts', 'electron/coreMain.ts']

/** Electron itself is known to the files of the desktop shell alone. */
const knowElectron = /^electron\/(main|window|menu|preload|dialogs|saveFile|security|coreChild|transports\/ipc)\.ts$/

/** Everything wrong with one source file; empty when it keeps the laws of the house. */
export function problemsOf(path: string, text: string): string[] {
  const code = withoutComments(text)
  const lines = text.split('\n').length - 1
  const source = /^(shared|electron|renderer)\//.test(path)
  const problems = source ? importsOf(code).flatMap((name) => importProblem(path, name)) : []
  const when = (wrong: boolean, problem: string) => {
    if (wrong) problems.push(problem)
  }
  when(lines > MAX_LINES && longFiles[path] === undefined, `${lines} lines without a reason`)
  if (!source) return problems
  const timeless = path.startsWith('shared/') || path.startsWith('electron/core/handlers/')
  when(timeless && /\bDate\.now\b|\bnew Date\(/.test(code), 'reads a clock or makes a Date')
  when(path !== 'electron/transports/ipc.ts' && /\bipcMain\s*\./.test(code), 'listens to the window beside ipc.ts')
  when(!path.startsWith('electron/storage/') && hasSql(code), 'has SQL outside storage')
  when(!roots.includes(path) && /\bprocess\s*\.\s*env\b|\benv\s*}\s*=\s*process\b/.test(code), 'reads the environment')
  when(path.startsWith('shared/') && reachesOut(code), 'reaches outside itself')
  when(
    path.endsWith('.tsx') && !(path in chineseAllowed) && /\p{Script=Han}/u.test(code),
    'has visible words of its own',
  )
  return problems
}

/** What a file imports, by name: static, dynamic and re-exported, types included. */
export function importsOf(code: string): string[] {
  const ways =
    /(?:(?:^|\n)\s*(?:import|export)\s[^'"=();]*?\bfrom\s+|\bimport\s*\(\s*|(?:^|\n)import\s+)(['"])([^'"\n]+)\1/g
  return [...code.matchAll(ways)].map(([, , name]) => name!)
}

function importProblem(path: string, name: string): string[] {
  const [, room] = Object.entries(rooms)
    .filter(([start]) => path.startsWith(start))
    .sort(([one], [other]) => other.length - one.length)[0]!
  if (!name.startsWith('.')) {
    if (name === 'electron' && !knowElectron.test(path)) return ['imports electron']
    const known = room.packages.some((each) =>
      each === node ? name.startsWith(node) : name === each || name.startsWith(`${each}/`),
    )
    return known ? [] : [`imports ${name}`]
  }
  const target = posix.normalize(posix.join(posix.dirname(path), name))
  if (!room.files.some((start) => target.startsWith(start))) return [`imports ${target}`]
  const [own, other] = [featureOf(path), featureOf(target)]
  if (own !== null && other !== null && own !== other) return [`imports another feature: ${target}`]
  return common.includes(folderOf(path)) && folderOf(path) !== 'app' && other !== null ? [`imports ${target}`] : []
}

function folderOf(path: string): string {
  return /^renderer\/([^/]+)\//.exec(path)?.[1] ?? ''
}

function featureOf(path: string): string | null {
  const folder = folderOf(path)
  return folder === '' || common.includes(folder) ? null : folder
}

function hasSql(code: string): boolean {
  return /\b(SELECT\s[^;'"`]*\sFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|TRIGGER)|BEGIN IMMEDIATE)\b/.test(
    code,
  )
}

function reachesOut(code: string): boolean {
  return /(?<![\w.])(process\.|require\(|__dirname\b|fetch\(|document\.|localStorage\b|navigator\.|setTimeout\(|setInterval\(|globalThis\b)|\bMath\.random\b/.test(
    code,
  )
}

/** The text without its comments; strings stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;,{}()])\/\/[^\n]*/g, '')
}
