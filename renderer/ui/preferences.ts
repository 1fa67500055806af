import { useSyncExternalStore } from 'react'
import type { Language } from '../../shared/text/moments.ts'
import { changeLanguage } from './text.ts'
import type { Mode } from './tokens.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
/** What this reader has chosen on this computer. `language` null: as the centre's setting says. `scale`: 0.9–1.3. */
export type Preferences = { theme: ThemeChoice; language: Language | null; scale: number }

export const scales = [0.9, 1, 1.1, 1.2, 1.3] as const
const STORED = 'hengtong.preferences'
const initial: Preferences = { theme: 'system', language: null, scale: 1 }

let preferences = read()
let systemDark = false
const listeners = new Set<() => void>()
const modeListeners = new Set<(mode: Mode) => void>()

function read(): Preferences {
  try {
    const found = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Preferences>
    return {
      theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
      language: found.language === 'zh' || found.language === 'en' ? found.language : null,
      scale: scales.find((scale) => scale === found.scale) ?? 1,
    }
  } catch {
    // Storage is shut (a strict browser) or holds what is not ours: the choice lasts as long as the page.
    return initial
  }
}

function modeNow(): Mode {
  if (preferences.theme !== 'system') return preferences.theme
  return systemDark ? 'dark' : 'light'
}

function apply(): void {
  const root = document.documentElement
  const mode = modeNow()
  if (root.dataset['theme'] !== mode) {
    root.dataset['theme'] = mode
    for (const listener of modeListeners) listener(mode)
  }
  root.style.setProperty('--scale', String(preferences.scale))
  for (const listener of listeners) listener()
}

/** Puts theme and scale on the page and follows the system's theme. Called once before the first paint. */
export function startPreferences(): void {
  preferences = read()
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  systemDark = query.matches
  query.addEventListener('change', (event) => {
    systemDark = event.matches
    apply()
  })
  apply()
}

/** Changes a choice, at once and for the next start. */
export function changePreferences(change: Partial<Preferences>): void {
  preferences = { ...preferences, ...change }
  try {
    localStorage.setItem(STORED, JSON.stringify(preferences))
  } catch {
    // As in read().
  }
  if (change.language !== undefined && change.language !== null) speak(change.language)
  apply()
}

/** The language in which the page starts; the centre's own when the reader has not chosen. */
export function startLanguage(): Language {
  return preferences.language ?? 'zh'
}

/** The centre's language, unless the reader has chosen one. */
export function offerLanguage(language: Language): void {
  if (preferences.language === null) speak(language)
}

function speak(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  changeLanguage(language)
}

/** Told of each change between light and dark (the window's caption buttons follow). */
export function onMode(listener: (mode: Mode) => void): () => void {
  modeListeners.add(listener)
  return () => modeListeners.delete(listener)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The reader's choices. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => preferences)
}

/** Light or dark, as it is on the page now. */
export function useMode(): Mode {
  return useSyncExternalStore(subscribe, modeNow)
}
