import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { FormAlert } from './FormAlert.tsx'
import type { SignInPerson } from './PeopleCards.tsx'
import { PersonHead } from './PinForm.tsx'
import { SecretField } from './SecretField.tsx'
import { useEntering } from './useSignIn.ts'

/** Login name and secret; the name is known when a card was chosen. */
export function SecretForm({
  person,
  onEntered,
  onOther,
}: {
  person: SignInPerson | null
  onEntered: () => void
  onOther?: () => void
}) {
  const { t } = useText()
  const entering = useEntering(onEntered)
  const [login, setLogin] = useState(person?.login ?? '')
  const [secret, setSecret] = useState('')
  const [asked, setAsked] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const secretField = useRef<HTMLInputElement>(null)
  useEffect(() => (name.current ?? secretField.current)?.focus(), [])

  const noLogin = login.trim() === ''
  const noSecret = secret === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (noLogin) name.current?.focus()
    else if (noSecret) secretField.current?.focus()
    else if (!entering.pending && !(await entering.withSecret(login.trim(), secret))) {
      secretField.current?.focus()
      secretField.current?.select()
    }
  }
  return (
    <form className="sign-in-card" noValidate onSubmit={(event) => void submit(event)}>
      {person === null ? (
        <Field label={t('signIn.name')} error={asked && noLogin ? t('signIn.needed') : null}>
          {(ids) => (
            <input
              {...ids}
              ref={name}
              className="input"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <PersonHead person={person} />
      )}
      <SecretField
        label={t('signIn.secret')}
        value={secret}
        field={secretField}
        error={asked && noSecret ? t('signIn.needed') : null}
        onChange={(value) => {
          setSecret(value)
          entering.clear()
        }}
      />
      <FormAlert said={entering.said} />
      <Button type="submit" kind="primary" size="large" wide pending={entering.pending}>
        {t('signIn.submit')}
      </Button>
      {onOther === undefined ? null : (
        <div className="sign-in-ways">
          <Button kind="quiet" size="small" icon="chevronLeft" onClick={onOther}>
            {t('signIn.otherPerson')}
          </Button>
        </div>
      )}
    </form>
  )
}
