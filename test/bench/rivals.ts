import { join } from 'node:path'
import { makeCentre } from './lib/centre.ts'
import { dropFolder, tempFolder } from './lib/folders.ts'
import { plainLine, type Line } from './lib/measure.ts'
import { checkHistory } from './rivals/history.ts'
import { race, ROUNDS } from './rivals/race.ts'

const root = join(import.meta.dirname, '../..')

/**
 * G8: 20 rivals ask for the same slot, 50 times, over HTTP from 4 processes. What they saw and the final file are judged by raw SQL of the bench's own; the
 * same judge must convict a careless server, or its acquittal would mean nothing.
 */
export async function rivals(): Promise<Line[]> {
  const ours = await problemsOf((folder) => [join(root, 'dist/cli.cjs'), 'serve', '--data', folder, '--port', '0'])
  const careless = await problemsOf((folder) => [join(import.meta.dirname, 'rivals/careless.ts'), folder])
  for (const problem of ours.slice(0, 10)) process.stderr.write(`  ${problem}\n`)
  const convicted = careless.filter((each) => each.includes('taken twice')).length
  return [
    plainLine('rivals: contradictions', '', 0, [ours.length], `${ROUNDS} rounds of 20`),
    plainLine(
      'rivals: careless server not caught',
      '',
      0,
      [convicted > 0 ? 0 : 1],
      `${convicted} overlaps found in it`,
    ),
  ]
}

async function problemsOf(command: (folder: string) => string[]): Promise<string[]> {
  const folder = tempFolder('rivals')
  try {
    const centre = await makeCentre(folder, 1)
    const events = await race(command(folder), centre)
    return checkHistory(events, join(folder, 'hengtong.db'), ROUNDS)
  } finally {
    dropFolder(folder)
  }
}
