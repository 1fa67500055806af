import type { cli as zh } from '../zh/cli.ts'

/** Words of the command line. Options keep their English names in both languages. */
export const cli: typeof zh = {
  usage: `Hengtong Booking, headless.

  cli VERB [options]          cli VERB --help for one verb

  demo      fill an empty data folder with the illustrative demo centre
  import    read bookings from a calendar or a table (ics, csv, xlsx)
  report    write a report (xlsx, csv, json)
  export    write bookings as a calendar, or everything as JSON
  backup    write a verified copy of the database
  restore   put a backup in the place of the database
  verify    check integrity, allocations and the journal's chain
  user      add a person who can sign in, or reset a secret
  op        run one operation as the local administrator
  serve     serve the portal and the API on this machine

Exit: 0 done, 1 refused (reasons on stderr), 2 wrong usage.`,
  verbs: {
    demo: `cli demo --data DIR [--seed N] [--from DATE --to DATE] [--json]

Fills an empty data folder with the illustrative demo centre. The secrets of its users are printed once, on stderr.`,
    import: `cli import FILE --data DIR [--dry-run] [--create-resources] [--map FILE.json] [--zone NAME] [--json]

Books every event of FILE (ics, csv, xlsx) or none of them. A second run of the same file changes nothing.
  --dry-run            show what would happen, write nothing
  --create-resources   make places that the file names and the centre does not have
  --map FILE.json      column names for a table with an unknown header: {"resource":"Wo","start":"Von","end":"Bis","title":"Was"}
  --zone NAME          zone of times that carry none (default: the calendar's own, then the centre's)`,
    report: `cli report occupancy --data DIR --from DATE --to DATE --out FILE.(xlsx|csv|json) [--resource CODE]… [--team NAME] [--lang zh|en]

Use of spaces and instruments from DATE up to, not including, DATE.`,
    export: `cli export FILE.(ics|json|csv|xlsx) --data DIR [--from DATE --to DATE] [--lang zh|en]

Bookings as a calendar (ics) or a register (csv, xlsx), or everything as JSON.`,
    backup: `cli backup --data DIR --out FILE

Copies the database while it is in use, then opens the copy and checks it before it gets its name.`,
    restore: `cli restore FILE --data DIR [--preview]

Puts a backup in the place of the database. The old files are kept together in backups/replaced-….
  --preview   only say what would be lost`,
    verify: `cli verify --data DIR [--json]

Checks the file, that allocations are what the bookings imply, and the journal's chain. Writes nothing.`,
    user: `cli user add --data DIR --login NAME --name "FULL NAME" [--role ROLE] [--secret-stdin]
cli user reset --data DIR --login NAME [--secret-stdin]

A secret is made and printed on stderr unless --secret-stdin gives one on standard input.
Roles: frontDesk member teamLead keeper manager auditor administrator`,
    op: `cli op NAME --data DIR [--input JSON]

One operation as the local administrator; prints the reply as JSON. Without NAME lists the operations.`,
    serve: `cli serve --data DIR [--port N] [--host 127.0.0.1] [--demo]

Serves the portal and the API. Prints {"listening":"http://…","version":"…"}. SIGTERM closes cleanly.
  --port 0   takes a free port
  --demo     fills an empty folder with the demo centre first; its users' secrets are printed on stderr`,
  },
  unknownVerb: 'No such command: {{verb}}',
  missing: 'Missing: {{what}}',
  wrongOption: 'Wrong option: {{what}}',
  wrongDate: '{{what}} is no date (2026-11-24)',
  wrongFormat: '{{what}}: known are {{known}}',
  notYet: '{{what}} is not available here',
  mapUnreadable: '{{file}} is not a JSON object of column names',
  inputNotJson: '--input is not JSON',
  fault: 'Something went wrong here; the log has it under {{id}}',
  demoReady: 'Demo centre (illustrative): {{resources}} resources, {{bookings}} bookings',
  demoUsers: 'Sign-in of the demo users, shown this once:',
  imported: '{{file}}: {{found}} events, {{created}} booked, {{changed}} changed, {{unchanged}} unchanged',
  wouldImport:
    '{{file}}: {{found}} events, would book {{created}}, change {{changed}}, leave {{unchanged}}; nothing written',
  made: 'Places made: {{names}}',
  refusedRows: 'Refused, nothing was written: {{count}}',
  andMore: '… and {{count}} more',
  written: 'Written: {{file}}',
  backedUp: 'Backup checked and written: {{file}} ({{bookings}} bookings, journal to {{seq}}, head {{head}})',
  restorePreview:
    'Backup of {{at}}: {{bookings}} bookings, journal to {{seq}}. The database here has {{lost}} journal entries after it, which touch {{lostBookings}} bookings: they would be lost.',
  restored: 'Restored from {{file}}. The old files are in {{kept}}',
  verified: 'Sound: {{bookings}} bookings, {{allocations}} allocations, {{entries}} journal entries, head {{head}}',
  unsound: 'Not sound: {{problem}}',
  userSaved: '{{login}} ({{role}}) can sign in',
  userSecret: 'Secret of {{login}}, shown this once: {{secret}}',
}
