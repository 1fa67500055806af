import { bareNames, explain } from '../../shared/text/explain.ts'
import type { Failure } from '../api/failure.ts'
import { SignInFrame } from '../signIn/SignInFrame.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { useLate } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'

/** Nothing for 150 ms, then one quiet line: most starts are quicker. */
export function StartWait() {
  const { t } = useText()
  const late = useLate(true)
  if (!late) return null
  return (
    <SignInFrame>
      <p className="sign-in-wait" role="status">
        {t('signIn.starting')}
      </p>
    </SignInFrame>
  )
}

/** The core did not answer the very first question. */
export function StartFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t, language } = useText()
  const reasons =
    failure.kind === 'refused'
      ? failure.refusals.map((refusal) => explain(refusal, language, bareNames('Asia/Shanghai')))
      : [t('shell.startFailedHint')]
  return (
    <SignInFrame>
      <div className="sign-in-narrow">
        <ErrorPanel
          what={t('shell.startFailed')}
          reasons={reasons}
          faultId={failure.kind === 'fault' ? failure.faultId : undefined}
          onRetry={onRetry}
        />
      </div>
    </SignInFrame>
  )
}
