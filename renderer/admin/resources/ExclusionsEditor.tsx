import { useState } from 'react'
import type { Catalogue, Exclusion } from '../../../shared/operations/resources.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import { ManyChoice, TextInput } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'

type ExclusionDraft = Pick<Exclusion, 'name' | 'resourceIds'> & { id?: string }

/** What must not be used at the same time: groups of places, each with the reason in its name. */
export function ExclusionsEditor({ catalogue, onClose }: { catalogue: Catalogue; onClose: () => void }) {
  const { t, language } = useText()
  const forbidden = useReason('exclusions.save')
  const retire = useWrite('exclusions.retire')
  const [draft, setDraft] = useState<ExclusionDraft | null>(null)
  const refused = retire.failure?.kind === 'refused' ? retire.failure.refusals : []
  const nameOf = (id: string) => {
    const found = catalogue.resources.find((each) => each.id === id)
    if (found === undefined) return id
    return `${found.code} ${language === 'en' && found.nameEn !== '' ? found.nameEn : found.name}`
  }
  return (
    <Drawer
      title={t('admin.exclusions.title')}
      onClose={onClose}
      primary={
        <Button icon="plus" disabledReason={forbidden} onClick={() => setDraft({ name: '', resourceIds: [] })}>
          {t('admin.exclusions.add')}
        </Button>
      }
    >
      <FormBody refusals={refused} rest={refused}>
        <p className="admin-wide secondary small">{t('admin.exclusions.hint')}</p>
        {catalogue.exclusions.length === 0 ? (
          <div className="admin-wide">
            <EmptyState title={t('admin.exclusions.none')} />
          </div>
        ) : (
          <ul className="admin-wide admin-list">
            {catalogue.exclusions.map((exclusion) => (
              <li key={exclusion.id} className={exclusion.retired ? 'is-retired' : undefined}>
                <span className="admin-list-name">
                  {exclusion.name}
                  <small>{exclusion.resourceIds.map(nameOf).join(t('refusals.listJoin'))}</small>
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  disabledReason={forbidden}
                  label={t('admin.changeOf', { name: exclusion.name })}
                  onClick={() =>
                    setDraft({ id: exclusion.id, name: exclusion.name, resourceIds: exclusion.resourceIds })
                  }
                >
                  {t('common.edit')}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  disabledReason={forbidden}
                  label={t(exclusion.retired ? 'admin.restoreOf' : 'admin.retireOf', { name: exclusion.name })}
                  onClick={() =>
                    void retire.run({ id: exclusion.id, retired: !exclusion.retired }, { undoable: false })
                  }
                >
                  {t(exclusion.retired ? 'common.restore' : 'common.retire')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {draft === null ? null : (
          <ExclusionForm
            key={draft.id ?? 'new'}
            start={draft}
            options={catalogue.resources
              .filter((each) => !each.retired || draft.resourceIds.includes(each.id))
              .map((each) => ({ value: each.id, label: nameOf(each.id) }))}
            onDone={() => setDraft(null)}
          />
        )}
      </FormBody>
    </Drawer>
  )
}

function ExclusionForm({
  start,
  options,
  onDone,
}: {
  start: ExclusionDraft
  options: { value: string; label: string }[]
  onDone: () => void
}) {
  const { t } = useText()
  const [draft, setDraft] = useState(start)
  const { save, refusals, pending } = useSave('exclusions.save')
  const errors = fieldErrors(refusals, ['name', 'resourceIds'], t)
  return (
    <div className="admin-wide admin-inset">
      <FormBody refusals={refusals} rest={errors.rest}>
        <Field label={t('admin.exclusions.name')} error={errors.at('name')} className="admin-wide">
          {(ids) => <TextInput ids={ids} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />}
        </Field>
        <Field label={t('admin.exclusions.members')} error={errors.at('resourceIds')} className="admin-wide">
          {(ids) => (
            <ManyChoice
              ids={ids}
              value={draft.resourceIds}
              options={options}
              onChange={(resourceIds) => setDraft({ ...draft, resourceIds })}
            />
          )}
        </Field>
        <div className="admin-wide admin-buttons">
          <Button size="small" kind="quiet" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button
            size="small"
            kind="primary"
            pending={pending}
            onClick={() => void save({ exclusion: draft }).then((saved) => (saved === null ? undefined : onDone()))}
          >
            {t('common.save')}
          </Button>
        </div>
      </FormBody>
    </div>
  )
}
