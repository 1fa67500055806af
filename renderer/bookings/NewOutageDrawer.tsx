import { useState } from 'react'
import { useNowReader } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { useDraft } from '../ui/drafts.ts'
import type { DrawerProps } from '../ui/drawers.ts'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { OutageEditor } from './OutageEditor.tsx'
import { newOutageForm, outageInterval, type OutageForm } from './outageForm.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useReason } from './useReason.ts'

type Props = DrawerProps<'newOutage'>

/** 登记停机. What the page offers (a resource, a time) is laid over the draft that was kept. */
export default function NewOutageDrawer(props: Props) {
  const [round, setRound] = useState(0)
  return (
    <NewOutage
      key={`${round} ${JSON.stringify(props.draft)}`}
      {...props}
      afresh={round > 0}
      again={() => setRound(round + 1)}
    />
  )
}

function NewOutage({ draft: offered, close, afresh, again }: Props & { afresh: boolean; again: () => void }) {
  const { t } = useText()
  const zone = useZone()
  const readNow = useNowReader()
  const catalogue = useCatalogue()
  const hindered = useReason('outages.add')
  const add = useWrite('outages.add')
  const draft = useDraft<OutageForm>('newOutage', () => newOutageForm(offered, readNow(), zone))
  const [form, setForm] = useState<OutageForm>(() => {
    const fromPage = newOutageForm(offered, readNow(), zone)
    return {
      ...draft.value,
      ...(offered.resourceId === undefined ? {} : { resourceId: fromPage.resourceId }),
      ...(offered.start === undefined ? {} : { from: fromPage.from, until: fromPage.until }),
      ...(offered.kind === undefined ? {} : { kind: fromPage.kind }),
      ...(offered.reason === undefined ? {} : { reason: fromPage.reason }),
    }
  })
  const save = async ({ resourceId, kind, reason, onConflict, decisions, ...sending }: OutageForm) => {
    if (resourceId === null) return null
    const interval = outageInterval({ resourceId, kind, reason, onConflict, ...sending }, zone)
    const reply = await add.run(
      {
        resourceId,
        kind,
        reason: reason.trim(),
        onConflict,
        ...(decisions === undefined ? {} : { decisions }),
        ...interval,
      },
      { said: t('bookings.said.outageAdded', { place: catalogue.placeName(resourceId) }) },
    )
    if (!reply.ok) return 'refusals' in reply ? reply.refusals : null
    draft.drop()
    close()
    return null
  }
  return (
    <OutageEditor
      title={t('bookings.outage.newTitle')}
      chip={draft.kept && !afresh ? <Chip>{t('common.draftKept')}</Chip> : null}
      form={form}
      existing={false}
      hindered={hindered}
      quiet={
        <Button
          kind="quiet"
          onClick={() => {
            draft.drop()
            again()
          }}
        >
          {t('bookings.action.clearForm')}
        </Button>
      }
      save={save}
      pending={add.pending}
      onChange={(next) => {
        setForm(next)
        draft.set(next)
      }}
      close={close}
    />
  )
}
