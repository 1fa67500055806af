import { Segmented } from '../../ui/Segmented.tsx'
import { useText } from '../../ui/text.ts'
import './series.css'

export const seriesScopes = ['this', 'following', 'all'] as const
export type SeriesScope = (typeof seriesScopes)[number]

/** Which dates of a series are meant: only this one, this and those after it, or all. */
export function ScopeChoice({ scope, onChange }: { scope: SeriesScope; onChange: (scope: SeriesScope) => void }) {
  const { t } = useText()
  return (
    <div className="series-scope">
      <Segmented
        label={t('series.scope')}
        value={scope}
        options={seriesScopes.map((value) => ({ value, label: t(`series.scopes.${value}`) }))}
        onChange={onChange}
      />
    </div>
  )
}
