/* oxlint-disable no-underscore-dangle -- the loader of Node is called that */
// What a stock Electron has as its default app, as far as development needs it: starts the app whose folder is on the command line.
const { app } = require('electron')
const { readFileSync, statSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

const args = process.argv.slice(1)
let appPath = null
for (let index = 0; index < args.length; index += 1) {
  const arg = args[index]
  if (arg === '-r' || arg === '--require') {
    index += 1
    Module._load(path.resolve(args[index]), Module)
  } else if (!arg.startsWith('-') && appPath === null) {
    appPath = path.resolve(arg)
  }
}
if (appPath === null) {
  process.stderr.write('The folder of the app is missing on the command line.\n')
  process.exit(2)
}
let entry = appPath
if (statSync(appPath).isDirectory()) {
  const description = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'))
  app.setName(description.name)
  app.setVersion(description.version)
  app.setAppPath(appPath)
  entry = path.join(appPath, description.main)
}
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
}
Module._load(entry, Module, true)
