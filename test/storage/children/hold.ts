import { openStorage } from '../../../electron/storage/open.ts'

/** Opens a data folder, says so and keeps it until it is killed. */
const answer = openStorage({ folder: process.argv[2]!, make: true, version: '0.1.0', now: () => 0, station: 'child' })
process.stdout.write('refusals' in answer ? `${JSON.stringify(answer.refusals)}\n` : 'open\n')
// Named here so that it stays in use: a store nobody refers to any more is collected, and the folder with it given back.
setInterval(() => answer, 1000)
