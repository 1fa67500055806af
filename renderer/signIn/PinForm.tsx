import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Avatar } from '../app/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { FormAlert } from './FormAlert.tsx'
import type { SignInPerson } from './PeopleCards.tsx'
import { useEntering } from './useSignIn.ts'

const MOST = 8

/** Four to eight digits of one person, at the desk. */
export function PinForm({
  person,
  onEntered,
  onOther,
  onSecret,
}: {
  person: SignInPerson
  onEntered: () => void
  onOther: () => void
  onSecret: () => void
}) {
  const { t } = useText()
  const entering = useEntering(onEntered)
  const [pin, setPin] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const enough = pin.length >= 4
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!enough || entering.pending) return
    if (await entering.withPin(person.id, pin)) return
    setPin('')
    field.current?.focus()
  }
  return (
    <form className="sign-in-card" onSubmit={(event) => void submit(event)}>
      <PersonHead person={person} />
      <input
        ref={field}
        className="input pin-input"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={MOST}
        aria-label={t('signIn.pinFor', { name: person.name })}
        aria-describedby="pin-hint"
        aria-invalid={entering.said === null ? undefined : true}
        value={pin}
        onChange={(event) => {
          setPin(event.target.value.replace(/\D/g, ''))
          entering.clear()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onOther()
        }}
      />
      <p id="pin-hint" className="small tertiary pin-hint">
        {t('signIn.pinHint')}
      </p>
      <FormAlert said={entering.wrong ? t('signIn.wrongPin') : entering.said} />
      <Button
        type="submit"
        kind="primary"
        size="large"
        wide
        pending={entering.pending}
        disabledReason={enough ? null : t('signIn.pinHint')}
      >
        {t('signIn.submit')}
      </Button>
      <div className="sign-in-ways">
        <Button kind="quiet" size="small" icon="chevronLeft" onClick={onOther}>
          {t('signIn.otherPerson')}
        </Button>
        <Button kind="quiet" size="small" icon="key" onClick={onSecret}>
          {t('signIn.withSecret')}
        </Button>
      </div>
    </form>
  )
}

/** Who is about to sign in. */
export function PersonHead({ person }: { person: SignInPerson }) {
  const { t } = useText()
  return (
    <div className="sign-in-person">
      <Avatar name={person.name} size={48} />
      <div>
        <p className="sign-in-name">{person.name}</p>
        <p className="small tertiary">{t(`refusals.roles.${person.role}`)}</p>
      </div>
    </div>
  )
}
