import { memo } from 'react'
import { Icon } from '../../ui/icons.tsx'
import type { Fold, GroupRow } from '../geometry/layout.ts'
import { zoneName } from '../model/words.ts'
import { cellId, type Scene } from './scene.ts'

/** The head of a zone: folds it, says how many of its places are on show, and brings out the quiet ones. */
export const GroupView = memo(function GroupView({
  row,
  rowIndex,
  scene,
  onFold,
}: {
  row: GroupRow
  rowIndex: number
  scene: Scene
  onFold: (zoneId: string, fold: Fold) => void
}) {
  const { speech, headWidth, axis } = scene
  const { t } = speech
  const name = zoneName(row.zone, speech.language)
  const folded = row.fold === 'folded'
  return (
    <div
      className="board-group"
      role="row"
      aria-rowindex={rowIndex}
      data-row={row.id}
      style={{ top: row.top, height: row.height, width: headWidth + axis.width }}
    >
      <div
        className="group-head"
        role="rowheader"
        id={cellId(row.id)}
        aria-expanded={!folded}
        style={{ width: headWidth }}
      >
        <button
          type="button"
          tabIndex={-1}
          className="group-fold"
          aria-label={t(folded ? 'board.unfoldGroup' : 'board.foldGroup', { name })}
          onClick={() => onFold(row.zone.id, folded ? 'usual' : 'folded')}
        >
          <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={12} />
          <b>{name}</b>
        </button>
        {row.quiet > 0 && !folded ? (
          <button
            type="button"
            tabIndex={-1}
            className="group-count group-more"
            title={row.fold === 'all' ? t('board.hideQuiet') : t('board.showQuiet', { count: row.quiet })}
            onClick={() => onFold(row.zone.id, row.fold === 'all' ? 'usual' : 'all')}
          >
            {t('board.groupShown', { shown: row.shown, total: row.total })}
          </button>
        ) : (
          <span className="group-count">{t('board.groupShown', { shown: row.shown, total: row.total })}</span>
        )}
      </div>
    </div>
  )
})
