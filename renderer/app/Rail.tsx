import { useRef, useState } from 'react'
import { useToday } from '../api/now.ts'
import { useMay, useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import type { Person } from '../../shared/operations/people.ts'
import { dayInterval } from '../../shared/scheduling/zone.ts'
import { Icon } from '../ui/icons.tsx'
import { keyName } from '../ui/KeyHint.tsx'
import { routeHash } from '../ui/router.ts'
import { useText } from '../ui/text.ts'
import { Avatar } from './Avatar.tsx'
import type { Page } from './pages.ts'
import { PersonMenu } from './PersonMenu.tsx'

/** How many requests from today on wait for a decision that the person here may take, and how many offers for their answer. */
function useWaiting(): number {
  const may = useMay()
  const zone = useZone()
  const today = useToday()
  const input = { statuses: ['pending' as const], start: dayInterval(today, zone).start, limit: 1 }
  const requests = useRead('bookings.search', input, { enabled: may('bookings.approve'), keepPrevious: true })
  const mine = useRead('waitlist.list', { mine: true }, { enabled: may('waitlist.list') })
  const offers = mine.value?.entries.filter((each) => each.status === 'offered').length ?? 0
  return (requests.value?.total ?? 0) + offers
}

/** The left rail: pages, settings, and who is signed in. */
export function Rail({
  pages,
  current,
  person,
  onSwitch,
  onChangeSecret,
  onHelp,
}: {
  pages: readonly Page[]
  current: string
  person: Person | null
  onSwitch: () => void
  onChangeSecret: () => void
  onHelp: () => void
}) {
  const { t } = useText()
  const waiting = useWaiting()
  const [menu, setMenu] = useState(false)
  const personButton = useRef<HTMLButtonElement>(null)
  const top = pages.filter((page) => page.rail === 'top')
  const entry = (page: Page, index: number | null) => {
    const word = t(`shell.pages.${page.name}`)
    const count = page.name === 'approvals' ? waiting : 0
    const key = index === null || index > 8 ? null : `Alt+${index + 1}`
    return (
      <li key={page.name}>
        <a
          className="rail-entry"
          href={routeHash(page.name)}
          aria-current={page.name === current ? 'page' : undefined}
          {...(key === null ? {} : { title: keyName(key), 'aria-keyshortcuts': key })}
        >
          <span className="rail-icon">
            <Icon name={page.icon} size={20} />
            {count > 0 ? (
              <span className="rail-badge" aria-hidden>
                {count > 99 ? '99+' : count}
              </span>
            ) : null}
          </span>
          <span className="rail-word">{word}</span>
          {count > 0 ? <span className="visually-hidden">{t('shell.waiting', { count })}</span> : null}
        </a>
      </li>
    )
  }
  return (
    <nav className="rail" aria-label={t('shell.mainNavigation')}>
      <ul className="rail-pages">{top.map(entry)}</ul>
      <ul className="rail-foot">
        {pages.filter((page) => page.rail === 'bottom').map((page) => entry(page, null))}
        {person === null ? null : (
          <li>
            <button
              ref={personButton}
              type="button"
              className="rail-entry"
              aria-haspopup="dialog"
              aria-expanded={menu}
              aria-label={t('shell.signedInAs', { name: person.name, role: t(`refusals.roles.${person.role}`) })}
              onClick={() => setMenu((open) => !open)}
            >
              <Avatar name={person.name} size={26} />
              <span className="rail-word">{person.name}</span>
            </button>
          </li>
        )}
      </ul>
      {menu && person !== null ? (
        <PersonMenu
          anchor={personButton}
          person={person}
          onSwitch={onSwitch}
          onChangeSecret={onChangeSecret}
          onHelp={onHelp}
          onClose={() => setMenu(false)}
        />
      ) : null}
    </nav>
  )
}
