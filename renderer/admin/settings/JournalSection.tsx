import { useState } from 'react'
import type { Value } from '../../../shared/operations/index.ts'
import { clockSeconds, dateLong } from '../../../shared/text/format.ts'
import { dateOf, dayInterval } from '../../../shared/scheduling/zone.ts'
import { SECOND } from '../../../shared/scheduling/time.ts'
import { useCentre } from '../../api/session.ts'
import { useAsk, useRead } from '../../api/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { Reading } from '../parts/AdminPage.tsx'
import { useReason } from '../parts/useReason.ts'
import { changedFields, type JournalEntry } from './journalRows.ts'
import { useJournalWords } from './journalWords.ts'

const PAGE = 200

/** The journal, newest first (AU-01): who did what when, with before and after; and whether its chain is sound. */
export function JournalSection({ openSeq, onOpen }: { openSeq: number | null; onOpen: (entry: JournalEntry) => void }) {
  const { t, language } = useText()
  const { zone, seq } = useCentre()
  const forbidden = useReason('journal.read')
  const ask = useAsk()
  const words = useJournalWords()
  const [before, setBefore] = useState<number | null>(null)
  const [verdict, setVerdict] = useState<Value<'journal.verify'> | 'failed' | 'asking' | null>(null)
  const last = before ?? seq
  const journal = useRead(
    'journal.read',
    { after: Math.max(0, last - PAGE), limit: PAGE },
    { enabled: forbidden === null, keepPrevious: true },
  )
  const people = useRead('people.list', { withRetired: true })
  const operations = t('admin.journal.operations', { returnObjects: true }) as Record<string, string>
  const when = (at: number) => {
    const date = dateOf(at, zone)
    return `${dateLong(date, language)} ${clockSeconds(Math.floor((at - dayInterval(date, zone).start) / SECOND))}`
  }
  const verify = async () => {
    setVerdict('asking')
    try {
      setVerdict(await ask('journal.verify', {}))
    } catch {
      setVerdict('failed')
    }
  }
  const columns: Column<JournalEntry>[] = [
    { key: 'seq', title: t('admin.journal.seq'), figure: true, width: 80, render: (entry) => entry.seq },
    {
      key: 'at',
      title: t('common.time'),
      width: 220,
      render: (entry) => <span className="nowrap">{when(entry.at)}</span>,
    },
    {
      key: 'who',
      title: t('admin.journal.who'),
      width: 130,
      render: (entry) => people.value?.people.find((each) => each.id === entry.byId)?.name ?? t('admin.journal.system'),
    },
    {
      key: 'operation',
      title: t('admin.journal.operation'),
      width: 170,
      render: (entry) => <span className="nowrap">{operations[entry.operation] ?? entry.operation}</span>,
    },
    {
      key: 'what',
      title: t('admin.journal.what'),
      ellipsis: true,
      render: (entry) => (
        <span className="secondary">
          {changedFields(entry)
            .slice(0, 3)
            .map(
              ({ name, before, after }) =>
                `${words.field(name)} ${words.value(name, before)} → ${words.value(name, after)}`,
            )
            .join(t('refusals.sentenceJoin'))}
        </span>
      ),
    },
  ]
  if (forbidden !== null) return <p className="secondary">{forbidden}</p>
  return (
    <>
      <div className="page-bar">
        <Button
          size="small"
          icon="chevronLeft"
          disabledReason={last <= PAGE ? t('admin.journal.noOlder') : null}
          onClick={() => setBefore(last - PAGE)}
        >
          {t('admin.journal.older')}
        </Button>
        <Button
          size="small"
          disabledReason={before === null ? t('admin.journal.noNewer') : null}
          onClick={() => setBefore(last + PAGE >= seq ? null : last + PAGE)}
        >
          {t('admin.journal.newer')}
        </Button>
        <span className="tertiary small">
          {t('admin.journal.shown', { from: Math.max(1, last - PAGE + 1), to: last })}
        </span>
        <span className="page-bar-spring" />
        <span role="status">
          {verdict === null || verdict === 'asking' || verdict === 'failed' ? null : verdict.sound ? (
            <span className="admin-done">
              <Icon name="checkCircle" />
              {t('admin.journal.sound', { entries: verdict.entries, head: verdict.head.slice(0, 12) })}
            </span>
          ) : (
            <span className="admin-refused">
              <Icon name="triangle" />
              {t('admin.journal.broken', { seq: verdict.firstBad ?? '?' })}
            </span>
          )}
        </span>
        <Button size="small" pending={verdict === 'asking'} onClick={() => void verify()}>
          {t('admin.journal.verify')}
        </Button>
      </div>
      {verdict === 'failed' ? <ErrorPanel what={t('admin.journal.verify')} onRetry={() => void verify()} /> : null}
      <Reading state={journal} what={t('admin.journal.title')}>
        {(value) => (
          <DataTable
            label={t('admin.journal.title')}
            density="dense"
            rows={value.entries.toReversed()}
            columns={columns}
            rowKey={(entry) => String(entry.seq)}
            selectedKey={openSeq === null ? null : String(openSeq)}
            onOpen={onOpen}
          />
        )}
      </Reading>
    </>
  )
}
