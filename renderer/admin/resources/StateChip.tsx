import type { Resource } from '../../../shared/operations/resources.ts'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'

/** The state of a place or instrument: colour, icon and word. */
export function StateChip({ state }: { state: Resource['state'] }) {
  const { t } = useText()
  const word = t(`admin.resources.states.${state}`)
  if (state === 'up') return <Chip tone="ok">{word}</Chip>
  return (
    <Chip tone={state === 'down' ? 'fault' : 'outage'} icon={state === 'down' ? 'ban' : 'wrench'}>
      {word}
    </Chip>
  )
}
