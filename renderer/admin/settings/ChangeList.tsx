import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'

/** What saving would change, each with before and after; afterwards what was changed. */
export function ChangeList({
  lines,
  saved,
}: {
  lines: readonly { name: string; before: string; after: string }[]
  saved: readonly string[] | null
}) {
  const { t } = useText()
  if (saved !== null && saved.length > 0)
    return (
      <p className="admin-done" role="status">
        <Icon name="check" />
        {t('admin.settings.saved', { names: saved.join(t('refusals.listJoin')) })}
      </p>
    )
  if (lines.length === 0) return null
  return (
    <dl className="admin-changes" aria-label={t('admin.settings.willChange')}>
      {lines.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <s>{before}</s>
            <Icon name="arrowRight" size={12} />
            <span>{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
