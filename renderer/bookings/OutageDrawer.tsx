import { useState } from 'react'
import type { Outage } from '../../shared/operations/outages.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { useNow, useNowReader, useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import type { DrawerProps } from '../ui/drawers.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { RefusalList } from '../ui/RefusalList.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { OutageEditor } from './OutageEditor.tsx'
import { outageFormOf, outageInterval, outagePeriod, phaseOf, type OutageForm } from './outageForm.ts'
import { PhaseChip } from './PhaseChip.tsx'
import { ReasonBox } from './ReasonBox.tsx'
import { useCatalogue } from './useCatalogue.ts'
import { useReason } from './useReason.ts'
import { momentText, whenLong } from './words.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

/** One outage: change it, end it. */
export default function OutageDrawer({ id, close }: DrawerProps<'outage'>) {
  const { t, language } = useText()
  const names = useNames()
  const readNow = useNowReader()
  const read = useRead('outages.range', outagePeriod(readNow()))
  const outage = read.value?.outages.find((each) => each.id === id)
  if (outage !== undefined) return <OneOutage key={`${id} ${outage.version}`} outage={outage} close={close} />
  const { failure } = read
  return (
    <Drawer title={t('bookings.outage.heading')} onClose={close}>
      {read.value !== undefined ? (
        <EmptyState icon="wrench" title={explain({ code: 'notFound', what: 'outage', id }, language, names())} />
      ) : failure === null ? (
        <SkeletonRows rows={6} />
      ) : (
        <ErrorPanel
          what={t('bookings.outage.heading')}
          reasons={failure.kind === 'refused' ? failure.refusals.map((each) => explain(each, language, names())) : []}
          faultId={failure.kind === 'fault' ? failure.faultId : undefined}
          onRetry={read.retry}
        />
      )}
    </Drawer>
  )
}

function OneOutage({ outage, close }: { outage: Outage; close: () => void }) {
  const { t, language } = useText()
  const zone = useZone()
  const now = useNow()
  const today = useToday()
  const names = useNames()
  const catalogue = useCatalogue()
  const mayNotChange = useReason('outages.change')
  const mayNotEnd = useReason('outages.end')
  const write = useWrite('outages.change')
  const end = useWrite('outages.end')
  const [form, setForm] = useState<OutageForm>(() => outageFormOf(outage, zone))
  const [ending, setEnding] = useState(false)
  const place = catalogue.placeName(outage.resourceId)
  const phase = phaseOf(outage, now, catalogue.resource(outage.resourceId)?.state === 'up')
  const active = outage.status === 'active'
  const reporter = catalogue.person(outage.reportedById)?.name ?? t('bookings.view.gone')
  const recorded = (
    <p className="small secondary">
      {`${t('bookings.outage.reportedBy')} ${reporter} ${momentText(outage.createdAt, zone, language, today)}`}
    </p>
  )
  if (!active) {
    return (
      <Drawer title={t('bookings.outage.title', { place })} state={<PhaseChip phase={phase} />} onClose={close}>
        <div className="booking-view">
          <p>
            <b>{t(`refusals.outageKinds.${outage.kind}`)}</b> {outage.reason}
          </p>
          <p>{whenLong(outage.start, outage.end, zone, language)}</p>
          {recorded}
          <p className="small secondary">{t('bookings.outage.notActive')}</p>
        </div>
      </Drawer>
    )
  }
  const save = async (sending: OutageForm) => {
    const { kind, reason, onConflict, decisions } = sending
    const reply = await write.run(
      {
        id: outage.id,
        expectedVersion: outage.version,
        kind,
        reason: reason.trim(),
        onConflict,
        ...(decisions === undefined ? {} : { decisions }),
        ...outageInterval(sending, zone),
      },
      { said: t('bookings.said.outageChanged', { place }) },
    )
    return reply.ok ? null : 'refusals' in reply ? reply.refusals : null
  }
  const endNow = async (reason: string) => {
    const reply = await end.run({ id: outage.id, reason }, { said: t('bookings.said.outageEnded', { place }) })
    if (reply.ok) close()
  }
  const endWords = t(phase === 'planned' ? 'bookings.outage.withdraw' : 'bookings.outage.end')
  return (
    <OutageEditor
      title={t('bookings.outage.title', { place })}
      chip={<PhaseChip phase={phase} />}
      form={form}
      existing
      outageId={outage.id}
      hindered={mayNotChange}
      quiet={
        phase === 'ended' ? null : (
          <Button icon="check" disabledReason={mayNotEnd} aria-expanded={ending} onClick={() => setEnding(true)}>
            {endWords}
          </Button>
        )
      }
      above={
        <>
          {recorded}
          {ending ? (
            <ReasonBox
              label={t('bookings.outage.endReason')}
              hint={phase === 'planned' ? undefined : t('bookings.outage.endNote')}
              required={false}
              send={endWords}
              back={t('common.back')}
              pending={end.pending}
              onSend={(reason) => void endNow(reason)}
              onBack={() => setEnding(false)}
            />
          ) : null}
          {end.failure?.kind === 'refused' ? (
            <RefusalList refusals={end.failure.refusals} names={names()} title={t('common.refusedPlain')} />
          ) : null}
        </>
      }
      save={save}
      pending={write.pending}
      onChange={setForm}
      close={close}
    />
  )
}
