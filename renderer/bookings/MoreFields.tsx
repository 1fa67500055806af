import { serviceKinds } from '../../shared/operations/fields.ts'
import { dateOf, toWall } from '../../shared/scheduling/zone.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { useNowReader, useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { TimeField } from '../ui/TimeField.tsx'
import { OneOf, TextBlock, Tick } from './controls.tsx'
import { interval, type BookingForm, type FormAction } from './form.ts'
import type { Catalogue } from './useCatalogue.ts'

/** The rest of a booking: project of the team with its term, service, confidentiality, hold, note. */
export function MoreFields({
  form,
  errors,
  mayHold,
  catalogue,
  change,
}: {
  form: BookingForm
  errors: { note: string | undefined; holdUntil: string | undefined }
  /** A hold is asked for with a new booking only. */
  mayHold: boolean
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t } = useText()
  const zone = useZone()
  const today = useToday()
  const readNow = useNowReader()
  const set = (fields: Extract<FormAction, { type: 'set' }>['change']) => change({ type: 'set', change: fields })
  const projects = catalogue.projects.filter(
    (each) => each.id === form.projectId || (!each.retired && (each.teamId === null || each.teamId === form.teamId)),
  )
  const project = catalogue.project(form.projectId)
  const startHold = () => {
    const { start } = interval(form.when, zone)
    // Half way to the booking, at most until this time tomorrow: something sensible to begin with.
    const now = readNow()
    const until = Math.min(now + 24 * 60 * MINUTE, now + Math.max(0, start - now) / 2)
    const wall = toWall(Math.ceil(until / (30 * MINUTE)) * 30 * MINUTE, zone)
    set({ holdUntil: wall })
  }
  const { holdUntil } = form
  return (
    <>
      <Field
        label={t('bookings.form.project')}
        className="booking-half"
        note={
          project !== null
            ? t('bookings.form.projectTerm', { from: project.startOn, until: project.endOn })
            : form.teamId !== null && projects.length === 0
              ? t('bookings.form.noProjects')
              : undefined
        }
      >
        {(ids) => (
          <OneOf
            ids={ids}
            placeholder={t('bookings.form.projectHint')}
            disabled={projects.length === 0}
            value={form.projectId}
            options={projects.map((each) => ({
              value: each.id,
              label: each.name,
              beside: `${each.startOn} – ${each.endOn}`,
              find: [each.name, each.no],
            }))}
            onChange={(projectId) => set({ projectId })}
          />
        )}
      </Field>
      <Field label={t('bookings.form.service')} className="booking-half">
        {(ids) => (
          <OneOf
            ids={ids}
            placeholder={t('common.optional')}
            value={form.serviceKind}
            options={serviceKinds.map((value) => {
              const label = t(`bookings.services.${value}`)
              return { value, label, find: [label] }
            })}
            onChange={(serviceKind) => set({ serviceKind })}
          />
        )}
      </Field>
      <div data-field="note" className="booking-wide">
        <Field label={t('bookings.form.note')} error={errors.note}>
          {(ids) => <TextBlock ids={ids} value={form.note} onChange={(note) => set({ note })} />}
        </Field>
      </div>
      <div className="booking-wide booking-ticks">
        <Tick checked={form.confidential} onChange={(confidential) => set({ confidential })}>
          {t('bookings.form.confidential')}
          <small>{t('bookings.form.confidentialNote')}</small>
        </Tick>
        {mayHold ? (
          <Tick checked={holdUntil !== null} onChange={(on) => (on ? startHold() : set({ holdUntil: null }))}>
            {t('bookings.form.hold')}
            <small>{t('bookings.form.holdNote')}</small>
          </Tick>
        ) : null}
      </div>
      {mayHold && holdUntil !== null ? (
        <div className="booking-wide booking-hold" data-field="holdUntil">
          <Field label={t('bookings.form.holdUntil')} error={errors.holdUntil}>
            {(ids) => (
              <div className="booking-hold-fields">
                <DateField
                  {...ids}
                  value={holdUntil.date}
                  today={today}
                  min={dateOf(readNow(), zone)}
                  onChange={(date) => set({ holdUntil: { ...holdUntil, date } })}
                />
                <TimeField
                  label={t('common.time')}
                  value={holdUntil.minute}
                  onChange={(minute) => set({ holdUntil: { ...holdUntil, minute } })}
                />
              </div>
            )}
          </Field>
        </div>
      ) : null}
    </>
  )
}
