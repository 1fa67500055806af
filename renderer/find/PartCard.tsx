import { useId, useState } from 'react'
import type { WantedPart } from '../../shared/operations/find.ts'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { partFacts, partIcon, partTitle, type Known } from './words.ts'

/** One wanted part: what it is, its facts; any-of parts open to set seats and features. */
export function PartCard({
  part,
  known,
  onChange,
  onRemove,
}: {
  part: WantedPart
  known: Known
  onChange: (part: WantedPart) => void
  onRemove: () => void
}) {
  const { t } = useText()
  const id = useId()
  const [open, setOpen] = useState(part.ids.length === 0)
  const title = partTitle(part, known)
  const facts = partFacts(part, known)
  const any = part.ids.length === 0
  const seats = any && !part.kinds.includes('instrument')
  const features = any ? featuresOf(part, known) : []
  return (
    <li className="find-part">
      <span className="find-part-icon">
        <Icon name={partIcon(part, known)} size={16} />
      </span>
      <div className="find-part-words">
        {any ? (
          <button
            type="button"
            className="find-part-title"
            aria-expanded={open}
            aria-label={t('find.editPart', { name: title })}
            onClick={() => setOpen(!open)}
          >
            {title}
            <Icon name={open ? 'chevronUp' : 'chevronDown'} size={12} />
          </button>
        ) : (
          <strong className="find-part-title">{title}</strong>
        )}
        {facts === '' ? null : <small>{facts}</small>}
      </div>
      <button
        type="button"
        className="find-part-remove"
        aria-label={t('find.removePart', { name: title })}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
      {open && (seats || features.length > 0) ? (
        <div className="find-part-more">
          {seats ? (
            <label className="find-seats" htmlFor={`${id}seats`}>
              <span>{t('find.seats')}</span>
              <input
                id={`${id}seats`}
                className="input"
                type="number"
                min={1}
                max={1000}
                value={part.seats ?? ''}
                onChange={(event) => {
                  const value = Math.floor(Number(event.target.value))
                  onChange({ ...part, seats: value >= 1 && value <= 1000 ? value : null })
                }}
              />
              <span>{t('find.seatsUnit')}</span>
            </label>
          ) : null}
          {features.length > 0 ? (
            <div className="find-features" role="group" aria-label={t('find.features')}>
              {features.map((feature) => (
                <button
                  key={feature}
                  type="button"
                  className="find-feature"
                  aria-pressed={part.features.includes(feature)}
                  onClick={() =>
                    onChange({
                      ...part,
                      features: part.features.includes(feature)
                        ? part.features.filter((each) => each !== feature)
                        : [...part.features, feature],
                    })
                  }
                >
                  {feature}
                </button>
              ))}
            </div>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

function featuresOf(part: WantedPart, { resources }: Known): string[] {
  const suits = [...resources.values()].filter(
    (each) => each.bookable && !each.retired && (part.kinds.length === 0 || part.kinds.includes(each.kind)),
  )
  return [...new Set(suits.flatMap((each) => each.features))].slice(0, 12)
}
