import { useState } from 'react'
import type { Bundle, BundlePart } from '../../../shared/operations/bundles.ts'
import { resourceKinds } from '../../../shared/operations/fields.ts'
import type { Catalogue } from '../../../shared/operations/resources.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import { Choice, ManyChoice, NumberInput, TagsInput, TextInput, Tick } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave, whyText } from '../parts/refusing.ts'

export type BundleDraft = Omit<Bundle, 'id' | 'retired' | 'version'> & { id?: string }

/** What stands for a place that is chosen when it is booked. */
const OPEN = ':open'
const newPart = (): BundlePart => ({
  resourceId: null,
  kinds: ['meetingRoom'],
  features: [],
  seats: null,
  quantity: 1,
  optional: false,
})

/** A bundle before anything is known of it: two hours, one place to be chosen. */
export const newBundle = (): BundleDraft => ({ name: '', nameEn: '', title: '', minutes: 120, parts: [newPart()] })

/** The form of a bundle: its names, what a booking begins with, and its parts one under the other. */
export function BundleForm({
  start,
  version,
  catalogue,
  nameOf,
  onDone,
}: {
  start: BundleDraft
  version: number | undefined
  catalogue: Catalogue
  nameOf: (id: string) => string
  onDone: () => void
}) {
  const { t } = useText()
  const [draft, setDraft] = useState(start)
  const { save, refusals, pending } = useSave('bundles.save')
  const errors = fieldErrors(refusals, ['name', 'nameEn', 'title', 'minutes', 'parts'], t)
  const { parts } = draft
  const put = (index: number, part: BundlePart) =>
    setDraft({ ...draft, parts: parts.map((each, at) => (at === index ? part : each)) })
  const wrongAt = (index: number) => {
    const found = refusals.find((each) => each.code === 'badInput' && each.path.startsWith(`bundle.parts.${index}.`))
    return found?.code === 'badInput' ? whyText(found, t) : undefined
  }
  const sent = () =>
    save({ bundle: draft, ...(version === undefined ? {} : { expectedVersion: version }) }).then((saved) =>
      saved === null ? undefined : onDone(),
    )
  return (
    <div className="admin-wide admin-inset">
      <FormBody refusals={refusals} rest={errors.rest}>
        <Field label={t('admin.bundles.name')} error={errors.at('name')} className="admin-half">
          {(ids) => <TextInput ids={ids} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />}
        </Field>
        <Field label={t('admin.bundles.nameEn')} error={errors.at('nameEn')} className="admin-half">
          {(ids) => <TextInput ids={ids} value={draft.nameEn} onChange={(nameEn) => setDraft({ ...draft, nameEn })} />}
        </Field>
        <Field label={t('admin.bundles.defaultTitle')} error={errors.at('title')} className="admin-half">
          {(ids) => <TextInput ids={ids} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />}
        </Field>
        <Field label={t('admin.bundles.length')} error={errors.at('minutes')} className="admin-half">
          {(ids) => (
            <NumberInput
              ids={ids}
              unit={t('admin.bundles.minutes')}
              value={draft.minutes}
              onChange={(minutes) => setDraft({ ...draft, minutes: minutes ?? Number.NaN })}
            />
          )}
        </Field>
        {parts.map((part, index) => (
          <PartFields
            // oxlint-disable-next-line react/no-array-index-key -- parts have no names of their own, and none moves
            key={index}
            part={part}
            no={index + 1}
            error={wrongAt(index)}
            catalogue={catalogue}
            nameOf={nameOf}
            onChange={(next) => put(index, next)}
            onRemove={
              parts.length === 1 ? null : () => setDraft({ ...draft, parts: parts.filter((_, at) => at !== index) })
            }
          />
        ))}
        <div className="admin-wide admin-buttons">
          <Button
            size="small"
            icon="plus"
            disabledReason={parts.length >= 16 ? t('admin.bundles.most') : null}
            onClick={() => setDraft({ ...draft, parts: [...parts, newPart()] })}
          >
            {t('admin.bundles.addPart')}
          </Button>
          <span className="page-bar-spring" />
          <Button size="small" kind="quiet" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button size="small" kind="primary" pending={pending} onClick={() => void sent()}>
            {t('common.save')}
          </Button>
        </div>
      </FormBody>
    </div>
  )
}

function PartFields({
  part,
  no,
  error,
  catalogue,
  nameOf,
  onChange,
  onRemove,
}: {
  part: BundlePart
  no: number
  error: string | undefined
  catalogue: Catalogue
  nameOf: (id: string) => string
  onChange: (part: BundlePart) => void
  onRemove: (() => void) | null
}) {
  const { t } = useText()
  const offset = part.offset ?? { start: 0, end: 0 }
  const withOffset = (start: number, end: number) => {
    const { offset: _offset, ...rest } = part
    onChange(start === 0 && end === 0 ? rest : { ...rest, offset: { start, end } })
  }
  const offered = catalogue.resources.filter((each) => each.id === part.resourceId || (!each.retired && each.bookable))
  const known = [...new Set(catalogue.resources.flatMap((each) => each.features))]
  return (
    <fieldset className="admin-wide admin-form bundle-part">
      <legend className="small secondary">{t('admin.bundles.part', { no })}</legend>
      <Field label={t('admin.bundles.place')} error={error} className="admin-half">
        {(ids) => (
          <Choice
            ids={ids}
            value={part.resourceId ?? OPEN}
            options={[
              { value: OPEN, label: t('admin.bundles.chosenLater') },
              ...offered.map((each) => ({ value: each.id, label: nameOf(each.id), beside: each.code })),
            ]}
            onChange={(id) =>
              onChange(
                id === OPEN
                  ? { ...part, resourceId: null }
                  : { ...part, resourceId: id, kinds: [], features: [], seats: null },
              )
            }
          />
        )}
      </Field>
      <Field label={t('admin.bundles.quantity')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            value={part.quantity}
            onChange={(quantity) => onChange({ ...part, quantity: quantity ?? Number.NaN })}
          />
        )}
      </Field>
      {part.resourceId === null ? (
        <>
          <Field label={t('admin.bundles.kinds')} className="admin-half">
            {(ids) => (
              <ManyChoice
                ids={ids}
                value={part.kinds}
                options={resourceKinds.map((kind) => ({ value: kind, label: t(`refusals.kinds.${kind}`) }))}
                onChange={(kinds) => onChange({ ...part, kinds })}
              />
            )}
          </Field>
          <Field label={t('admin.bundles.features')} className="admin-half">
            {(ids) => (
              <TagsInput
                ids={ids}
                value={part.features}
                known={known}
                onChange={(features) => onChange({ ...part, features })}
              />
            )}
          </Field>
          <Field label={t('admin.bundles.seats')} className="admin-third">
            {(ids) => <NumberInput ids={ids} value={part.seats} onChange={(seats) => onChange({ ...part, seats })} />}
          </Field>
        </>
      ) : null}
      <Field label={t('admin.bundles.before')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            unit={t('admin.bundles.minutes')}
            value={offset.start === 0 ? 0 : -offset.start}
            onChange={(minutes) => withOffset(-(minutes ?? 0), offset.end)}
          />
        )}
      </Field>
      <Field label={t('admin.bundles.after')} className="admin-third">
        {(ids) => (
          <NumberInput
            ids={ids}
            unit={t('admin.bundles.minutes')}
            value={offset.end}
            onChange={(minutes) => withOffset(offset.start, minutes ?? 0)}
          />
        )}
      </Field>
      <div className="admin-wide admin-buttons">
        <Tick checked={part.optional} onChange={(optional) => onChange({ ...part, optional })}>
          {t('admin.bundles.optional')}
        </Tick>
        <span className="page-bar-spring" />
        <Button
          size="small"
          kind="quiet"
          label={t('admin.bundles.removeOf', { no })}
          disabledReason={onRemove === null ? t('admin.bundles.least') : null}
          onClick={() => onRemove?.()}
        >
          {t('admin.bundles.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
