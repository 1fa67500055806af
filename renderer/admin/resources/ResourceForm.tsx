import { resourceKinds, type ResourceKind } from '../../../shared/operations/fields.ts'
import type { Catalogue, Resource } from '../../../shared/operations/resources.ts'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import {
  Choice,
  ManyChoice,
  NumberInput,
  OptionalChoice,
  TagsInput,
  TextBlock,
  TextInput,
  Tick,
} from '../parts/controls.tsx'
import { FormPart } from '../parts/FormBody.tsx'
import type { FieldErrors } from '../parts/refusing.ts'
import type { ResourceDraft } from './draft.ts'

export const resourceFields = [
  'code',
  'name',
  'nameEn',
  'kind',
  'zoneId',
  'roomId',
  'areaM2',
  'capacity',
  'units',
  'bookable',
  'partIds',
  'features',
  'note',
  'sort',
  'policy',
]

const roomKinds = new Set<ResourceKind>([
  'lab',
  'meetingRoom',
  'seminarRoom',
  'roadshowHall',
  'bench',
  'exhibit',
  'office',
  'support',
  'other',
])

/** Every field of a resource but its state and its policy. */
export function ResourceForm({
  draft,
  set,
  existing,
  catalogue,
  errors,
  disabled,
}: {
  draft: ResourceDraft
  set: (change: Partial<ResourceDraft>) => void
  existing: Resource | null
  catalogue: Catalogue
  errors: FieldErrors
  disabled: boolean
}) {
  const { t, language } = useText()
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string }) =>
    language === 'en' && nameEn !== '' ? nameEn : name
  const others = catalogue.resources.filter((each) => !each.retired && each.id !== existing?.id)
  const asOption = (each: Resource) => ({ value: each.id, label: `${each.code} ${nameOf(each)}` })
  const known = [...new Set(catalogue.resources.flatMap((each) => each.features))]
  const compound = draft.partIds.length > 0
  const words = 'admin.resources.fields'
  return (
    <>
      <Field label={t('common.code')} error={errors.at('code')} className="admin-third">
        {(ids) => <TextInput ids={ids} disabled={disabled} value={draft.code} onChange={(code) => set({ code })} />}
      </Field>
      <Field label={t('common.kind')} error={errors.at('kind')} className="admin-third">
        {(ids) => (
          <Choice
            ids={ids}
            disabled={disabled}
            value={draft.kind}
            options={resourceKinds.map((kind) => ({ value: kind, label: t(`refusals.kinds.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      <Field label={t(`${words}.zone`)} error={errors.at('zoneId')} className="admin-third">
        {(ids) => (
          <Choice
            ids={ids}
            disabled={disabled}
            value={draft.zoneId === '' ? null : draft.zoneId}
            options={catalogue.zones
              .filter((zone) => !zone.retired || zone.id === draft.zoneId)
              .map((zone) => ({ value: zone.id, label: `${zone.code} ${nameOf(zone)}` }))}
            onChange={(zoneId) => set({ zoneId })}
          />
        )}
      </Field>
      <Field label={t('common.name')} error={errors.at('name')} className="admin-half">
        {(ids) => <TextInput ids={ids} disabled={disabled} value={draft.name} onChange={(name) => set({ name })} />}
      </Field>
      <Field label={t(`${words}.nameEn`)} error={errors.at('nameEn')} className="admin-half">
        {(ids) => (
          <TextInput ids={ids} disabled={disabled} value={draft.nameEn} onChange={(nameEn) => set({ nameEn })} />
        )}
      </Field>
      <Field label={t(`${words}.area`)} error={errors.at('areaM2')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            unit="m²"
            disabled={disabled}
            value={draft.areaM2}
            onChange={(areaM2) => set({ areaM2 })}
          />
        )}
      </Field>
      <Field label={t(`${words}.capacity`)} error={errors.at('capacity')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            unit={t('admin.unitHeads')}
            disabled={disabled}
            value={draft.capacity}
            onChange={(capacity) => set({ capacity })}
          />
        )}
      </Field>
      {compound ? null : (
        <Field
          label={t(`${words}.units`)}
          error={errors.at('units')}
          note={draft.units > 1 ? t(`${words}.unitsNote`) : undefined}
          className="admin-third"
        >
          {(ids) => (
            <NumberInput
              ids={ids}
              disabled={disabled}
              value={draft.units}
              onChange={(units) => set({ units: units ?? Number.NaN })}
            />
          )}
        </Field>
      )}
      {draft.kind === 'instrument' ? (
        <Field
          label={t(`${words}.room`)}
          error={errors.at('roomId')}
          note={t(`${words}.roomNote`)}
          className="admin-wide"
        >
          {(ids) => (
            <OptionalChoice
              ids={ids}
              disabled={disabled}
              placeholder={t('common.none')}
              value={draft.roomId}
              options={others.filter((each) => roomKinds.has(each.kind) && each.partIds.length === 0).map(asOption)}
              onChange={(roomId) => set({ roomId })}
            />
          )}
        </Field>
      ) : (
        <Field
          label={t(`${words}.parts`)}
          error={errors.at('partIds')}
          note={compound ? t(`${words}.partsNote`) : t(`${words}.partsHint`)}
          className="admin-wide"
        >
          {(ids) => (
            <ManyChoice
              ids={ids}
              disabled={disabled}
              placeholder={t('common.none')}
              value={draft.partIds}
              options={others.filter((each) => each.kind !== 'instrument').map(asOption)}
              onChange={(partIds) => set({ partIds })}
            />
          )}
        </Field>
      )}
      <Field label={t(`${words}.features`)} error={errors.at('features')} className="admin-wide">
        {(ids) => (
          <TagsInput
            ids={ids}
            disabled={disabled}
            placeholder={t(`${words}.featuresHint`)}
            value={draft.features}
            known={known}
            onChange={(features) => set({ features })}
          />
        )}
      </Field>
      <Field label={t('common.note')} error={errors.at('note')} className="admin-wide">
        {(ids) => (
          <TextBlock ids={ids} rows={2} disabled={disabled} value={draft.note} onChange={(note) => set({ note })} />
        )}
      </Field>
      <div className="admin-half admin-tick-line">
        <Tick checked={draft.bookable} disabled={disabled} onChange={(bookable) => set({ bookable })}>
          {t(`${words}.bookable`)}
        </Tick>
      </div>
      <Field label={t(`${words}.sort`)} error={errors.at('sort')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            disabled={disabled}
            value={draft.sort}
            onChange={(sort) => set({ sort: sort ?? Number.NaN })}
          />
        )}
      </Field>
      {existing !== null && existing.retired ? (
        <FormPart title={t('common.retired')}>
          <p className="secondary">{t('admin.resources.retiredNote')}</p>
        </FormPart>
      ) : null}
    </>
  )
}
