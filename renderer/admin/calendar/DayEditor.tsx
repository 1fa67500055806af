import { useState } from 'react'
import { dayKinds, type CalendarDay } from '../../../shared/operations/centre.ts'
import type { DayStatus } from '../../../shared/scheduling/calendar.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { dayLabel } from '../../../shared/text/format.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Field } from '../../ui/Field.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { Choice, TextBlock, TextInput } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'

const fields = ['kind', 'name', 'nameEn', 'note']

/** What one day is: holiday, make-up workday, a rest day of the centre's own, or as the weekday says. */
export function DayEditor({ date, status, onClose }: { date: LocalDate; status: DayStatus; onClose: () => void }) {
  const { t, language } = useText()
  const forbidden = useReason('calendar.setDay')
  const write = useSave('calendar.setDay')
  const clear = useWrite('calendar.clearDay')
  const [draft, setDraft] = useState<Omit<CalendarDay, 'source' | 'date'>>({
    kind: status.day?.kind ?? (status.kind === 'workday' ? 'rest' : 'makeup'),
    name: status.day?.name ?? '',
    nameEn: status.day?.nameEn ?? '',
    note: status.day?.note ?? '',
  })
  const errors = fieldErrors(write.refusals, fields, t)
  const disabled = forbidden !== null
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const save = async () => {
    if (disabled) return
    const saved = await write.save({ day: { date, ...draft } })
    if (saved !== null) onClose()
  }
  const back = async () => {
    const reply = await clear.run({ date }, { undoable: false })
    if (reply.ok) onClose()
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  const words = 'admin.calendar'
  return (
    <Drawer
      title={dayLabel(date, language)}
      state={<Chip>{t(`${words}.kinds.${status.kind}`)}</Chip>}
      onClose={onClose}
      quiet={
        status.day === null ? null : (
          <Button
            kind="quiet"
            icon="undo"
            pending={clear.pending}
            disabledReason={forbidden}
            onClick={() => void back()}
          >
            {t(`${words}.clearDay`)}
          </Button>
        )
      }
      primary={
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={write.pending}
          disabledReason={forbidden}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      }
    >
      <FormBody
        refusals={write.refusals}
        rest={[...errors.rest, ...(clear.failure?.kind === 'refused' ? clear.failure.refusals : [])]}
      >
        <p className="admin-wide secondary">
          {status.day === null
            ? t(`${words}.noEntry`)
            : t(`${words}.entry`, { name: status.day.name, source: t(`${words}.sources.${status.day.source}`) })}
        </p>
        <Field
          label={t('common.kind')}
          error={errors.at('kind')}
          note={t(`${words}.kindNotes.${draft.kind}`)}
          className="admin-wide"
        >
          {(ids) => (
            <Choice
              ids={ids}
              disabled={disabled}
              value={draft.kind}
              options={dayKinds.map((kind) => ({ value: kind, label: t(`${words}.kinds.${kind}`) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        <Field label={t('common.name')} error={errors.at('name')} className="admin-half">
          {(ids) => <TextInput ids={ids} disabled={disabled} value={draft.name} onChange={(name) => set({ name })} />}
        </Field>
        <Field label={t('admin.resources.fields.nameEn')} error={errors.at('nameEn')} className="admin-half">
          {(ids) => (
            <TextInput ids={ids} disabled={disabled} value={draft.nameEn} onChange={(nameEn) => set({ nameEn })} />
          )}
        </Field>
        <Field label={t('common.note')} error={errors.at('note')} className="admin-wide">
          {(ids) => (
            <TextBlock ids={ids} rows={2} disabled={disabled} value={draft.note} onChange={(note) => set({ note })} />
          )}
        </Field>
      </FormBody>
    </Drawer>
  )
}
