import { useMemo, useState } from 'react'
import { countWorkdays, indexCalendar } from '../../../shared/scheduling/calendar.ts'
import { dayLabel } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { NumberInput, TextBlock, TextInput } from '../parts/controls.tsx'
import { FormBody, FormPart } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { AffectedBookings } from './AffectedBookings.tsx'
import { readNotice, type ImportDay } from './notice.ts'

/** Takes over a year's arrangement from pasted text: what was understood and what was not is shown before anything is written. */
export function YearImport({ year: startYear, onClose }: { year: number; onClose: () => void }) {
  const { t, language } = useText()
  const forbidden = useReason('calendar.importYear')
  const write = useSave('calendar.importYear')
  const draft = useDraft('calendar-import', () => ({ year: startYear, source: '', text: '' }))
  const [result, setResult] = useState<{ year: number; days: number; ids: string[] } | null>(null)
  const { value } = draft
  const errors = fieldErrors(write.refusals, ['year', 'source'], t)
  const notice = useMemo(() => readNotice(value.text, value.year), [value.text, value.year])
  const workdays = useMemo(() => {
    const days = notice.days.map((day) => ({ ...day, source: 'official' as const, note: '' }))
    const calendar = indexCalendar({ days, years: [] })
    return countWorkdays(`${value.year}-01-01`, `${value.year + 1}-01-01`, calendar).workdays
  }, [notice, value.year])
  const set = (change: Partial<typeof value>) => {
    setResult(null)
    draft.set({ ...value, ...change })
  }
  const run = async () => {
    const { year, source } = value
    const saved = await write.save({ year, source, days: notice.days })
    if (saved === null) return
    draft.drop()
    setResult({ year, days: saved.days, ids: saved.affectedBookingIds })
  }
  const words = 'admin.calendar.import'
  const columns: Column<ImportDay>[] = [
    {
      key: 'date',
      title: t('common.date'),
      render: (day) => <span className="nowrap">{dayLabel(day.date, language)}</span>,
    },
    {
      key: 'kind',
      title: t('common.kind'),
      width: 100,
      render: (day) => (
        <Chip tone={day.kind === 'makeup' ? 'danger' : 'ok'}>{t(`admin.calendar.kinds.${day.kind}`)}</Chip>
      ),
    },
    {
      key: 'name',
      title: t('common.name'),
      render: (day) => (language === 'en' && day.nameEn !== '' ? day.nameEn : day.name),
    },
  ]
  const blocked =
    forbidden ??
    (notice.days.length === 0 ? t(`${words}.nothing`) : notice.faults.length > 0 ? t(`${words}.hasFaults`) : null)
  return (
    <Drawer
      title={t(`${words}.title`)}
      onClose={onClose}
      quiet={<Button onClick={onClose}>{t('common.close')}</Button>}
      primary={
        result === null ? (
          <Button kind="primary" pending={write.pending} disabledReason={blocked} onClick={() => void run()}>
            {t(`${words}.run`, { year: value.year })}
          </Button>
        ) : undefined
      }
    >
      <FormBody refusals={write.refusals} rest={errors.rest}>
        {result === null ? (
          <>
            <Field label={t(`${words}.year`)} error={errors.at('year')} className="admin-third">
              {(ids) => (
                <NumberInput ids={ids} value={value.year} onChange={(year) => set({ year: year ?? Number.NaN })} />
              )}
            </Field>
            <Field label={t(`${words}.source`)} error={errors.at('source')} className="admin-two-thirds">
              {(ids) => (
                <TextInput
                  ids={ids}
                  placeholder={t(`${words}.sourceHint`)}
                  value={value.source}
                  onChange={(source) => set({ source })}
                />
              )}
            </Field>
            <Field label={t(`${words}.text`)} note={t(`${words}.textNote`)} className="admin-wide">
              {(ids) => (
                <TextBlock
                  ids={ids}
                  rows={8}
                  placeholder={t(`${words}.example`)}
                  value={value.text}
                  onChange={(text) => set({ text })}
                />
              )}
            </Field>
            {value.text.trim() === '' ? null : (
              <FormPart
                title={t(`${words}.preview`)}
                aside={t(`${words}.counts`, {
                  off: notice.days.filter((day) => day.kind === 'holiday' || day.kind === 'rest').length,
                  makeup: notice.days.filter((day) => day.kind === 'makeup').length,
                  workdays,
                })}
              >
                {notice.faults.length === 0 ? null : (
                  <ul className="admin-faults" role="alert" aria-label={t(`${words}.faults`)}>
                    {notice.faults.map((fault) => (
                      <li key={`${fault.line} ${fault.text} ${fault.why}`}>
                        <Icon name="triangle" size={12} />
                        {t(`${words}.fault`, {
                          line: fault.line,
                          text: fault.text,
                          why: t(`${words}.whys.${fault.why}`),
                        })}
                      </li>
                    ))}
                  </ul>
                )}
                {notice.days.length === 0 ? (
                  <p className="tertiary">{t(`${words}.nothing`)}</p>
                ) : (
                  <DataTable
                    label={t(`${words}.preview`)}
                    density="dense"
                    rows={notice.days}
                    columns={columns}
                    rowKey={(day) => day.date}
                  />
                )}
                <p className="tertiary small">{t(`${words}.replaces`, { year: value.year })}</p>
              </FormPart>
            )}
          </>
        ) : (
          <div className="admin-wide">
            <p className="admin-done" role="status">
              <Icon name="checkCircle" />
              {t(`${words}.done`, { year: result.year, days: result.days })}
            </p>
            <AffectedBookings ids={result.ids} />
          </div>
        )}
      </FormBody>
    </Drawer>
  )
}
