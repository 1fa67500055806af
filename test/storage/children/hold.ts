import { openStorage } from '../../../electron/storage/open.ts'

/** Opens a data folder, says so and keeps it until it is killed. */
const answer = openStorage({ folder: process.argv[2]!, make: true, version: '0.1.0', now: () => 0, station: 'child' })
process.stdout.write('refusals' in answer ? `${JSON.stringify(answer.refusals)}\n` : 'open\n')
setInterval(() => {}, 1000)
