import type { ReactNode } from 'react'
import type { BookingStatus } from '../../shared/operations/fields.ts'
import { Icon, type IconName } from './icons.tsx'
import { useText } from './text.ts'

export type ChipTone = 'plain' | 'ok' | 'warn' | 'danger' | 'primary' | 'off' | 'outage' | 'fault' | 'outline'

/** A state in a word, with colour and, where it has one, its fixed icon. */
export function Chip({ tone = 'plain', icon, children }: { tone?: ChipTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip chip-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}

const looks: Record<BookingStatus, { tone: ChipTone; icon?: IconName }> = {
  tentative: { tone: 'outline', icon: 'clock' },
  pending: { tone: 'outline', icon: 'hourglass' },
  confirmed: { tone: 'primary' },
  inUse: { tone: 'ok', icon: 'check' },
  completed: { tone: 'plain', icon: 'check' },
  cancelled: { tone: 'off', icon: 'ban' },
  rejected: { tone: 'off', icon: 'ban' },
  noShow: { tone: 'off' },
}

/** The state of a booking: colour, shape and word together. */
export function StatusChip({ status }: { status: BookingStatus }) {
  const { t } = useText()
  const look = looks[status]
  return (
    <Chip tone={look.tone} {...(look.icon === undefined ? {} : { icon: look.icon })}>
      {t(`refusals.statuses.${status}`)}
    </Chip>
  )
}
