import { Popover } from 'antd'
import type { OccupancyRow } from '../../shared/operations/reports.ts'
import { Icon } from '../ui/icons.tsx'
import { fill } from './fill.ts'
import { useReportWords } from './words.ts'

/** The 口径 of a figure behind a small button: what is counted, in words. */
export function DefinitionHint({ figure }: { figure: keyof OccupancyRow }) {
  const { words, definitionOf } = useReportWords()
  const { name, formula } = definitionOf(figure)
  return (
    <Popover
      trigger={['hover', 'focus', 'click']}
      title={fill(words.definition, { name })}
      content={
        <div className="report-definition">
          <p>{formula}</p>
          <p>{words.ownDefinition}</p>
        </div>
      }
    >
      <button type="button" className="report-hint" aria-label={fill(words.definitionHint, { name })}>
        <Icon name="info" size={14} />
      </button>
    </Popover>
  )
}
