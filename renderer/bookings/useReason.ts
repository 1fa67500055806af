import { operations, type OperationName } from '../../shared/operations/index.ts'
import { useMay } from '../api/session.ts'
import { useText } from '../ui/text.ts'
import { rolesText } from './words.ts'

/** Why the person here may not run an operation, in words; null when they may. Buttons are disabled with it. */
export function useReason(name: OperationName): string | null {
  const may = useMay()
  const { t } = useText()
  if (may(name)) return null
  const { who } = operations[name]
  if (typeof who === 'string') return t('refusals.sentences.notSignedIn')
  return t('bookings.action.mayNot', { roles: rolesText(who, t) })
}
