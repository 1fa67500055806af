import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './paths.mjs'

const bin = (name) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const code = ['build', 'electron', 'renderer', 'shared', 'test']

/** Counts of what was checked, added up to the one last line. */
export const nothing = { passed: 0, failed: 0, skipped: 0 }
export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})
export const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Runs a program of node_modules/.bin from the root; answers whether it succeeded and what it wrote. */
export function run(name, args, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(bin(name), args, {
      cwd: root,
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
      shell: process.platform === 'win32',
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    child.stdout?.on('data', (data) => (text += String(data)))
    child.stderr?.on('data', (data) => (text += String(data)))
    child.once('error', (error) => resolve({ ok: false, text: error.message }))
    child.once('exit', (exit) => resolve({ ok: exit === 0, text }))
  })
}

/** Prints how a check ended, with its words only when it failed, and counts it as one. */
async function one(title, work) {
  const start = Date.now()
  const { ok, text } = await work()
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`)
  if (!ok) process.stdout.write(`${text.trimEnd()}\n`)
  return ok ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

const environments = ['shared', 'electron', 'renderer', 'test']

/** The checks that run no code of ours, by name. */
export const checks = {
  async types() {
    let counts = nothing
    for (const each of await Promise.all(
      environments.map((name) => one(`types of ${name}`, () => run('tsc', ['-p', `build/tsconfig.${name}.json`]))),
    ))
      counts = add(counts, each)
    return counts
  },
  lint: () => one('lint', () => run('oxlint', ['--type-aware', '--deny-warnings', ...code])),
  format: () => one('format', () => run('oxfmt', ['--check', ...code])),
  lock: () => one('lock file', () => Promise.resolve(lockProblems(readJson('package-lock.json')))),
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** The lock names no registry, and has an entry for every platform: npm 11 and 12 refuse it otherwise. */
export function lockProblems({ packages }) {
  const problems = []
  for (const [key, value] of Object.entries(packages)) {
    if (value.resolved) problems.push(`${key} names where it came from`)
    for (const other of Object.keys(value.optionalDependencies ?? {})) {
      if (!packages[`${key}/node_modules/${other}`] && !packages[`node_modules/${other}`])
        problems.push(`${key} misses ${other}`)
    }
  }
  return { ok: problems.length === 0, text: problems.join('\n') }
}

/** Runs tests and counts them; a file that could not even be loaded counts as one failure. */
export async function vitest(title, { config = 'vitest.config.ts', paths = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hengtong-tests-'))
  const report = join(folder, 'report.json')
  const start = Date.now()
  try {
    const { ok } = await run(
      'vitest',
      ['run', '-c', `build/${config}`, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...paths],
      { env, show: true },
    )
    if (!existsSync(report)) return { ...nothing, failed: 1 }
    const seen = JSON.parse(readFileSync(report, 'utf8'))
    const unloaded = seen.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    ).length
    const counts = {
      passed: seen.numPassedTests,
      failed: seen.numFailedTests + unloaded,
      skipped: seen.numPendingTests + seen.numTodoTests,
    }
    // An error outside any test (an unhandled rejection) fails the run although every test passed.
    if (!ok && counts.failed === 0) counts.failed = 1
    process.stdout.write(
      `${ok ? 'ok  ' : 'FAIL'} ${title}: ${line(counts)} (${Math.round((Date.now() - start) / 1000)} s)\n`,
    )
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
