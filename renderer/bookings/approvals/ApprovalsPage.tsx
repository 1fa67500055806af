import { useMay } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { useText } from '../../ui/text.ts'
import { useCatalogue } from '../useCatalogue.ts'
import { RequestCard } from './RequestCard.tsx'
import { Strikes } from './Strikes.tsx'
import { Waitlist } from './Waitlist.tsx'
import { useInboxKeys } from './useInboxKeys.ts'
import '../bookings.css'
import '../drawer.css'
import '../list.css'
import './approvals.css'

/** 审批: requests that wait for me, the oldest first; offers and the waitlist; series nobody comes to. */
export default function ApprovalsPage() {
  const { t } = useText()
  const may = useMay()
  const decides = may('bookings.approve')
  const catalogue = useCatalogue()
  const inbox = useRead('approvals.inbox', {}, { enabled: decides })
  const { frame, keys } = useInboxKeys()
  const requests = inbox.value?.requests ?? []
  return (
    <div className="page booking-page approvals-page">
      <PageHeader
        title={t('shell.pages.approvals')}
        {...(decides ? { note: t('life.inbox.note', { count: requests.length }) } : {})}
      />
      <div className="approvals-scroll">
        {decides ? (
          <section className="approvals-part" aria-label={t('life.inbox.heading')}>
            <header className="approvals-head">
              <h2 className="section-title">{t('life.inbox.heading')}</h2>
              {requests.length > 0 ? <small className="tertiary">{t('life.inbox.keys')}</small> : null}
            </header>
            {inbox.value === undefined ? (
              inbox.failure === null ? (
                <SkeletonRows rows={3} />
              ) : (
                <ErrorPanel what={t('life.inbox.heading')} onRetry={inbox.retry} />
              )
            ) : requests.length === 0 ? (
              <EmptyState icon="stamp" title={t('life.inbox.none')} hint={t('life.inbox.noneHint')} />
            ) : (
              <ol ref={frame} className="request-list" {...keys}>
                {requests.map((request, index) => (
                  <RequestCard key={request.booking.id} request={request} catalogue={catalogue} first={index === 0} />
                ))}
              </ol>
            )}
          </section>
        ) : null}
        <Waitlist catalogue={catalogue} />
        {may('life.strikes') ? <Strikes catalogue={catalogue} /> : null}
      </div>
    </div>
  )
}
