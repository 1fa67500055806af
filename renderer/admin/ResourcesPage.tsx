import { useMemo, useState } from 'react'
import type { ResourceKind } from '../../shared/operations/fields.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { pinyinFilter } from '../ui/pinyin.ts'
import { useText } from '../ui/text.ts'
import { AdminPage, Reading } from './parts/AdminPage.tsx'
import { OptionalChoice, Tick } from './parts/controls.tsx'
import { FindBox } from './parts/FindBox.tsx'
import { useReason } from './parts/useReason.ts'
import { useSelected } from './parts/useSelected.ts'
import { BundlesEditor } from './resources/BundlesEditor.tsx'
import { ExclusionsEditor } from './resources/ExclusionsEditor.tsx'
import { ResourceEditor } from './resources/ResourceEditor.tsx'
import { ResourceTable } from './resources/ResourceTable.tsx'
import { ZonesEditor } from './resources/ZonesEditor.tsx'

const byNumber = new Intl.Collator('zh-CN', { numeric: true })

/** The places and instruments by zone, with an editor beside them; `?resource=ID` opens one, `zones`, `exclusions` and `bundles` those lists. */
export default function ResourcesPage() {
  const { t } = useText()
  const catalogue = useRead('resources.list', { withRetired: true })
  const settings = useRead('settings.get', {})
  const selected = useSelected('resource')
  const forbidden = useReason('resources.save')
  const [find, setFind] = useState('')
  const [kind, setKind] = useState<ResourceKind | null>(null)
  const [withRetired, setWithRetired] = useState(false)

  const rows = useMemo(() => {
    const all = (catalogue.value?.resources ?? [])
      .filter((each) => (withRetired || !each.retired) && (kind === null || each.kind === kind))
      .toSorted((one, other) => one.sort - other.sort || byNumber.compare(one.code, other.code))
    return pinyinFilter(all, find, (each) => [each.code, each.name, each.nameEn, ...each.features])
  }, [catalogue.value, find, kind, withRetired])
  const kinds = [...new Set((catalogue.value?.resources ?? []).map((each) => each.kind))]
  const inUse = (catalogue.value?.resources ?? []).filter((each) => !each.retired)

  const drawer = () => {
    if (catalogue.value === undefined || settings.value === undefined || selected.id === null) return null
    if (selected.id === 'zones') return <ZonesEditor catalogue={catalogue.value} onClose={selected.close} />
    if (selected.id === 'exclusions') return <ExclusionsEditor catalogue={catalogue.value} onClose={selected.close} />
    if (selected.id === 'bundles') return <BundlesEditor catalogue={catalogue.value} onClose={selected.close} />
    const existing = catalogue.value.resources.find((each) => each.id === selected.id) ?? null
    if (existing === null && selected.id !== 'new') return null
    return (
      <ResourceEditor
        key={existing === null ? 'new' : `${existing.id}-${existing.version}`}
        catalogue={catalogue.value}
        settings={settings.value}
        existing={existing}
        onClose={selected.close}
        onSaved={selected.open}
      />
    )
  }

  return (
    <AdminPage drawer={drawer()}>
      <PageHeader
        title={t('shell.pages.resources')}
        note={t('admin.resources.note', {
          places: inUse.filter((each) => each.kind !== 'instrument').length,
          instruments: inUse.filter((each) => each.kind === 'instrument').length,
        })}
      >
        <FindBox label={t('admin.resources.find')} value={find} onChange={setFind} />
        <span className="admin-filter">
          <OptionalChoice
            label={t('common.kind')}
            placeholder={t('admin.resources.allKinds')}
            value={kind}
            options={kinds.map((each) => ({ value: each, label: t(`refusals.kinds.${each}`) }))}
            onChange={setKind}
          />
        </span>
        <Tick checked={withRetired} onChange={setWithRetired}>
          {t('admin.withRetired')}
        </Tick>
        <span className="page-bar-spring" />
        <Button onClick={() => selected.open('zones')}>{t('admin.zones.title')}</Button>
        <Button onClick={() => selected.open('exclusions')}>{t('admin.exclusions.title')}</Button>
        <Button onClick={() => selected.open('bundles')}>{t('admin.bundles.title')}</Button>
        <Button kind="primary" icon="plus" disabledReason={forbidden} onClick={() => selected.open('new')}>
          {t('admin.resources.create')}
        </Button>
      </PageHeader>
      <Reading state={catalogue} what={t('shell.pages.resources')}>
        {(value) => (
          <ResourceTable catalogue={value} rows={rows} find={find} selectedId={selected.id} onOpen={selected.open} />
        )}
      </Reading>
    </AdminPage>
  )
}
