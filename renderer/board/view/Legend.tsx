import type { Team } from '../../../shared/operations/people.ts'
import { useText } from '../../ui/text.ts'
import type { TeamColour } from '../../ui/tokens.ts'
import { kindColours, stateColours, type Colouring, type Look } from '../model/look.ts'
import type { ResourceKind } from '../../../shared/operations/fields.ts'

const looks: Look[] = ['confirmed', 'inUse', 'pending', 'tentative', 'noShow']
const stateLooks: Look[] = ['confirmed', 'inUse', 'completed', 'pending', 'tentative', 'noShow', 'overrun']

/** What the marks on the board mean. States by their shape; with 着色 by kind the colours of the kinds on show come first. */
export function Legend({
  colouring,
  kinds,
  teams,
}: {
  colouring: Colouring
  kinds: readonly ResourceKind[]
  teams: readonly Team[]
}) {
  const { t } = useText()
  const colourOf = (look: Look): TeamColour =>
    colouring === 'state' ? stateColours[look] : look === 'noShow' ? 'slate' : 'sky'
  return (
    <div className="legend" role="list" aria-label={t('board.legend.label')}>
      {colouring === 'kind'
        ? kinds.map((kind) => (
            <span key={kind} role="listitem">
              <i className={`legend-square c-${kindColours[kind]}`} aria-hidden />
              {t(`refusals.kinds.${kind}`)}
            </span>
          ))
        : null}
      {(colouring === 'state' ? stateLooks : looks).map((look) => (
        <span key={look} role="listitem">
          <i className={`blk c-${colourOf(look)} s-${look}`} aria-hidden />
          {t(`board.legend.${look}`)}
        </span>
      ))}
      <span role="listitem">
        <i className="buffer" aria-hidden />
        {t('board.legend.buffer')}
      </span>
      <span role="listitem">
        <i className="band band-outage" aria-hidden />
        {t('board.legend.outage')}
      </span>
      <span role="listitem">
        <i className="band band-fault" aria-hidden />
        {t('board.legend.fault')}
      </span>
      <span role="listitem">
        <i className="band band-closed" aria-hidden />
        {t('board.legend.closed')}
      </span>
      {colouring === 'team'
        ? teams.map((team) => (
            <span key={team.id} role="listitem">
              <i className={`legend-square c-${team.colour}`} aria-hidden />
              {team.shortName}
            </span>
          ))
        : null}
    </div>
  )
}
