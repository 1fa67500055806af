import i18next, { type TFunction } from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from '../../shared/text/en.ts'
import type { Language } from '../../shared/text/moments.ts'
import { zh, type Catalogue } from '../../shared/text/zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Catalogue }
    returnNull: false
  }
}

export type { Language } from '../../shared/text/moments.ts'
export type Translate = TFunction

/** Both languages are in the page, so a switch needs no reload and cannot fail. Called once before the first paint. */
export function startText(language: Language): void {
  if (i18next.isInitialized) {
    void i18next.changeLanguage(language)
    return
  }
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  })
}

/** Changes the language of everything on screen. */
export function changeLanguage(language: Language): void {
  void i18next.changeLanguage(language)
}

/** The words of this screen: `const { t, language } = useText()`, `t('board.nowLine')`. */
export function useText(): { t: Translate; language: Language } {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return useMemo(() => ({ t, language }), [t, language])
}
