import './withoutEval.ts'
import { createRoot } from 'react-dom/client'
import { makeClient } from '../api/client.ts'
import { connect } from '../api/connection.ts'
import { variablesSheet } from '../ui/cssVariables.ts'
import { onMode, startLanguage, startPreferences } from '../ui/preferences.ts'
import { startText } from '../ui/text.ts'
import { colours, type Mode } from '../ui/tokens.ts'
import { App } from './App.tsx'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/feedback.css'
import '../ui/layout.css'
import './shell.css'

/** Starts the page at the desk or in a browser: colours, size and language stand before the first paint. */
export function startApp(): void {
  const sheet = document.createElement('style')
  sheet.textContent = variablesSheet()
  document.head.prepend(sheet)
  // A change of theme recolours the window's caption buttons; the first one comes from startPreferences.
  onMode(tellWindow)
  startPreferences()
  const language = startLanguage()
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  startText(language)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(<App client={makeClient(connect())} />)
}

/** The top bar is the title bar: the caption buttons stand on its colour. */
function tellWindow(mode: Mode): void {
  window.hengtong?.setTheme?.({ mode, background: colours[mode].sub, symbols: colours[mode].text })
}
