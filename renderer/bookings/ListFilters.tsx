import { useEffect, useMemo, useRef, useState } from 'react'
import { bookingStatuses } from '../../shared/operations/fields.ts'
import { useToday } from '../api/now.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Icon } from '../ui/icons.tsx'
import { isComposing } from '../ui/ime.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { SelectTeam } from '../ui/SelectWho.tsx'
import { useText } from '../ui/text.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { OneOf, SomeOf } from './controls.tsx'
import { queryOfView, quickViews, viewOf, type ListQuery } from './listQuery.ts'
import { placeOptions } from './placeOptions.ts'
import type { Catalogue } from './useCatalogue.ts'

const TYPING_MS = 250

/** The quick views and the filters of the list. F goes to the text. */
export function ListFilters({
  query,
  catalogue,
  onChange,
}: {
  query: ListQuery
  catalogue: Catalogue
  onChange: (query: ListQuery) => void
}) {
  const { t, language } = useText()
  const today = useToday()
  const places = useMemo(() => placeOptions(catalogue, () => true, t, language === 'en'), [catalogue, t, language])
  const view = viewOf(query, today)
  const change = (part: Partial<ListQuery>) => onChange({ ...query, ...part, offset: 0 })
  const statuses = bookingStatuses.map((value) => {
    const label = t(`refusals.statuses.${value}`)
    return { value, label, find: [label] }
  })
  return (
    <>
      <Segmented
        label={t('bookings.list.quick')}
        value={view ?? 'none'}
        options={quickViews.map((value) => ({ value: value as string, label: t(`bookings.list.quickViews.${value}`) }))}
        onChange={(value) => {
          const chosen = quickViews.find((each) => each === value)
          if (chosen !== undefined) onChange(queryOfView(chosen, today))
        }}
      />
      <FindText text={query.text} onChange={(text) => change({ text })} />
      <span className="list-dates">
        <span className="list-date" data-empty={query.from === null ? t('bookings.list.anyDate') : undefined}>
          <DateField
            label={t('bookings.list.from')}
            value={query.from}
            today={today}
            onChange={(from) =>
              change({ from, until: query.until !== null && query.until < from ? from : query.until })
            }
          />
        </span>
        <span aria-hidden>–</span>
        <span className="list-date" data-empty={query.until === null ? t('bookings.list.anyDate') : undefined}>
          <DateField
            label={t('bookings.list.until')}
            value={query.until}
            today={today}
            onChange={(until) =>
              change({ until, from: query.from !== null && query.from > until ? until : query.from })
            }
          />
        </span>
        {query.from === null && query.until === null ? null : (
          <Button
            size="small"
            kind="quiet"
            icon="close"
            label={t('bookings.list.clearDates')}
            onClick={() => change({ from: null, until: null })}
          />
        )}
      </span>
      <span className="list-select">
        <SomeOf
          label={t('bookings.list.status')}
          placeholder={t('bookings.list.anyStatus')}
          value={query.statuses}
          options={statuses}
          onChange={(chosen) => change({ statuses: chosen })}
        />
      </span>
      <span className="list-select">
        <SelectTeam
          label={t('bookings.list.team')}
          placeholder={t('bookings.list.anyTeam')}
          teams={catalogue.teams}
          value={query.teamId}
          onChange={(teamId) => change({ teamId })}
        />
      </span>
      <span className="list-select">
        <OneOf
          label={t('bookings.list.place')}
          placeholder={t('bookings.list.anyPlace')}
          value={query.resourceId}
          options={places}
          onChange={(resourceId) => change({ resourceId })}
        />
      </span>
    </>
  )
}

/** Typed text becomes the query when it settles, at once on Enter; letters of an input method that are still being composed do not. */
function FindText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useText()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const [composing, setComposing] = useState(false)
  const [known, setKnown] = useState(text)
  if (known !== text) {
    setKnown(text)
    setTyped(text)
  }
  const send = useRef(onChange)
  useEffect(() => {
    send.current = onChange
  })
  useEffect(() => {
    if (composing || typed === text) return undefined
    const timer = setTimeout(() => send.current(typed), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, composing, text])
  useShortcuts({ f: () => field.current?.focus() })
  return (
    <span className="list-find">
      <Icon name="search" size={14} />
      <input
        ref={field}
        type="search"
        className="input"
        aria-label={t('bookings.list.findLabel')}
        placeholder={t('bookings.list.find')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') onChange(typed)
          else if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            event.stopPropagation()
            setTyped('')
            onChange('')
          }
        }}
      />
    </span>
  )
}
