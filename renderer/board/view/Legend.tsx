import { useEffect, useRef, useState } from 'react'
import type { Team } from '../../../shared/operations/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { useText } from '../../ui/text.ts'
import type { TeamColour } from '../../ui/tokens.ts'
import { kindColours, stateColours, type Colouring, type Look } from '../model/look.ts'
import type { ResourceKind } from '../../../shared/operations/fields.ts'

const looks: Look[] = ['confirmed', 'inUse', 'pending', 'tentative', 'noShow']
const stateLooks: Look[] = ['confirmed', 'inUse', 'completed', 'pending', 'tentative', 'noShow', 'overrun']

type Shown = { colouring: Colouring; kinds: readonly ResourceKind[]; teams: readonly Team[] }

function Marks({ colouring, kinds, teams }: Shown) {
  const { t } = useText()
  const colourOf = (look: Look): TeamColour =>
    colouring === 'state' ? stateColours[look] : look === 'noShow' ? 'slate' : 'sky'
  return (
    <>
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
    </>
  )
}

/**
 * What the marks on the board mean. States by their shape; with 着色 by kind the colours of the kinds on show come first. What the status bar has no
 * room for stands behind 更多.
 */
export function Legend(shown: Shown) {
  const { t } = useText()
  const line = useRef<HTMLDivElement>(null)
  const more = useRef<HTMLSpanElement>(null)
  const [hides, setHides] = useState(false)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const list = line.current
    if (list === null) return undefined
    const look = () => setHides(list.scrollHeight > list.clientHeight + 2)
    look()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(look)
    observer.observe(list)
    return () => observer.disconnect()
  }, [shown.colouring, shown.kinds, shown.teams])
  return (
    <>
      <div ref={line} className="legend" role="list" aria-label={t('board.legend.label')}>
        <Marks {...shown} />
      </div>
      {hides ? (
        <span ref={more} className="legend-more">
          <Button size="small" kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('common.more')}
          </Button>
        </span>
      ) : null}
      {open ? (
        <Popup anchor={more} side="above" align="end" onClose={() => setOpen(false)}>
          <div className="legend legend-all" role="list" aria-label={t('board.legend.label')}>
            <Marks {...shown} />
          </div>
        </Popup>
      ) : null}
    </>
  )
}
