import { useMemo, useState } from 'react'
import { Seal } from '../app/Brand.tsx'
import { useClient } from '../api/ApiProvider.tsx'
import { useCentreName } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { wasIdleEnd } from './idleEnd.ts'
import { PeopleCards, type SignInPerson } from './PeopleCards.tsx'
import { PinForm } from './PinForm.tsx'
import { SecretForm } from './SecretForm.tsx'
import { SignInFrame } from './SignInFrame.tsx'

type Step = { at: 'people' } | { at: 'pin'; person: SignInPerson } | { at: 'secret'; person: SignInPerson | null }

/** Signing in: at the shared desk a person and a PIN, everywhere a login name and a secret. `onBack`: someone is still signed in. */
export function SignIn({ onEntered, onBack }: { onEntered: () => void; onBack?: (() => void) | undefined }) {
  const { t, language } = useText()
  const centreName = useCentreName(language)
  const { door } = useClient().connection
  const people = useRead('sessions.people', {}, { enabled: door === 'desk' })
  const [step, setStep] = useState<Step>({ at: 'people' })
  const list = people.value?.people
  // This is the desk's computer: its own people stand first.
  const known = useMemo(() => {
    const isDesk = ({ role }: SignInPerson) => role === 'frontDesk'
    return [...(list ?? []).filter(isDesk), ...(list ?? []).filter((each) => !isDesk(each))]
  }, [list])
  const byCards = door === 'desk' && (people.loading || known.length > 0)

  const content = () => {
    if (!byCards) return <SecretForm person={null} onEntered={onEntered} />
    if (step.at === 'pin') {
      return (
        <PinForm
          person={step.person}
          onEntered={onEntered}
          onOther={() => setStep({ at: 'people' })}
          onSecret={() => setStep({ at: 'secret', person: step.person })}
        />
      )
    }
    if (step.at === 'secret') {
      return <SecretForm person={step.person} onEntered={onEntered} onOther={() => setStep({ at: 'people' })} />
    }
    if (people.value === undefined) return <SkeletonRows rows={4} />
    return (
      <PeopleCards
        people={known}
        onChoose={(person) => setStep({ at: person.hasPin ? 'pin' : 'secret', person })}
        onSecret={() => setStep({ at: 'secret', person: null })}
        onBack={onBack}
      />
    )
  }
  return (
    <SignInFrame>
      <div className={byCards && step.at === 'people' ? 'sign-in-wide' : 'sign-in-narrow'}>
        <div className="sign-in-head">
          <Seal size={48} />
          <h1>{centreName === '' ? t('common.productName') : centreName}</h1>
          <p>{t('signIn.welcome')}</p>
          {onBack === undefined && wasIdleEnd() ? (
            <p className="sign-in-idle" role="status">
              {t('signIn.idleEnd')}
            </p>
          ) : null}
        </div>
        {content()}
      </div>
    </SignInFrame>
  )
}
