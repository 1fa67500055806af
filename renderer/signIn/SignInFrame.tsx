import type { ReactNode } from 'react'
import { Brand } from '../app/Brand.tsx'
import { useCentre } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { changePreferences, useMode } from '../ui/preferences.ts'
import { useText } from '../ui/text.ts'
import './signIn.css'

/** The quiet frame around every screen before the shell: title bar, content in the middle, language and theme at the foot. */
export function SignInFrame({ children }: { children?: ReactNode }) {
  const { t, language } = useText()
  const mode = useMode()
  const { version, demo } = useCentre()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="sign-in">
      <header className="sign-in-bar" aria-label={t('shell.topBar')}>
        <Brand />
      </header>
      <main className="sign-in-main">{children}</main>
      <footer className="sign-in-foot">
        <span>{version === '' ? '' : t('signIn.version', { version })}</span>
        {demo ? <span>{t('shell.demo')}</span> : null}
        <span className="sign-in-spring" />
        <Button size="small" kind="quiet" icon="globe" onClick={() => changePreferences({ language: other })}>
          {t(`shell.languageNames.${other}`)}
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon={mode === 'dark' ? 'sun' : 'moon'}
          onClick={() => changePreferences({ theme: mode === 'dark' ? 'light' : 'dark' })}
        >
          {t(mode === 'dark' ? 'shell.themeLight' : 'shell.themeDark')}
        </Button>
      </footer>
    </div>
  )
}
