import type { Refusal } from '../../shared/refusals.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'

/** What should be known before it is booked, though nothing refuses it: the same person elsewhere at that time (CF-09). */
export function Warnings({ warnings, date }: { warnings: readonly Refusal[]; date: LocalDate }) {
  const { t, language } = useText()
  const names = useNames()
  return warnings.map((warning) => (
    <p key={JSON.stringify(warning)} className="booking-check booking-check-warn" role="status">
      <Icon name="triangle" size={14} />
      <b>{t('rules.warning')}</b>
      {explain(warning, language, names(date))}
    </p>
  ))
}
