import type { IconName } from '../ui/icons.tsx'
import { Chip, type ChipTone } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import type { OutagePhase } from './outageForm.ts'

const looks: Record<OutagePhase, { tone: ChipTone; icon?: IconName }> = {
  running: { tone: 'outage', icon: 'wrench' },
  planned: { tone: 'outline', icon: 'clock' },
  overdue: { tone: 'danger', icon: 'triangle' },
  ended: { tone: 'plain', icon: 'check' },
  cancelled: { tone: 'off', icon: 'ban' },
}

/** Where an outage stands, in a word with its mark. */
export function PhaseChip({ phase }: { phase: OutagePhase }) {
  const { t } = useText()
  const { tone, icon } = looks[phase]
  return (
    <Chip tone={tone} {...(icon === undefined ? {} : { icon })}>
      {t(`bookings.outage.statuses.${phase}`)}
    </Chip>
  )
}
