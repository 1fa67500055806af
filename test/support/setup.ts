// better-sqlite3 crashes without a word on a Node older than this: say it instead.
if (Number(process.versions.node.split('.')[0]) < 22)
  throw new Error(`Tests need the pinned Node (24), not ${process.version}: run them through npm.`)
