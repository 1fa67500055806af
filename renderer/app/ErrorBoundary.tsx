import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { downloadText } from '../ui/download.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/text.ts'

type Caught = { error: unknown; stack: string }

/** Catches what breaks while drawing below it, so that the rest of the frame keeps working. Its key changes with what it stands around. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { caught: Caught | null }> {
  override state: { caught: Caught | null } = { caught: null }

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error, stack: '' } }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.setState({ caught: { error, stack: info.componentStack ?? '' } })
  }

  override render() {
    const { caught } = this.state
    if (caught === null) return this.props.children
    return <Broken caught={caught} onRetry={() => this.setState({ caught: null })} />
  }
}

function Broken({ caught, onRetry }: { caught: Caught; onRetry: () => void }) {
  const { t } = useText()
  const save = () => {
    const { error, stack } = caught
    const facts = [error instanceof Error ? (error.stack ?? error.message) : String(error), stack]
    downloadText('hengtong-diagnostics.txt', [...facts, window.location.hash, navigator.userAgent].join('\n'))
  }
  return (
    <div className="broken" role="alert">
      <EmptyState icon="triangle" title={t('shell.pageBroken')} hint={t('shell.pageBrokenHint')}>
        <Button onClick={save}>{t('common.exportDiagnostics')}</Button>
        <Button kind="primary" icon="refresh" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </EmptyState>
    </div>
  )
}
