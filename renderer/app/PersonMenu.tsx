import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useClient } from '../api/ApiProvider.tsx'
import { useRead } from '../api/useRead.ts'
import type { Person } from '../../shared/operations/people.ts'
import { useSignOut } from '../signIn/useSignIn.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Popup } from '../ui/Popup.tsx'
import { changePreferences, scales, usePreferences, type ThemeChoice } from '../ui/preferences.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { useFocusTrap } from '../ui/useFocusTrap.ts'
import { useText, type Language } from '../ui/text.ts'
import { Avatar } from './Avatar.tsx'

const themes = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[]

/** What belongs to the person at this computer: switching, secret, how the screen looks, help, signing out. */
export function PersonMenu({
  anchor,
  person,
  onSwitch,
  onChangeSecret,
  onHelp,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  person: Person
  onSwitch: () => void
  onChangeSecret: () => void
  onHelp: () => void
  onClose: () => void
}) {
  const { t } = useText()
  const { door } = useClient().connection
  const signOut = useSignOut()
  const teams = useRead('teams.list', {}).value?.teams
  const team = teams?.find((each) => each.id === person.teamId)
  const frame = useRef<HTMLDivElement>(null)
  useFocusTrap(frame, true)
  useEffect(() => frame.current?.querySelector<HTMLElement>('.menu-item')?.focus(), [])

  const item = (icon: IconName, label: string, run: () => void, keys?: string) => (
    <button
      type="button"
      className="menu-item"
      onClick={() => {
        onClose()
        anchor.current?.focus()
        run()
      }}
    >
      <Icon name={icon} />
      {label}
      {keys === undefined ? null : (
        <span className="menu-mark">
          <KeyHint keys={keys} />
        </span>
      )}
    </button>
  )
  return (
    <Popup anchor={anchor} side="right" onClose={onClose} className="person-menu">
      <div ref={frame} role="dialog" aria-label={t('shell.personMenu')}>
        <div className="person-menu-head">
          <Avatar name={person.name} size={36} />
          <div>
            <p className="section-title">{person.name}</p>
            <p className="small tertiary">
              {[t(`refusals.roles.${person.role}`), team?.shortName].filter((word) => word !== undefined).join(' · ')}
            </p>
          </div>
        </div>
        <div className="menu">
          {door === 'desk' ? item('swap', t('shell.switchPerson'), onSwitch) : null}
          {item('key', t('shell.changeSecret'), onChangeSecret)}
          <div className="menu-line" role="separator" />
          <Appearance />
          <div className="menu-line" role="separator" />
          {item('keyboard', t('shell.help'), onHelp, '?')}
          {item('signOut', t('shell.signOut'), () => void signOut())}
        </div>
      </div>
    </Popup>
  )
}

/** Theme, language and text size of this reader on this computer. */
export function Appearance() {
  const { t, language } = useText()
  const { theme, scale } = usePreferences()
  return (
    <div className="appearance">
      <Row label={t('shell.appearance')}>
        <Segmented<ThemeChoice>
          label={t('shell.appearance')}
          value={theme}
          options={themes.map((value) => ({ value, label: t(themeWords[value]) }))}
          onChange={(value) => changePreferences({ theme: value })}
        />
      </Row>
      <Row label={t('shell.language')}>
        <Segmented<Language>
          label={t('shell.language')}
          value={language}
          options={[
            { value: 'zh', label: t('shell.languageNames.zh') },
            { value: 'en', label: t('shell.languageNames.en') },
          ]}
          onChange={(value) => changePreferences({ language: value })}
        />
      </Row>
      <Row label={t('shell.textSize')}>
        <Segmented
          label={t('shell.textSize')}
          value={String(scale)}
          options={scales.map((each) => ({ value: String(each), label: String(Math.round(each * 100)) }))}
          onChange={(value) => changePreferences({ scale: Number(value) })}
        />
      </Row>
    </div>
  )
}

const themeWords = { system: 'shell.themeSystem', light: 'shell.themeLight', dark: 'shell.themeDark' } as const

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="appearance-row">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  )
}
