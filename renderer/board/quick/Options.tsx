import type { RuleRefusal } from '../../../shared/refusals.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { placesText, reasonText, timeText, type Answer, type Known } from './words.ts'

/** Below the quick line: what was understood, why not as said, and up to three ways to book it. */
export function Options({
  id,
  answer,
  settled,
  chips,
  current,
  known,
  onChoose,
  onForm,
}: {
  id: string
  answer: Answer
  settled: boolean
  chips: readonly string[]
  current: number
  known: Known
  onChoose: (index: number) => void
  onForm: () => void
}) {
  const { t, language } = useText()
  const names = useNames()
  const { options, obstacles, need } = answer
  return (
    <div className="quick-body" role="region" aria-label={t('find.quick.label')} aria-busy={!settled}>
      {chips.length === 0 ? null : (
        <ul className="quick-chips" aria-label={t('find.quick.understood')}>
          {chips.map((chip, index) => (
            <li key={`${index} ${chip}`}>
              <Chip tone="primary">{chip}</Chip>
            </li>
          ))}
        </ul>
      )}
      {obstacles.length === 0 ? null : (
        <div role="status">
          <ul className="quick-why">
            {obstacles.map(({ refusal }) => (
              <li key={JSON.stringify(refusal)}>{explain(refusal as RuleRefusal, language, names(known.today))}</li>
            ))}
          </ul>
        </div>
      )}
      <div id={id} role="listbox" aria-label={t('find.quick.options')}>
        {options.map((option, index) => (
          <div
            key={`${option.start} ${option.resources.map((each) => each.resourceId).join()}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={index === current ? 'quick-option quick-option-active' : 'quick-option'}
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(index)
            }}
          >
            <div>
              <strong>{placesText(option, known)}</strong>
              <span>{timeText(option, known)}</span>
            </div>
            <small>{reasonText(option, known)}</small>
            {index === current ? (
              <span className="quick-enter">
                <KeyHint keys="↵" />
                {t('find.quick.create')}
              </span>
            ) : null}
          </div>
        ))}
      </div>
      {options.length > 0 && current < 0 ? <p className="quick-hint">{t('find.quick.toForm')}</p> : null}
      {options.length > 0 ? null : (
        <div className="quick-none" role="status">
          <p>{t(need === null ? 'find.quick.nothing' : 'find.quick.none')}</p>
          {need === null ? null : (
            <button type="button" className="link-button small" onClick={onForm}>
              {t('find.quick.toForm')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
