import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { addDays, mondayOf, yearOf, isDate, dayInterval } from '../../shared/scheduling/zone.ts'
import { explain } from '../../shared/text/explain.ts'
import type { Failure } from '../api/failure.ts'
import { useNames } from '../api/names.ts'
import { useNow, useNowReader, useToday } from '../api/now.ts'
import { useMay, usePerson, useZone } from '../api/session.ts'
import { usePrefetch, useRead } from '../api/useRead.ts'
import { useNewBookingDefaults, useOpenDrawer, type BookingDraft } from '../ui/drawers.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { replaceParams, useRoute } from '../ui/router.ts'
import { StatusBarSlot, TopBarSlot } from '../ui/ShellSlot.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useText } from '../ui/text.ts'
import { Board } from './Board.tsx'
import { createDraft } from './model/draft.ts'
import { noFilter, type Filter } from './model/filter.ts'
import { countersOf } from './model/counters.ts'
import type { Spot } from './model/cursor.ts'
import { makeGround, makeWorld, type BoardData, type World } from './model/world.ts'
import { useBoardWrites, type Shown } from './useBoardWrites.ts'
import { useColouring, useDensity } from './view/choices.ts'
import { CheckInBar } from './view/CheckInBar.tsx'
import { DateBlock, type BoardView } from './view/DateBlock.tsx'
import { Legend } from './view/Legend.tsx'
import { PastBar } from './view/PastBar.tsx'
import { makeStore } from './view/store.ts'
import { Tools } from './view/Tools.tsx'
import { useFinds } from './view/useFinds.ts'
import type { Reveal } from './view/useReveal.ts'
import './chrome.css'

/** The page of the schedule: reads what the board shows, keeps date and view in the address, and carries out what people do. */
export default function BoardPage() {
  const { t, language } = useText()
  const { params } = useRoute()
  const zone = useZone()
  const today = useToday()
  const now = useNow()
  const nowReader = useNowReader()
  const person = usePerson()
  const may = useMay()
  const view: BoardView = params['view'] === 'week' ? 'week' : 'day'
  const date = isDate(params['date'] ?? '') ? params['date']! : today
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [colouring, setColouring] = useColouring()
  const [density, setDensity] = useDensity()
  const [spot] = useState(() => makeStore<Spot | null>(null))
  const finds = useFinds(filter.text)

  const first = view === 'week' ? mondayOf(date) : date
  const days = useMemo(
    () => Array.from({ length: view === 'week' ? 7 : 1 }, (_, index) => addDays(first, index)),
    [view, first],
  )
  const shown = useMemo(
    (): Shown => ({ name: view === 'week' ? 'bookings.week' : 'bookings.day', date: first }),
    [view, first],
  )
  const range = useMemo(
    () => ({ start: dayInterval(days[0]!, zone).start, end: dayInterval(days.at(-1)!, zone).end }),
    [days, zone],
  )
  const year = yearOf(date)
  const bookings = useRead(shown.name, { date: shown.date }, { keepPrevious: true, large: true })
  const outages = useRead('outages.range', range, { keepPrevious: true })
  const [past, setPast] = useState<number | null>(null)
  const then = useRead(
    'bookings.asOf',
    { date: first, days: days.length, ...(past === null ? {} : { at: past }) },
    { enabled: past !== null, keepPrevious: true, large: true },
  )
  const catalogue = useRead('resources.list', {})
  const settings = useRead('settings.get', {})
  const calendar = useRead(
    'calendar.range',
    { from: `${year - 1}-12-01`, to: `${year + 1}-02-01` },
    { keepPrevious: true },
  )
  const teams = useRead('teams.list', { withRetired: true })
  const people = useRead('people.list', { withRetired: true })
  const prefetch = usePrefetch()
  useEffect(() => {
    if (bookings.value === undefined || bookings.previous) return
    const step = view === 'week' ? 7 : 1
    for (const by of [step, -step]) prefetch(shown.name, { date: addDays(shown.date, by) })
  }, [prefetch, shown, view, bookings.value, bookings.previous])

  const downs = past === null ? outages.value : then.value
  const data = useMemo((): BoardData | null => {
    if (!bookings.value || !catalogue.value || !settings.value || !calendar.value) return null
    return {
      zone,
      days,
      catalogue: catalogue.value,
      bookings: past === null ? bookings.value.bookings : (then.value?.bookings ?? []),
      outages: downs?.outages ?? [],
      calendar: calendar.value,
      settings: settings.value,
      teams: teams.value?.teams ?? [],
      people: people.value?.people ?? [],
      // The past is to look at: nobody may change it.
      person: past === null ? person : null,
    }
  }, [
    past,
    then.value,
    zone,
    days,
    catalogue.value,
    settings.value,
    calendar.value,
    bookings.value,
    downs,
    teams.value,
    people.value,
    person,
  ])

  const latest = useRef(data)
  useEffect(() => {
    latest.current = data
  })
  const world = useCallback((): World | null => {
    const { current } = latest
    return current === null ? null : makeWorld(makeGround(current), current, null)
  }, [])
  const commands = useBoardWrites({ shown, zone, now: nowReader, world, mayOutage: may('outages.add') })

  const goDate = (next: string) => replaceParams({ date: next === today ? null : next, resource: null })
  const goView = (next: BoardView) => replaceParams({ view: next === 'day' ? null : next })
  const step = view === 'week' ? 7 : 1
  useShortcuts({
    t: () => goDate(today),
    '[': () => goDate(addDays(date, -step)),
    ']': () => goDate(addDays(date, step)),
    // The board itself uses the arrows while the focus is in it; it has taken them before this is asked.
    ArrowLeft: () => outside() && goDate(addDays(date, -step)),
    ArrowRight: () => outside() && goDate(addDays(date, step)),
    '1': () => goView('day'),
    '2': () => goView('week'),
  })

  useNewBookingDefaults(
    useCallback((): BookingDraft => {
      const at = spot.get()
      const known = world()
      const open = latest.current
      if (known === null || open === null) return {}
      if (at !== null && at.key === null && known.places.resources.get(at.rowId) !== undefined)
        return createDraft({ rowId: at.rowId, start: at.at, end: at.at }, known)
      const rowId = at !== null && known.places.resources.has(at.rowId) ? at.rowId : undefined
      return {
        ...(rowId === undefined ? {} : { resources: [{ resourceId: rowId, quantity: 1 }] }),
        ...startOf(open, nowReader()),
      }
    }, [spot, world, nowReader]),
  )

  const drawer = useOpenDrawer()
  const reveal = useMemo((): Reveal | null => {
    if (drawer?.drawer === 'booking') {
      const found = data?.bookings.find((each) => each.id === drawer.id)
      const place = found?.resources[0]
      if (found !== undefined && place !== undefined) {
        const { start, end, id } = found
        return { resourceId: place.resourceId, start, end, flash: false, token: `booking ${id}` }
      }
    }
    const draft = drawer?.drawer === 'newBooking' ? drawer.draft : null
    const place = draft?.resources?.[0]?.resourceId
    if (draft?.start !== undefined && place !== undefined) {
      const { start, end = start } = draft
      return { resourceId: place, start, end, flash: false, token: `new ${place} ${start}` }
    }
    const asked = params['resource']
    if (asked === undefined) return null
    return { resourceId: asked, start: null, end: null, flash: true, token: `resource ${asked} ${first}` }
  }, [drawer, data?.bookings, params, first])
  const names = useNames()
  const failed = [catalogue, settings, calendar, bookings].find(
    (each) => each.failure !== null && each.value === undefined,
  )
  const kinds = useMemo(() => {
    const all = (catalogue.value?.resources ?? [])
      .filter((each) => each.bookable && !each.retired)
      .map((each) => each.kind)
    return [...new Set(all)]
  }, [catalogue.value])
  const present = useMemo(
    () => (data === null || past !== null || date !== today ? null : makeWorld(makeGround(data), data, null)),
    [data, past, date, today],
  )
  const counters = useMemo(() => (data === null ? null : countersOf(data, now, today)), [data, now, today])
  const emptyLine =
    bookings.previous || bookings.refreshing
      ? null
      : t(view === 'week' ? 'board.emptyWeek' : date === today ? 'board.emptyToday' : 'board.emptyDay')

  return (
    <div className="board-page">
      <TopBarSlot>
        <DateBlock
          date={date}
          view={view}
          today={today}
          days={days}
          calendar={calendar.value ?? null}
          onDate={goDate}
          onView={goView}
        />
        {past === null ? (
          <Button
            kind="quiet"
            icon="clock"
            label={t('life.past.open')}
            onClick={() => setPast(Math.min(nowReader(), dayInterval(date, zone).end - 60_000))}
          />
        ) : null}
      </TopBarSlot>
      <StatusBarSlot>
        <Legend colouring={colouring} kinds={kinds} teams={teams.value?.teams.filter((team) => !team.retired) ?? []} />
      </StatusBarSlot>
      {failed !== undefined ? (
        <div className="board-wait-error">
          <ErrorPanel
            what={t('board.what')}
            reasons={reasonsOf(failed.failure, (refusal) => explain(refusal, language, names()))}
            faultId={failed.failure?.kind === 'fault' ? failed.failure.faultId : undefined}
            onRetry={failed.retry}
          />
        </div>
      ) : data === null || counters === null ? (
        <div className="board-wait">
          <SkeletonRows rows={18} />
        </div>
      ) : (
        <>
          <Tools
            catalogue={data.catalogue}
            filter={filter}
            onFilter={setFilter}
            colouring={colouring}
            onColouring={setColouring}
            density={density}
            onDensity={setDensity}
            counters={counters}
          />
          {past !== null ? (
            <PastBar at={past} now={now} onAt={setPast} onBack={() => setPast(null)} />
          ) : present !== null ? (
            <CheckInBar bookings={data.bookings} world={present} now={now} />
          ) : null}
          <Board
            data={data}
            now={past ?? now}
            commands={past === null ? commands : { ...commands, ...lookOnly }}
            colouring={colouring}
            density={density}
            filter={filter}
            finds={finds}
            spot={spot}
            reveal={reveal}
            emptyLine={emptyLine}
          />
        </>
      )}
    </div>
  )
}

/** Of the past nothing can be changed. */
const lookOnly = { create: () => undefined, change: () => false, act: () => undefined, newOutage: null }

/** Arrows change the day only when nothing on the page could want them. */
function outside(): boolean {
  const focused = document.activeElement
  return (
    focused === null ||
    focused === document.body ||
    focused.closest('[role=grid],[role=dialog],[role=menu],[role=radiogroup]') === null
  )
}

function startOf({ days, zone, settings }: BoardData, now: number): BookingDraft {
  const day = dayInterval(days[0]!, zone)
  const open = day.start + settings.boardFrom * 60_000
  const half = 30 * 60_000
  const start = now > day.start && now < day.end ? Math.ceil(now / half) * half : open + 60 * 60_000
  return { start, end: start + 2 * half }
}

function reasonsOf(
  failure: Failure | null,
  say: (refusal: Extract<Failure, { kind: 'refused' }>['refusals'][number]) => string,
): string[] {
  return failure?.kind === 'refused' ? failure.refusals.map(say) : []
}
