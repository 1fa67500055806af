import { Button } from './Button.tsx'
import { downloadText } from './download.ts'
import { Icon } from './icons.tsx'
import { useText } from './text.ts'

/**
 * A part that could not be read: what failed, why, 重试, 导出诊断. Stands in place of the part; other parts keep working.
 * `reasons` are sentences already; `faultId` is ours and goes into the diagnostics.
 */
export function ErrorPanel({
  what,
  reasons = [],
  faultId,
  detail,
  onRetry,
}: {
  what?: string
  reasons?: readonly string[]
  faultId?: string | undefined
  /** Goes into the diagnostics file, not onto the screen. */
  detail?: string | undefined
  onRetry?: (() => void) | undefined
}) {
  const { t } = useText()
  const title = what === undefined ? t('common.readFailedPlain') : t('common.readFailed', { what })
  const fault = faultId === undefined ? [] : [t('common.faultNumber', { id: faultId })]
  const lines = [...reasons, ...fault]
  const save = () => {
    const facts = [title, ...lines, detail ?? '', window.location.hash, navigator.userAgent]
    downloadText('hengtong-diagnostics.txt', facts.filter((line) => line !== '').join('\n'))
  }
  return (
    <div className="error-panel" role="alert">
      <Icon name="triangle" />
      <div className="error-panel-body">
        <p className="section-title">{title}</p>
        {lines.map((line) => (
          <p key={line} className="small secondary">
            {line}
          </p>
        ))}
      </div>
      <div className="error-panel-actions">
        <Button size="small" kind="quiet" onClick={save}>
          {t('common.exportDiagnostics')}
        </Button>
        {onRetry === undefined ? null : (
          <Button size="small" icon="refresh" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
