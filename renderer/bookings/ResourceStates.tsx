import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { openDrawer } from '../ui/drawers.ts'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import type { Catalogue } from './useCatalogue.ts'
import { useReason } from './useReason.ts'

/** The resources that are not in order, why, and how to put them in order again. */
export function ResourceStates({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useText()
  const hindered = useReason('resources.setState')
  const mayNotAdd = useReason('outages.add')
  const write = useWrite('resources.setState')
  const troubled = catalogue.resources.filter(({ state, retired }) => state !== 'up' && !retired)
  if (!catalogue.ready) return null
  return (
    <section className="panel outage-states">
      <h2 className="section-title">{t('bookings.outage.states')}</h2>
      {troubled.length === 0 ? (
        <p className="secondary">{t('bookings.outage.allUp')}</p>
      ) : (
        <ul>
          {troubled.map((resource) => (
            <li key={resource.id}>
              <b>{catalogue.placeName(resource.id)}</b>
              <span className="tertiary">{resource.code}</span>
              <Chip
                tone={resource.state === 'down' ? 'fault' : 'warn'}
                icon={resource.state === 'down' ? 'ban' : 'triangle'}
              >
                {t(resource.state === 'down' ? 'bookings.outage.stateDown' : 'bookings.outage.stateDegraded')}
              </Chip>
              <span className="outage-state-reason">{resource.stateReason}</span>
              <Button
                size="small"
                kind="quiet"
                disabledReason={mayNotAdd}
                label={`${t('bookings.outage.add')} ${catalogue.placeName(resource.id)}`}
                onClick={() =>
                  openDrawer({
                    drawer: 'newOutage',
                    draft: {
                      resourceId: resource.id,
                      kind: 'fault',
                      ...(resource.stateReason === '' ? {} : { reason: resource.stateReason }),
                    },
                  })
                }
              >
                {t('bookings.outage.add')}
              </Button>
              <Button
                size="small"
                pending={write.pending}
                disabledReason={hindered}
                label={`${t('bookings.outage.makeUp')} ${catalogue.placeName(resource.id)}`}
                onClick={() =>
                  void write.run(
                    { id: resource.id, state: 'up', reason: '' },
                    { said: t('bookings.said.stateUp', { place: catalogue.placeName(resource.id) }), undoable: false },
                  )
                }
              >
                {t('bookings.outage.makeUp')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
