import { useState } from 'react'
import type { Settings } from '../../../shared/operations/centre.ts'
import type { Catalogue, Resource } from '../../../shared/operations/resources.ts'
import { checkPolicy, policiesOf } from '../../../shared/scheduling/policy.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { FormBody, FormPart } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { PolicyEditor } from '../policy/PolicyEditor.tsx'
import { WhatIf } from '../rules/WhatIf.tsx'
import { draftOf, newDraft, saveInput, type ResourceDraft } from './draft.ts'
import { resourceFields, ResourceForm } from './ResourceForm.tsx'
import { StateChip } from './StateChip.tsx'
import { StateSection } from './StateSection.tsx'

/** One place: its fields, state, and its own booking rules beside those it inherits. What was typed is kept when it is closed. */
export function ResourceEditor({
  catalogue,
  settings,
  existing,
  onClose,
  onSaved,
}: {
  catalogue: Catalogue
  settings: Settings
  existing: Resource | null
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const { t, language } = useText()
  const forbidden = useReason('resources.save')
  const sort = Math.max(0, ...catalogue.resources.map((each) => each.sort)) + 1
  // A draft belongs to the version it was begun on: a change made meanwhile begins a new one.
  const draft = useDraft<ResourceDraft>(
    `resource-${existing === null ? 'new' : `${existing.id}-${existing.version}`}`,
    () => (existing === null ? newDraft(catalogue.zones, sort) : draftOf(existing)),
  )
  const write = useSave('resources.save')
  const retire = useWrite('resources.retire')
  const [kept] = useState(draft.kept)
  const errors = fieldErrors(write.refusals, resourceFields, t)
  const disabled = forbidden !== null
  const set = (change: Partial<ResourceDraft>) => draft.set({ ...draft.value, ...change })
  const save = async () => {
    if (disabled) return
    const found = checkPolicy(draft.value.policy, 'resource.policy', [
      settings.kindPolicies[draft.value.kind] ?? {},
      settings.policy,
    ])
    const saved = await write.save(saveInput(draft.value, existing), { found })
    if (saved === null) return
    draft.drop()
    onSaved(saved.id)
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  const name =
    existing === null
      ? t('admin.resources.create')
      : language === 'en' && existing.nameEn !== ''
        ? existing.nameEn
        : existing.name
  const stateTag =
    existing === null ? null : existing.retired ? (
      <Chip tone="off">{t('common.retired')}</Chip>
    ) : (
      <StateChip state={existing.state} />
    )
  return (
    <Drawer
      title={name}
      state={
        <>
          {stateTag}
          {kept ? <Chip>{t('common.draftKept')}</Chip> : null}
        </>
      }
      onClose={onClose}
      quiet={
        existing === null ? null : (
          <Button
            kind="quiet"
            pending={retire.pending}
            disabledReason={forbidden}
            onClick={() => void retire.run({ id: existing.id, retired: !existing.retired }, { undoable: false })}
          >
            {existing.retired ? t('common.restore') : t('admin.resources.retire')}
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
        rest={[...errors.rest, ...(retire.failure?.kind === 'refused' ? retire.failure.refusals : [])]}
      >
        {existing === null || existing.retired ? null : (
          <StateSection key={`${existing.state}-${existing.stateReason}`} resource={existing} />
        )}
        <ResourceForm
          draft={draft.value}
          set={set}
          existing={existing}
          catalogue={catalogue}
          errors={errors}
          disabled={disabled}
        />
        <FormPart title={t('admin.policyTitle')} aside={t('admin.policyOrder')}>
          <PolicyEditor
            level="resource"
            kind={draft.value.kind}
            policies={policiesOf(settings)}
            own={draft.value.policy}
            errorAt={errors.at}
            disabled={disabled}
            onChange={(policy) => set({ policy })}
          />
          {existing === null ||
          disabled ||
          JSON.stringify(existing.policy) === JSON.stringify(draft.value.policy) ? null : (
            <WhatIf change={{ resource: { id: existing.id, policy: draft.value.policy } }} />
          )}
        </FormPart>
      </FormBody>
    </Drawer>
  )
}
