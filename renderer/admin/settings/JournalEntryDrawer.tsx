import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useText } from '../../ui/text.ts'
import { changedFields, type JournalEntry, type JournalField } from './journalRows.ts'
import { useJournalWords } from './journalWords.ts'

/** One journal entry whole: every field it changed, with before and after. */
export function JournalEntryDrawer({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useText()
  const words = useJournalWords()
  const operations = t('admin.journal.operations', { returnObjects: true }) as Record<string, string>
  const columns: Column<JournalField>[] = [
    { key: 'name', title: t('admin.journal.field'), width: 120, render: (field) => words.field(field.name) },
    {
      key: 'before',
      title: t('admin.journal.before'),
      render: (field) => <span className="admin-value">{words.value(field.name, field.before)}</span>,
    },
    {
      key: 'after',
      title: t('admin.journal.after'),
      render: (field) => <span className="admin-value">{words.value(field.name, field.after)}</span>,
    },
  ]
  return (
    <Drawer title={t('admin.journal.entry', { seq: entry.seq })} onClose={onClose}>
      <p className="secondary selectable">
        {operations[entry.operation] ?? entry.operation}　{words.value('key', entry.key)}
      </p>
      <div className="admin-gap">
        <DataTable
          label={t('admin.journal.what')}
          density="dense"
          rows={changedFields(entry)}
          columns={columns}
          rowKey={(field) => field.name}
        />
      </div>
    </Drawer>
  )
}
