import { copyData, previewRestore, restoreData, verifyData } from '../storage/offline.ts'
import { moment } from '../../shared/text/moments.ts'
import { drawProgress, refused, say, type Exit, type Terminal } from './terminal.ts'
import { missing, type Given } from './usage.ts'

/** What these verbs need of the world: the moment and the program's version. */
export type Moment = { now: number; version: string }

/** `backup --data DIR --out FILE`: a verified copy, also while a core works on the folder. */
export async function backupVerb(
  terminal: Terminal,
  given: Given<'backup'>,
  write: (text: string) => void,
): Promise<Exit> {
  const { data, out } = given.values
  if (data === undefined) return missing(terminal, 'backup', '--data')
  if (out === undefined) return missing(terminal, 'backup', '--out')
  const made = await copyData(data, out, (done, total) => drawProgress(terminal, write, done, total))
  if ('refusals' in made) return refused(terminal, made.refusals)
  terminal.out(
    terminal.json
      ? JSON.stringify({ ok: true, file: out, ...made })
      : say(terminal, 'backedUp', { file: out, ...made }),
  )
  return 0
}

/** `restore FILE --data DIR [--preview]`: what would be lost is said before anything is changed. */
export function restoreVerb(terminal: Terminal, given: Given<'restore'>, { now, version }: Moment): Exit {
  const [file] = given.words
  const { data, preview } = given.values
  if (file === undefined) return missing(terminal, 'restore', 'FILE')
  if (data === undefined) return missing(terminal, 'restore', '--data')
  const seen = previewRestore(file, data)
  if ('refusals' in seen) return refused(terminal, seen.refusals)
  if (preview === true) {
    terminal.out(terminal.json ? JSON.stringify({ ok: true, ...seen }) : lossOf(terminal, seen))
    return 0
  }
  if (!terminal.json) terminal.err(lossOf(terminal, seen))
  const done = restoreData(file, data, version, now)
  if ('refusals' in done) return refused(terminal, done.refusals)
  terminal.out(
    terminal.json ? JSON.stringify({ ok: true, ...done }) : say(terminal, 'restored', { file, kept: done.kept ?? '-' }),
  )
  return 0
}

/** `verify --data DIR`: exit 1 when anything in the folder is not as it should be. Writes nothing. */
export function verifyVerb(terminal: Terminal, given: Given<'verify'>, { now, version }: Moment): Exit {
  const { data } = given.values
  if (data === undefined) return missing(terminal, 'verify', '--data')
  const seen = verifyData(data, version, now)
  if ('refusals' in seen) return refused(terminal, seen.refusals)
  const { problems, seq: entries, ...rest } = seen
  const sound = problems.length === 0
  if (terminal.json) terminal.out(JSON.stringify({ ok: sound, sound, problems, entries, ...rest }))
  else if (sound) terminal.out(say(terminal, 'verified', { entries, ...rest }))
  else for (const problem of problems) terminal.err(say(terminal, 'unsound', { problem }))
  return sound ? 0 : 1
}

function lossOf(
  terminal: Terminal,
  seen: { at: number; bookings: number; seq: number; lost: number; lostBookings: number },
) {
  const { at, bookings, seq, lost, lostBookings } = seen
  return say(terminal, 'restorePreview', {
    at: moment(at, 'UTC', terminal.language),
    bookings,
    seq,
    lost,
    lostBookings,
  })
}
