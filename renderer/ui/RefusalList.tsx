import type { ReactNode } from 'react'
import type { ResourceKind } from '../../shared/operations/fields.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { explain, isRuleRefusal, originText, ruleTitle, waiverText, type Names } from '../../shared/text/explain.ts'
import { Icon } from './icons.tsx'
import { useText } from './text.ts'

/**
 * Every reason at once, each with its facts, the level it comes from, who may waive it and one way on (ui.md §5).
 * `resource` gives the name and kind of a place for 来自; `link` the one way on for a reason (联系预约人, 看规则, 看明细).
 */
export function RefusalList({
  refusals,
  names,
  resource,
  link,
  title,
}: {
  refusals: readonly Refusal[]
  names: Names
  resource?: (id: string) => { name: string; kind: ResourceKind } | null
  link?: (refusal: Refusal) => ReactNode
  /** Instead of 这样暂时约不上，共 n 条原因. */
  title?: string
}) {
  const { t, language } = useText()
  if (refusals.length === 0) return null
  const aboutRules = refusals.some(isRuleRefusal)
  const heading =
    title ?? (aboutRules ? t('common.refusedTitle', { count: refusals.length }) : t('common.refusedPlain'))
  return (
    <section className="refusals" role="alert">
      <div className="refusals-head">
        <Icon name="triangle" />
        <h3 className="section-title">{heading}</h3>
        {aboutRules ? <small>{t('common.allListed')}</small> : null}
      </div>
      <ul className="refusals-list">
        {refusals.map((refusal) => (
          <li key={JSON.stringify(refusal)} className="refusal">
            <Icon name="ban" />
            <div className="refusal-body">
              {isRuleRefusal(refusal) ? <p className="refusal-title">{ruleTitle(refusal.code, language)}</p> : null}
              <p className="refusal-sentence">{explain(refusal, language, names)}</p>
              {isRuleRefusal(refusal) ? (
                <p className="refusal-origin">
                  <span>{originText(refusal.level, resource?.(refusal.resourceId) ?? null, language)}</span>
                  <span>{waiverText(refusal.waivers, language)}</span>
                </p>
              ) : null}
            </div>
            {link?.(refusal)}
          </li>
        ))}
      </ul>
    </section>
  )
}
