import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { longFiles, problemsOf } from './support/sourceRules.ts'

const root = join(import.meta.dirname, '..')
const houses = ['shared', 'electron', 'renderer', 'test', 'build']
const files = houses.flatMap((house) =>
  readdirSync(join(root, house), { recursive: true, encoding: 'utf8' })
    .map((name) => `${house}/${name.split(sep).join('/')}`)
    .filter((name) => /\.(tsx?|mjs|cjs)$/.test(name) && !name.includes('/node_modules/')),
)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('every file keeps the laws of the house: who imports whom, how long, no clock, no SQL, no environment out of place', () => {
  expect(files.length).toBeGreaterThan(200)
  const broken = files.flatMap((path) => problemsOf(path, read(path)).map((problem) => `${path}: ${problem}`))
  expect(broken).toEqual([])
})

test('a reason for length is given only for files that need it', () => {
  const needless = Object.keys(longFiles).filter(
    (path) => !files.includes(path) || read(path).split('\n').length <= 301,
  )
  expect(needless).toEqual([])
})

/** One violation of each law, and where it would be one. */
const violations: readonly [path: string, text: string, problem: string][] = [
  ['shared/a.ts', "import { readFile } from 'node:fs'", 'imports node:fs'],
  ['shared/a.ts', "import type { Core } from '../electron/core/coreTypes.ts'", 'imports electron/core/coreTypes.ts'],
  ['shared/a.ts', "export * from '../renderer/ui/text.ts'", 'imports renderer/ui/text.ts'],
  ['shared/a.ts', "import fs from 'fs'", 'imports fs'],
  ['shared/a.ts', 'const now = Date.now()', 'reads a clock or makes a Date'],
  ['electron/core/handlers/a.ts', 'const at = new Date(0)', 'reads a clock or makes a Date'],
  ['shared/a.ts', "document.title = ''", 'reaches outside itself'],
  ['shared/a.ts', 'const chance = Math.random()', 'reaches outside itself'],
  ['shared/a.ts', 'const home = process.env', 'reads the environment'],
  ['electron/core/a.ts', 'const { env } = process', 'reads the environment'],
  ['electron/core/a.ts', "import { app } from 'electron'", 'imports electron'],
  ['electron/storage/a.ts', "import { judge } from '../core/core.ts'", 'imports electron/core/core.ts'],
  ['electron/files/a.ts', "import Database from 'better-sqlite3'", 'imports better-sqlite3'],
  ['electron/core/a.ts', 'db.prepare(`SELECT id\n FROM booking`)', 'has SQL outside storage'],
  ['electron/cli/a.ts', "db.exec('DELETE FROM booking')", 'has SQL outside storage'],
  ['electron/window.ts', 'ipcMain.handle(name, work)', 'listens to the window beside ipc.ts'],
  [
    'renderer/board/a.tsx',
    "import type { Core } from '../../electron/core/coreTypes.ts'",
    'imports electron/core/coreTypes.ts',
  ],
  [
    'renderer/board/a.tsx',
    "const Late = lazy(() => import('../reports/Page.tsx'))",
    'imports another feature: renderer/reports/Page.tsx',
  ],
  ['renderer/ui/a.tsx', "import { Board } from '../board/Board.tsx'", 'imports renderer/board/Board.tsx'],
  ['renderer/board/a.tsx', 'const label = <b>预约</b>', 'has visible words of its own'],
  ['renderer/board/a.tsx', '\n'.repeat(301), '301 lines without a reason'],
]

test.each(violations)('a violation in %s would be found: %s', (path, text, problem) => {
  expect(problemsOf(path, text)).toContain(problem)
})

test('what only looks like a violation is none', () => {
  expect(problemsOf('shared/a.ts', '// Date.now() is read elsewhere\nconst window = { from: 1 }')).toEqual([])
  expect(problemsOf('renderer/board/a.tsx', '{/* 预约 */}\nimport { t } from "../ui/text.ts"')).toEqual([])
  expect(problemsOf('renderer/app/a.tsx', "import { Board } from '../board/Board.tsx'")).toEqual([])
})

test('the top of the repository is the one that was agreed', () => {
  const made = ['node_modules', 'dist', 'release', 'coverage', 'test-results']
  const top = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name))
  const agreed = [
    'README.md',
    'build',
    'electron',
    'package-lock.json',
    'package.json',
    'renderer',
    'shared',
    'test',
    'tsconfig.json',
  ]
  expect(top.filter((name) => !agreed.includes(name))).toEqual([])
})

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"/)
})
