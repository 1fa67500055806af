import { useState } from 'react'
import { useCentre } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { replaceParams, useRoute } from '../ui/router.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { useText } from '../ui/text.ts'
import { AdminPage, Reading } from './parts/AdminPage.tsx'
import { BackupSection } from './settings/BackupSection.tsx'
import { CentreSection } from './settings/CentreSection.tsx'
import { JournalEntryDrawer } from './settings/JournalEntryDrawer.tsx'
import type { JournalEntry } from './settings/journalRows.ts'
import { JournalSection } from './settings/JournalSection.tsx'
import { QuotaSection } from './rules/QuotaSection.tsx'
import { RulesSection } from './settings/RulesSection.tsx'

const tabs = ['centre', 'rules', 'quotas', 'backup', 'journal', 'about'] as const
type Tab = (typeof tabs)[number]

/** The centre's settings, booking rules, backups, journal and version; `?tab=` chooses the part. */
export default function SettingsPage() {
  const { t } = useText()
  const { params } = useRoute()
  const tab: Tab = tabs.find((each) => each === params['tab']) ?? 'centre'
  const settings = useRead('settings.get', {})
  const [entry, setEntry] = useState<JournalEntry | null>(null)
  return (
    <AdminPage
      drawer={
        tab === 'journal' && entry !== null ? (
          <JournalEntryDrawer key={entry.seq} entry={entry} onClose={() => setEntry(null)} />
        ) : null
      }
    >
      <PageHeader title={t('shell.pages.settings')}>
        <Segmented
          label={t('shell.pages.settings')}
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`admin.settings.tabs.${value}`) }))}
          onChange={(next) => {
            setEntry(null)
            replaceParams({ tab: next === 'centre' ? null : next })
          }}
        />
      </PageHeader>
      {tab === 'centre' || tab === 'rules' ? (
        <Reading state={settings} what={t('shell.pages.settings')}>
          {(value) => (tab === 'centre' ? <CentreSection settings={value} /> : <RulesSection settings={value} />)}
        </Reading>
      ) : null}
      {tab === 'quotas' ? (
        <section className="panel admin-settings-panel">
          <QuotaSection />
        </section>
      ) : null}
      {tab === 'backup' ? <BackupSection /> : null}
      {tab === 'journal' ? <JournalSection openSeq={entry?.seq ?? null} onOpen={setEntry} /> : null}
      {tab === 'about' ? <About /> : null}
    </AdminPage>
  )
}

function About() {
  const { t } = useText()
  const centre = useCentre()
  const facts = [
    [t('admin.settings.product'), t('common.productName')],
    [t('admin.settings.version'), centre.version],
    [t('admin.settings.fields.centreName'), centre.centreName],
    [t('admin.settings.fields.zone'), centre.zone],
    [t('admin.settings.journalLength'), String(centre.seq)],
    [t('admin.settings.data'), t(centre.demo ? 'shell.demo' : 'admin.settings.ownData')],
  ]
  return (
    <section className="panel admin-settings-panel">
      <dl className="admin-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="tertiary small">{t('admin.settings.privacy')}</p>
    </section>
  )
}
