import type { Answer, Strip } from '../../shared/operations/find.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { dateOf, toWall } from '../../shared/scheduling/zone.ts'
import { clock, dayLabel, range } from '../../shared/text/format.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { Strips } from './Strips.tsx'
import type { Known } from './words.ts'

export type FoundAnswer = Answer & { strips: Strip[] }

/** One answer: its rank and time, a strip for each place, what speaks for it, and the one button. */
export function AnswerCard({
  answer,
  rank,
  earliest,
  today,
  zone,
  known,
  disabledReason,
  onBook,
}: {
  answer: FoundAnswer
  rank: number
  earliest: boolean
  today: string
  zone: string
  known: Known
  disabledReason: string | null
  onBook: () => void
}) {
  const { t, language } = useText()
  const date = dateOf(answer.start, zone)
  const before = Math.max(0, ...answer.strips.map((strip) => strip.before))
  const day = dayLabel(date, language, today)
  const time = range(answer.start, answer.end, zone, language, date)
  return (
    <li className={rank === 1 ? 'find-answer find-answer-first' : 'find-answer'}>
      <div className="find-answer-when">
        <span className="find-rank">
          {t('find.rank', { count: rank })}
          {earliest ? ` · ${t('find.earliest')}` : ''}
        </span>
        <strong>{day}</strong>
        <b>{time}</b>
        {before > 0 ? (
          <small>{t('find.warmUp', { time: clock(toWall(answer.start - before * MINUTE, zone).minute) })}</small>
        ) : null}
      </div>
      <Strips answer={answer} known={known} zone={zone} />
      <div className="find-answer-side">
        {answer.needsApproval ? (
          <Chip tone="outline" icon="hourglass">
            {t('find.approval')}
          </Chip>
        ) : null}
        {answer.gapMinutes === 0 ? (
          <Chip tone="ok">{t('find.noGaps')}</Chip>
        ) : (
          <Chip>{t('find.gaps', { count: answer.gapMinutes })}</Chip>
        )}
        {answer.spareSeats === null ? null : answer.spareSeats === 0 ? (
          <Chip tone="ok">{t('find.exactSeats')}</Chip>
        ) : (
          <Chip>{t('find.spare', { count: answer.spareSeats })}</Chip>
        )}
        {answer.resources.length < 2 ? null : answer.zones === 1 ? (
          <Chip tone="ok">{t('find.oneZone')}</Chip>
        ) : (
          <Chip>{t('find.zones', { count: answer.zones })}</Chip>
        )}
        <Button
          kind={rank === 1 ? 'primary' : 'default'}
          disabledReason={disabledReason}
          {...(rank <= 5 ? { keys: String(rank) } : {})}
          onClick={onBook}
        >
          {t('find.book')}
          <span className="visually-hidden">{t('find.bookNamed', { rank, when: `${day} ${time}` })}</span>
        </Button>
      </div>
    </li>
  )
}
