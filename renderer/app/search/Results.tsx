import { useEffect, useRef, type ReactNode } from 'react'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { range } from '../../../shared/text/format.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { TeamSquare } from '../../ui/TeamSquare.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import type { Hit } from './hits.ts'

const groups = ['resource', 'team', 'person', 'booking'] as const
const titles = {
  resource: 'shell.searchResources',
  team: 'shell.searchTeams',
  person: 'shell.searchPeople',
  booking: 'shell.searchBookings',
} as const
const icons = {
  resource: 'building',
  team: 'team',
  person: 'person',
  booking: 'calendar',
  all: 'list',
} as const satisfies Record<Hit['kind'], IconName>

/** What was found, by kind, as one list box; the field keeps the focus. */
export function Results({
  id,
  hits,
  typed,
  settled,
  current,
  onPoint,
  onChoose,
}: {
  id: string
  hits: readonly Hit[]
  typed: string
  settled: boolean
  current: string | null
  onPoint: (id: string) => void
  onChoose: (hit: Hit) => void
}) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const nothing = settled && hits.every((hit) => hit.kind === 'all')
  const option = (hit: Hit) => (
    // The field keeps the focus and hears the keys (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      key={hit.id}
      id={`${id}-${hit.id}`}
      role="option"
      className="search-option"
      aria-selected={hit.id === current}
      onPointerMove={() => onPoint(hit.id)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <Icon name={hit.kind === 'resource' && hit.resource.kind === 'instrument' ? 'instrument' : icons[hit.kind]} />
      <Line hit={hit} typed={typed} />
      {hit.id === current ? <KeyHint keys="↵" /> : null}
    </div>
  )
  return (
    <section aria-label={t('shell.searchResults')}>
      {nothing ? (
        <div className="search-nothing" role="status">
          <p>{t('common.noMatch', { text: typed })}</p>
          <p className="small tertiary">{t('common.noMatchHint')}</p>
        </div>
      ) : null}
      <div ref={list} id={id} className="search-results" role="listbox" aria-label={t('shell.searchResults')}>
        {groups.map((kind) => {
          const own = hits.filter((hit) => hit.kind === kind)
          if (own.length === 0) return null
          return (
            <div key={kind} role="group" aria-label={t(titles[kind])}>
              <div className="menu-group" aria-hidden>
                {t(titles[kind])}
              </div>
              {own.map(option)}
            </div>
          )
        })}
        {hits.filter((hit) => hit.kind === 'all').map(option)}
      </div>
    </section>
  )
}

function Two({ name, beside, children }: { name: ReactNode; beside: string; children?: ReactNode }) {
  return (
    <>
      <span className="search-name">{name}</span> <span className="search-beside">{beside}</span>
      {children}
    </>
  )
}

function Line({ hit, typed }: { hit: Hit; typed: string }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const teams = useRead('teams.list', {}).value?.teams ?? []
  const resources = useRead('resources.list', {}).value?.resources ?? []
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.shortName
  const joined = (...words: (string | undefined)[]) =>
    words.filter((word) => word !== undefined && word !== '').join(' · ')
  const nameOf = (resource: { name: string; nameEn: string }) =>
    language === 'en' && resource.nameEn !== '' ? resource.nameEn : resource.name
  switch (hit.kind) {
    case 'resource':
      return (
        <Two name={nameOf(hit.resource)} beside={joined(hit.resource.code, t(`refusals.kinds.${hit.resource.kind}`))} />
      )
    case 'team':
      return (
        <Two
          name={
            <>
              <TeamSquare colour={hit.team.colour} />
              {hit.team.name}
            </>
          }
          beside={hit.team.shortName}
        />
      )
    case 'person':
      return (
        <Two
          name={hit.person.name}
          beside={joined(teamName(hit.person.teamId), t(`refusals.roles.${hit.person.role}`), hit.person.phone)}
        />
      )
    case 'booking': {
      const { booking } = hit
      const first = resources.find((resource) => resource.id === booking.resources[0]?.resourceId)
      return (
        <Two
          name={booking.title}
          beside={joined(
            range(booking.start, booking.end, zone, language, today),
            first === undefined ? undefined : nameOf(first),
            teamName(booking.teamId),
          )}
        >
          <StatusChip status={booking.status} />
        </Two>
      )
    }
    case 'all':
      return <span className="search-name">{t('shell.searchAll', { text: typed })}</span>
  }
}
