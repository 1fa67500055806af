// The least that Electron can show: a window with one word.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

app.on('ready', () => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  void window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
