import { useState } from 'react'
import type { Refusal } from '../../../shared/refusals.ts'
import { useNames } from '../../api/names.ts'
import { useZone } from '../../api/session.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useDraft } from '../../ui/drafts.ts'
import { RefusalList } from '../../ui/RefusalList.tsx'
import { useText } from '../../ui/text.ts'
import type { BookingForm } from '../form.ts'
import { useCatalogue } from '../useCatalogue.ts'
import type { FormState } from '../useForm.ts'
import { titlePhrase } from '../words.ts'
import { DatesTable, type Open } from './DatesTable.tsx'
import { noRepeat, seriesRequestOf, type Repeat } from './repeat.ts'
import { RepeatFields } from './RepeatFields.tsx'
import { usePreview } from './usePreview.ts'

/** The repeat of a new booking: its fields, the table of its dates, and how it is saved. Kept with the draft of the form. */
export function useRepeats({ form }: FormState, afresh: boolean) {
  const { t, language } = useText()
  const zone = useZone()
  const names = useNames()
  const catalogue = useCatalogue()
  const draft = useDraft<Repeat>('newBooking.repeat', () => noRepeat)
  const [repeat, setRepeat] = useState(afresh ? noRepeat : draft.value)
  const [open, setOpen] = useState<Open>(null)
  const create = useWrite('series.create')
  const preview = usePreview(form, repeat, open?.date ?? null)
  const active = repeat.kind !== 'none'
  const become = (change: Partial<Repeat>) => {
    const next = { ...repeat, ...change }
    setRepeat(next)
    draft.set(next)
  }
  const counts = preview.plan?.counts ?? { free: 0, conflict: 0, rule: 0, skipped: 0, total: 0 }
  const missing = counts.conflict + counts.rule
  const save = async (sending: BookingForm, finish: () => void): Promise<readonly Refusal[] | null> => {
    const reply = await create.run(
      { request: seriesRequestOf(sending, repeat, zone), choices: repeat.choices, onConflict: 'missing' },
      {
        said: ({ series, dates }) => {
          const booked = dates.filter((each) => each.bookingId !== null).length
          const lost = dates.filter((each) => each.state === 'missing').length
          const facts = { title: titlePhrase(series.title, language), count: booked, missing: lost }
          return t(lost > 0 ? 'series.createdSome' : 'series.created', facts)
        },
      },
    )
    if (!reply.ok) return 'refusals' in reply ? reply.refusals : null
    finish()
    return null
  }
  const held = form.holdUntil !== null
  return {
    active,
    save,
    pending: create.pending,
    drop: draft.drop,
    label: t(missing > 0 ? 'series.bookSome' : 'series.book', { count: counts.free, free: counts.free, missing }),
    blocked: held
      ? t('series.noHold')
      : !preview.active || preview.plan === null
        ? t('series.checking')
        : counts.free === 0
          ? t('series.noneFree')
          : null,
    content: (
      <>
        <RepeatFields repeat={repeat} date={form.when.date} change={become} />
        {active ? (
          <>
            <RefusalList
              refusals={[...preview.refusals]}
              names={names()}
              title={t('common.refusedPlain')}
              resource={(id) => {
                const found = catalogue.resource(id)
                return found === null ? null : { name: catalogue.placeName(id), kind: found.kind }
              }}
            />
            <DatesTable
              preview={preview}
              choices={repeat.choices}
              open={open}
              catalogue={catalogue}
              onOpen={setOpen}
              onChoose={(choices) => become({ choices })}
            />
          </>
        ) : null}
      </>
    ),
  }
}
