import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Refusal } from '../../shared/refusals.ts'
import { bareNames, explain } from '../../shared/text/explain.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { FormAlert } from './FormAlert.tsx'
import { SecretField } from './SecretField.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useEntering, useWhy } from './useSignIn.ts'
import { zoneChoices } from './zones.ts'
import './firstStart.css'

type Form = {
  centreName: string
  zone: string
  administratorName: string
  login: string
  secret: string
  repeat: string
}
type Wrong = Partial<Record<keyof Form, string>>

const start: Form = { centreName: '', zone: 'Asia/Shanghai', administratorName: '', login: '', secret: '', repeat: '' }
const firstStep = new Set<keyof Form>(['centreName', 'zone'])

/** The set-up of a centre of one's own: the centre, then its first administrator, who is signed in at the end. */
export function SetUp({
  onBegin,
  onEntered,
  onBack,
}: {
  onBegin: () => void
  onEntered: () => void
  onBack: () => void
}) {
  const { t, language } = useText()
  const write = useWrite('centre.setUp')
  const why = useWhy()
  const entering = useEntering(onEntered)
  const frame = useRef<HTMLFormElement>(null)
  const [step, setStep] = useState<1 | 2>(1)
  const [form, setForm] = useState(start)
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const [created, setCreated] = useState(false)

  useEffect(() => frame.current?.querySelector('input')?.focus(), [step])

  const change = (part: Partial<Form>) => {
    setForm((before) => ({ ...before, ...part }))
    setRefused({})
    write.clear()
  }
  const checked = (at: 1 | 2): Wrong => {
    const wrong: Wrong = {}
    const need = (name: keyof Form) => {
      if (form[name].trim() === '') wrong[name] = t('signIn.needed')
    }
    if (at === 1) need('centreName')
    else {
      need('administratorName')
      if (form.login.trim().length < 2) wrong.login = t('signIn.tooShortLogin')
      else if (!/^[\p{L}\p{N}._-]+$/u.test(form.login.trim())) wrong.login = t('signIn.badLogin')
      if (form.secret.length < 8) wrong.secret = t('signIn.tooShortSecret')
      else if (form.secret !== form.repeat) wrong.repeat = t('signIn.secretsDiffer')
    }
    return wrong
  }
  const wrong: Wrong = { ...(asked ? checked(step) : {}), ...refused }

  const focusWrong = () =>
    setTimeout(() => frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0)
  const place = (refusals: readonly Refusal[]) => {
    const found: Wrong = {}
    for (const refusal of refusals) {
      if (refusal.code !== 'badInput' || !(refusal.path in start)) continue
      found[refusal.path as keyof Form] =
        refusal.why === 'weakSecret' ? t('signIn.weakSecret') : explain(refusal, language, bareNames(form.zone))
    }
    setRefused(found)
    if (Object.keys(found).some((name) => firstStep.has(name as keyof Form))) setStep(1)
    focusWrong()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(checked(step)).length > 0) {
      setAsked(true)
      focusWrong()
      return
    }
    setAsked(false)
    if (step === 1) {
      setStep(2)
      return
    }
    if (write.pending || entering.pending) return
    if (!created) {
      onBegin()
      const { repeat: _repeat, ...input } = form
      const reply = await write.run(
        { ...input, login: form.login.trim(), language },
        { undoable: false, failureToast: false },
      )
      if (!reply.ok) {
        if ('refusals' in reply) place(reply.refusals)
        return
      }
      setCreated(true)
    }
    await entering.withSecret(form.login.trim(), form.secret)
  }
  const text = (
    name: 'centreName' | 'administratorName' | 'login',
    label: string,
    more: { note?: string; most: number },
  ) => (
    <Field label={label} note={more.note} error={wrong[name]}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          autoComplete="off"
          spellCheck={false}
          maxLength={more.most}
          value={form[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const unplaced = write.failure !== null && Object.keys(refused).length === 0 ? why(write.failure) : null
  return (
    <SignInFrame>
      <div className="sign-in-narrow set-up">
        <ol className="steps" aria-label={t('signIn.ownTitle')}>
          {[t('signIn.stepCentre'), t('signIn.stepAdministrator')].map((word, index) => (
            <li key={word} className="step" aria-current={step === index + 1 ? 'step' : undefined}>
              <span aria-hidden>{index + 1}</span>
              {word}
            </li>
          ))}
        </ol>
        <form ref={frame} className="sign-in-card" noValidate onSubmit={(event) => void submit(event)}>
          <div>
            <h1 className="set-up-title">{t(step === 1 ? 'signIn.centreTitle' : 'signIn.administratorTitle')}</h1>
            <p className="small tertiary">{t(step === 1 ? 'signIn.centreLead' : 'signIn.administratorLead')}</p>
          </div>
          {step === 1 ? (
            <>
              {text('centreName', t('signIn.centreName'), { note: t('signIn.centreNameExample'), most: 60 })}
              <Field label={t('signIn.zone')} note={t('signIn.zoneHint')} error={wrong.zone}>
                {(ids) => (
                  <select
                    {...ids}
                    className="input"
                    value={form.zone}
                    onChange={(event) => change({ zone: event.target.value })}
                  >
                    {zoneChoices().map(({ zone, label }) => (
                      <option key={zone} value={zone}>
                        {label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </>
          ) : (
            <>
              {text('administratorName', t('signIn.administratorName'), { most: 40 })}
              {text('login', t('signIn.login'), { note: t('signIn.loginHint'), most: 40 })}
              <SecretField
                fresh
                label={t('signIn.newSecret')}
                note={t('signIn.secretHint')}
                value={form.secret}
                error={wrong.secret ?? null}
                onChange={(secret) => change({ secret })}
              />
              <SecretField
                fresh
                label={t('signIn.repeatSecret')}
                value={form.repeat}
                error={wrong.repeat ?? null}
                onChange={(repeat) => change({ repeat })}
              />
            </>
          )}
          <FormAlert said={unplaced ?? entering.said} />
          <div className="set-up-foot">
            <Button kind="quiet" icon="chevronLeft" onClick={() => (step === 1 ? onBack() : setStep(1))}>
              {t('common.back')}
            </Button>
            <Button type="submit" kind="primary" size="large" pending={write.pending || entering.pending}>
              {t(step === 1 ? 'common.next' : 'signIn.create')}
            </Button>
          </div>
        </form>
      </div>
    </SignInFrame>
  )
}
