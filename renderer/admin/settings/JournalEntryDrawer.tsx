import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useText } from '../../ui/text.ts'
import { changedFields, plainText, type JournalEntry, type JournalField } from './journalRows.ts'

/** One journal entry whole: every field it changed, with before and after. */
export function JournalEntryDrawer({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useText()
  const columns: Column<JournalField>[] = [
    { key: 'name', title: t('admin.journal.field'), width: 120, render: (field) => field.name },
    {
      key: 'before',
      title: t('admin.journal.before'),
      render: (field) => <span className="admin-value">{plainText(field.before)}</span>,
    },
    {
      key: 'after',
      title: t('admin.journal.after'),
      render: (field) => <span className="admin-value">{plainText(field.after)}</span>,
    },
  ]
  return (
    <Drawer title={t('admin.journal.entry', { seq: entry.seq })} onClose={onClose}>
      <p className="secondary selectable">
        {entry.operation}　{entry.key}
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
