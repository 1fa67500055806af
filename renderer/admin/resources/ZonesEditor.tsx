import { useState } from 'react'
import type { Catalogue, Zone } from '../../../shared/operations/resources.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import { NumberInput, TextInput } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'

type ZoneDraft = Pick<Zone, 'code' | 'name' | 'nameEn' | 'sort'> & { id?: string }
const fields = ['code', 'name', 'nameEn', 'sort']

/** The zones: each on a line; one at a time is open as a form. */
export function ZonesEditor({ catalogue, onClose }: { catalogue: Catalogue; onClose: () => void }) {
  const { t } = useText()
  const forbidden = useReason('zones.save')
  const retire = useWrite('zones.retire')
  const [draft, setDraft] = useState<ZoneDraft | null>(null)
  const zones = catalogue.zones.toSorted((one, other) => one.sort - other.sort)
  const count = (id: string) => catalogue.resources.filter((each) => each.zoneId === id && !each.retired).length
  const refused = retire.failure?.kind === 'refused' ? retire.failure.refusals : []
  return (
    <Drawer
      title={t('admin.zones.title')}
      onClose={onClose}
      primary={
        <Button
          icon="plus"
          disabledReason={forbidden}
          onClick={() =>
            setDraft({ code: '', name: '', nameEn: '', sort: Math.max(0, ...zones.map((each) => each.sort)) + 1 })
          }
        >
          {t('admin.zones.add')}
        </Button>
      }
    >
      <FormBody refusals={refused} rest={refused}>
        <ul className="admin-wide admin-list">
          {zones.map((zone) => (
            <li key={zone.id} className={zone.retired ? 'is-retired' : undefined}>
              <span className="admin-list-code">{zone.code}</span>
              <span className="admin-list-name">
                {zone.name}
                <small lang="en">{zone.nameEn}</small>
              </span>
              <span className="tertiary small nowrap">
                {zone.retired ? t('common.retired') : t('admin.resources.inZone', { count: count(zone.id) })}
              </span>
              <Button
                size="small"
                kind="quiet"
                disabledReason={forbidden}
                label={t('admin.changeOf', { name: zone.name })}
                onClick={() =>
                  setDraft({ id: zone.id, code: zone.code, name: zone.name, nameEn: zone.nameEn, sort: zone.sort })
                }
              >
                {t('common.edit')}
              </Button>
              <Button
                size="small"
                kind="quiet"
                disabledReason={forbidden}
                label={t(zone.retired ? 'admin.restoreOf' : 'admin.retireOf', { name: zone.name })}
                onClick={() => void retire.run({ id: zone.id, retired: !zone.retired }, { undoable: false })}
              >
                {t(zone.retired ? 'common.restore' : 'common.retire')}
              </Button>
            </li>
          ))}
        </ul>
        {draft === null ? null : <ZoneForm key={draft.id ?? 'new'} start={draft} onDone={() => setDraft(null)} />}
      </FormBody>
    </Drawer>
  )
}

function ZoneForm({ start, onDone }: { start: ZoneDraft; onDone: () => void }) {
  const { t } = useText()
  const [draft, setDraft] = useState(start)
  const { save, refusals, pending } = useSave('zones.save')
  const errors = fieldErrors(refusals, fields, t)
  const set = (change: Partial<ZoneDraft>) => setDraft({ ...draft, ...change })
  return (
    <div className="admin-wide admin-inset">
      <FormBody refusals={refusals} rest={errors.rest}>
        <Field label={t('common.code')} error={errors.at('code')} className="admin-third">
          {(ids) => <TextInput ids={ids} value={draft.code} onChange={(code) => set({ code })} />}
        </Field>
        <Field label={t('admin.resources.fields.sort')} error={errors.at('sort')} className="admin-third">
          {(ids) => <NumberInput ids={ids} value={draft.sort} onChange={(sort) => set({ sort: sort ?? Number.NaN })} />}
        </Field>
        <Field label={t('common.name')} error={errors.at('name')} className="admin-wide">
          {(ids) => <TextInput ids={ids} value={draft.name} onChange={(name) => set({ name })} />}
        </Field>
        <Field label={t('admin.resources.fields.nameEn')} error={errors.at('nameEn')} className="admin-wide">
          {(ids) => <TextInput ids={ids} value={draft.nameEn} onChange={(nameEn) => set({ nameEn })} />}
        </Field>
        <div className="admin-wide admin-buttons">
          <Button size="small" kind="quiet" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button
            size="small"
            kind="primary"
            pending={pending}
            onClick={() => void save({ zone: draft }).then((saved) => (saved === null ? undefined : onDone()))}
          >
            {t('common.save')}
          </Button>
        </div>
      </FormBody>
    </div>
  )
}
