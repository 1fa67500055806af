import { useState } from 'react'
import type { Bundle } from '../../../shared/operations/bundles.ts'
import type { Catalogue } from '../../../shared/operations/resources.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useText } from '../../ui/text.ts'
import { FormBody } from '../parts/FormBody.tsx'
import { useReason } from '../parts/useReason.ts'
import { BundleForm, newBundle, type BundleDraft } from './BundleForm.tsx'

/** 套餐: which places one booking takes together, and from when to when each. */
export function BundlesEditor({ catalogue, onClose }: { catalogue: Catalogue; onClose: () => void }) {
  const { t, language } = useText()
  const forbidden = useReason('bundles.save')
  const retire = useWrite('bundles.retire')
  const bundles = useRead('bundles.list', { withRetired: true }).value?.bundles ?? []
  const [draft, setDraft] = useState<{ bundle: BundleDraft; version: number | undefined } | null>(null)
  const refused = retire.failure?.kind === 'refused' ? retire.failure.refusals : []
  const nameOf = (id: string) => {
    const found = catalogue.resources.find((each) => each.id === id)
    if (found === undefined) return id
    return language === 'en' && found.nameEn !== '' ? found.nameEn : found.name
  }
  const partText = ({ resourceId, kinds, features, quantity }: Bundle['parts'][number]) => {
    const open = [...kinds.map((kind) => t(`refusals.kinds.${kind}`)), ...features].join(' · ')
    const name =
      resourceId === null ? t('admin.bundles.any', { what: open || t('admin.bundles.anyPlace') }) : nameOf(resourceId)
    return quantity > 1 ? `${name} ×${quantity}` : name
  }
  const titleOf = ({ name, nameEn }: Bundle) => (language === 'en' && nameEn !== '' ? nameEn : name)
  const edit = ({ retired: _retired, version, ...bundle }: Bundle) => setDraft({ bundle, version })
  return (
    <Drawer
      title={t('admin.bundles.title')}
      onClose={onClose}
      primary={
        <Button
          icon="plus"
          disabledReason={forbidden}
          onClick={() => setDraft({ bundle: newBundle(), version: undefined })}
        >
          {t('admin.bundles.add')}
        </Button>
      }
    >
      <FormBody refusals={refused} rest={refused}>
        <p className="admin-wide secondary small">{t('admin.bundles.hint')}</p>
        {bundles.length === 0 ? (
          <div className="admin-wide">
            <EmptyState title={t('admin.bundles.none')} />
          </div>
        ) : (
          <ul className="admin-wide admin-list">
            {bundles.map((bundle) => (
              <li key={bundle.id} className={bundle.retired ? 'is-retired' : undefined}>
                <span className="admin-list-name">
                  {titleOf(bundle)}
                  <small>{bundle.parts.map(partText).join(t('refusals.listJoin'))}</small>
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  disabledReason={forbidden}
                  label={t('admin.bundles.editOf', { name: titleOf(bundle) })}
                  onClick={() => edit(bundle)}
                >
                  {t('common.edit')}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  disabledReason={forbidden}
                  label={t(bundle.retired ? 'admin.restoreOf' : 'admin.retireOf', { name: titleOf(bundle) })}
                  onClick={() => void retire.run({ id: bundle.id, retired: !bundle.retired }, { undoable: false })}
                >
                  {t(bundle.retired ? 'common.restore' : 'common.retire')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {draft === null ? null : (
          <BundleForm
            key={draft.bundle.id ?? 'new'}
            start={draft.bundle}
            version={draft.version}
            catalogue={catalogue}
            nameOf={nameOf}
            onDone={() => setDraft(null)}
          />
        )}
      </FormBody>
    </Drawer>
  )
}
