import { useState } from 'react'
import type { Settings } from '../../../shared/operations/centre.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { isZone } from '../../../shared/scheduling/zone.ts'
import { clock } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { useText } from '../../ui/text.ts'
import { STRIKE_LIMIT } from '../../../shared/scheduling/noShow.ts'
import { OFFER_MINUTES } from '../../../shared/scheduling/waitlist.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { Choice, NumberInput, TextInput } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { changedSettings, settingNames, type SettingName } from './changes.ts'
import { ChangeList } from './ChangeList.tsx'

/** Name, zone, language, hours of the board, idle time. What would change is listed before it is saved. */
export function CentreSection({ settings }: { settings: Settings }) {
  const { t } = useText()
  const forbidden = useReason('settings.set')
  const write = useSave('settings.set')
  const [draft, setDraft] = useState(settings)
  const [saved, setSaved] = useState<string[] | null>(null)
  const disabled = forbidden !== null
  const errors = fieldErrors(write.refusals, settingNames, t)
  const changed = changedSettings(settings, draft)
  const set = (change: Partial<Settings>) => {
    setSaved(null)
    setDraft({ ...draft, ...change })
  }
  const text = (name: SettingName, value: Settings[SettingName]) => {
    if (name === 'boardFrom' || name === 'boardUntil') return clock(Number(value))
    if (name === 'language') return t(value === 'zh' ? 'admin.settings.chinese' : 'admin.settings.english')
    if (name === 'idleMinutes' || name === 'offerMinutes') return t('admin.minutes', { count: Number(value) })
    return value === '' ? '—' : String(value)
  }
  const lines = changed.map((name) => ({
    name: t(`admin.settings.fields.${name}`),
    before: text(name, settings[name]),
    after: text(name, draft[name]),
  }))
  const save = async () => {
    if (disabled || changed.length === 0) return
    const found: Refusal[] = []
    if (!isZone(draft.zone)) found.push({ code: 'badInput', path: 'change.zone', why: 'unknownZone' })
    if (draft.boardUntil <= draft.boardFrom)
      found.push({ code: 'badInput', path: 'change.boardUntil', why: 'endBeforeStart' })
    const change = Object.fromEntries(changed.map((name) => [name, draft[name]])) as Partial<Settings>
    const value = await write.save({ change }, { found })
    if (value === null) return
    setDraft(value)
    setSaved(lines.map((line) => line.name))
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  const name = (field: 'centreName' | 'centreNameEn' | 'zone', className: string) => (
    <Field label={t(`admin.settings.fields.${field}`)} error={errors.at(field)} className={className}>
      {(ids) => (
        <TextInput ids={ids} disabled={disabled} value={draft[field]} onChange={(value) => set({ [field]: value })} />
      )}
    </Field>
  )
  const count = (field: 'offerMinutes' | 'strikeLimit', fallback: number, unit: string) => (
    <Field label={t(`admin.settings.fields.${field}`)} error={errors.at(field)} className="admin-third">
      {(ids) => (
        <NumberInput
          ids={ids}
          unit={unit}
          disabled={disabled}
          value={draft[field] ?? fallback}
          onChange={(value) => set({ [field]: value ?? Number.NaN })}
        />
      )}
    </Field>
  )
  const time = (field: 'boardFrom' | 'boardUntil') => (
    <Field label={t(`admin.settings.fields.${field}`)} error={errors.at(field)} className="admin-third">
      {(ids) => (
        <TimeField
          {...ids}
          disabled={disabled}
          step={60}
          value={draft[field]}
          onChange={(minute) => set({ [field]: minute })}
        />
      )}
    </Field>
  )
  return (
    <section className="panel admin-settings-panel">
      <FormBody refusals={write.refusals} rest={errors.rest}>
        {name('centreName', 'admin-half')}
        {name('centreNameEn', 'admin-half')}
        {name('zone', 'admin-half')}
        <Field label={t('admin.settings.fields.language')} error={errors.at('language')} className="admin-half">
          {(ids) => (
            <Choice
              ids={ids}
              disabled={disabled}
              value={draft.language}
              options={[
                { value: 'zh', label: t('admin.settings.chinese') },
                { value: 'en', label: t('admin.settings.english') },
              ]}
              onChange={(language) => set({ language })}
            />
          )}
        </Field>
        {time('boardFrom')}
        {time('boardUntil')}
        <Field
          label={t('admin.settings.fields.idleMinutes')}
          error={errors.at('idleMinutes')}
          note={t('admin.settings.idleNote')}
          className="admin-third"
        >
          {(ids) => (
            <NumberInput
              ids={ids}
              unit={t('admin.unitMinutes')}
              disabled={disabled}
              value={draft.idleMinutes}
              onChange={(idleMinutes) => set({ idleMinutes: idleMinutes ?? Number.NaN })}
            />
          )}
        </Field>
        {count('offerMinutes', OFFER_MINUTES, t('admin.unitMinutes'))}
        {count('strikeLimit', STRIKE_LIMIT, t('admin.unitTimes'))}
      </FormBody>
      <ChangeList lines={lines} saved={saved} />
      <div className="admin-buttons">
        {changed.length === 0 ? null : (
          <Button kind="quiet" onClick={() => setDraft(settings)}>
            {t('admin.settings.discard')}
          </Button>
        )}
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={write.pending}
          disabledReason={forbidden ?? (changed.length === 0 ? t('admin.nothingChanged') : null)}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      </div>
    </section>
  )
}
