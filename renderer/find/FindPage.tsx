import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { WantedPart } from '../../shared/operations/find.ts'
import { sortings, type Answer, type Need } from '../../shared/operations/find.ts'
import type { ResourceKind } from '../../shared/operations/fields.ts'
import { policiesOf } from '../../shared/scheduling/policy.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { useToday } from '../api/now.ts'
import { useCentre, useMay, usePerson, useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { openDrawer } from '../ui/drawers.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { Button } from '../ui/Button.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { Needs } from './Needs.tsx'
import { askedOf, needOf, partOf, useAsked } from './state.ts'
import { Why } from './Why.tsx'
import type { Known } from './words.ts'
import './find.css'

const FIRST = 5
const STEP = 5
const MOST = 50
const meetings: readonly ResourceKind[] = ['meetingRoom', 'seminarRoom', 'talkRoom']

/** 找时间: needs at the left, answers in the middle, reasons and ways on at the right (FT-01, FT-02). */
export default function FindPage() {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const person = usePerson()
  const may = useMay()
  const { readOnly } = useCentre()
  const narrow = useNarrowPage()
  const names = useNames()
  const [tab, setTab] = useState<'answers' | 'reasons'>('answers')
  const [asked, change, clear] = useAsked(person?.id ?? '')
  const need = needOf(asked, today)
  const key = JSON.stringify([need, asked.sort])
  const [shown, setShown] = useState({ key, limit: FIRST })
  const limit = shown.key === key ? shown.limit : FIRST

  const catalogue = useRead('resources.list', {})
  const settings = useRead('settings.get', {})
  const teams = useRead('teams.list', {}, { enabled: may('teams.list') }).value?.teams ?? []
  const people = useRead('people.list', {}, { enabled: may('people.list') }).value?.people ?? []
  const found = useRead(
    'find.times',
    { need: need ?? idle, sort: asked.sort, limit },
    { enabled: need !== null, keepPrevious: true },
  )
  const known = useMemo((): Known | null => {
    if (catalogue.value === undefined || settings.value === undefined) return null
    const resources = new Map(catalogue.value.resources.map((each) => [each.id, each]))
    return { resources, policies: policiesOf(settings.value), language, t }
  }, [catalogue.value, settings.value, language, t])

  // The first visit begins with what is asked for most: any room to meet in.
  const empty = known !== null && asked.parts.length === 0
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    if (begun || known === null) return
    setBegun(true)
    if (!empty) return
    const kinds = meetings.filter((kind) => [...known.resources.values()].some((each) => each.kind === kind))
    if (kinds.length > 0) change({ parts: [partOf({ kinds })] })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the catalogue is there
  }, [begun, known])

  const hindered = readOnly ? t('shell.readOnlyBar') : may('bookings.create') ? null : t('shell.mayNotBook')
  const book = (answer: Answer) => {
    if (hindered !== null) return
    openDrawer({
      drawer: 'newBooking',
      draft: {
        resources: answer.resources,
        start: answer.start,
        end: answer.end,
        ...(need?.headCount === null || need === null ? {} : { headCount: need.headCount }),
        ...(asked.teamId === null ? {} : { teamId: asked.teamId }),
        ...(asked.occupantId === null ? {} : { occupantId: asked.occupantId }),
      },
    })
  }
  const value = need === null ? undefined : found.value
  const answers = value?.answers ?? []
  useShortcuts(
    Object.fromEntries(
      ['1', '2', '3', '4', '5'].map((digit) => [
        digit,
        () => {
          const answer = answers[Number(digit) - 1]
          if (answer === undefined || found.previous) return false
          return book(answer)
        },
      ]),
    ),
  )
  const take = (relaxed: Need) => {
    change(askedOf(asked, relaxed))
    setTab('answers')
  }
  const failed = found.failure ?? catalogue.failure ?? settings.failure
  const earliest = answers.length === 0 ? null : Math.min(...answers.map((each) => each.start))
  const why =
    value === undefined || need === null ? null : (
      <Why found={value} names={names(today)} zone={zone} today={today} onTake={take} />
    )
  const overCounted = value !== undefined && value.total >= value.counted

  return (
    <div className="find-page">
      <PageHeader title={t('shell.pages.find')} note={t('find.note')} />
      {known === null ? (
        <div className="find-needs">
          <SkeletonRows rows={8} />
        </div>
      ) : (
        <Needs
          asked={asked}
          change={change}
          clear={() => {
            clear()
            setBegun(true)
          }}
          known={known}
          today={today}
          teams={teams}
          people={people}
        />
      )}
      <section className="find-answers" aria-label={t('find.answers')} aria-busy={found.previous}>
        {narrow ? (
          <Segmented
            label={t('find.answers')}
            value={tab}
            options={(['answers', 'reasons'] as const).map((each) => ({ value: each, label: t(`find.${each}`) }))}
            onChange={setTab}
          />
        ) : null}
        {narrow && tab === 'reasons' ? (
          <div className="find-right-inside">{why}</div>
        ) : (
          <>
            {value === undefined || need === null ? null : (
              <header className="find-head">
                <h2 aria-live="polite">
                  {t(overCounted ? 'find.foundMany' : 'find.found', { count: value.total })}
                  {answers.length < value.total ? <small>{t('find.showing', { count: answers.length })}</small> : null}
                </h2>
                <Segmented
                  label={t('find.sort')}
                  value={asked.sort}
                  options={sortings.map((each) => ({ value: each, label: t(`find.sortings.${each}`) }))}
                  onChange={(sort) => change({ sort })}
                />
              </header>
            )}
            {need === null ? (
              known === null ? null : (
                <EmptyState icon="searchClock" title={t('find.nothingYet')} hint={t('find.nothingYetHint')} />
              )
            ) : failed !== null && value === undefined ? (
              <ErrorPanel
                what={t('find.what')}
                reasons={
                  failed.kind === 'refused' ? failed.refusals.map((each) => explain(each, language, names())) : []
                }
                faultId={failed.kind === 'fault' ? failed.faultId : undefined}
                onRetry={found.retry}
              />
            ) : value === undefined || known === null ? (
              <SkeletonRows rows={10} />
            ) : answers.length === 0 ? (
              <EmptyState
                icon="searchClock"
                title={t('find.none')}
                hint={t(value.obstacles.length + value.relaxations.length > 0 ? 'find.noneHint' : 'find.noneHintPlain')}
              />
            ) : (
              <ol className="find-list">
                {answers.map((answer, index) => (
                  <AnswerCard
                    key={`${answer.start} ${answer.resources.map((each) => each.resourceId).join()}`}
                    answer={answer}
                    rank={index + 1}
                    earliest={answer.start === earliest}
                    today={today}
                    zone={zone}
                    known={known}
                    disabledReason={hindered}
                    onBook={() => book(answer)}
                  />
                ))}
              </ol>
            )}
            {answers.length === 0 || value === undefined ? null : (
              <footer className="find-foot">
                <Legend />
                {answers.length < Math.min(value.total, MOST) ? (
                  <Button icon="chevronDown" onClick={() => setShown({ key, limit: Math.min(MOST, limit + STEP) })}>
                    {t('find.more', { count: Math.min(STEP, value.total - answers.length) })}
                  </Button>
                ) : null}
              </footer>
            )}
          </>
        )}
      </section>
      {narrow ? null : (
        <aside className="find-right" aria-label={t('find.reasons')}>
          {why}
        </aside>
      )}
    </div>
  )
}

/** Never sent: the read is asleep while nothing is asked for. */
const idle = { parts: [] as WantedPart[], minutes: 60, from: '2000-01-01', to: '2000-01-01' }

function Legend() {
  const { t } = useText()
  return (
    <div className="find-legend" role="group" aria-label={t('find.legend')}>
      <span>
        <i className="find-chosen" />
        {t('find.legendChosen')}
      </span>
      <span>
        <i className="find-busy find-use" />
        {t('find.legendBusy')}
      </span>
      <span>
        <i className="find-buffer" />
        {t('find.legendBuffer')}
      </span>
      <span>
        <i className="find-busy find-outage" />
        {t('find.legendOutage')}
      </span>
      <span>
        <i className="find-shut" />
        {t('find.legendClosed')}
      </span>
    </div>
  )
}

const NARROW = '(width < 1240px)'

/** True where the window has no room for the third column: it becomes a tab (ui.md §2). */
function useNarrowPage(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(NARROW).matches,
  )
}
