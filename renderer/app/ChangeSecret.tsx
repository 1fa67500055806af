import { useId, useRef, useState, type FormEvent } from 'react'
import { useWrite } from '../api/useWrite.ts'
import { FormAlert } from '../signIn/FormAlert.tsx'
import { SecretField } from '../signIn/SecretField.tsx'
import { useWhy } from '../signIn/useSignIn.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useText } from '../ui/text.ts'

type What = 'secret' | 'pin'

/** One's own secret, or the PIN for quick switching at the desk; the present secret proves who asks. */
export function ChangeSecret({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const formId = useId()
  const write = useWrite('sessions.changeSecret')
  const why = useWhy()
  const frame = useRef<HTMLFormElement>(null)
  const [what, setWhat] = useState<What>('secret')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [asked, setAsked] = useState(false)

  const right = what === 'secret' ? next.length >= 8 : /^\d{4,8}$/.test(next)
  const short = t(what === 'secret' ? 'signIn.tooShortSecret' : 'signIn.badPin')
  const wrong = {
    current: current === '' ? t('signIn.needed') : null,
    next: right ? null : short,
    repeat: right && repeat !== next ? t('signIn.secretsDiffer') : null,
  }
  const weak =
    write.failure?.kind === 'refused' &&
    write.failure.refusals.some((refusal) => refusal.code === 'badInput' && refusal.why === 'weakSecret')
  const notMine =
    write.failure?.kind === 'refused' && write.failure.refusals.some((refusal) => refusal.code === 'wrongSecret')
  const said = write.failure === null || weak || notMine ? null : why(write.failure)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(wrong).some((each) => each !== null)) {
      setTimeout(() => frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0)
      return
    }
    if (write.pending) return
    const reply = await write.run(
      { current, ...(what === 'secret' ? { secret: next } : { pin: next }) },
      { said: t(what === 'secret' ? 'shell.secretChanged' : 'shell.pinChanged'), undoable: false },
    )
    if (reply.ok) onClose()
  }
  const clean = (value: string) => (what === 'pin' ? value.replace(/\D/g, '').slice(0, 8) : value)
  return (
    <Dialog
      title={t('shell.changeSecret')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" pending={write.pending} onClick={() => frame.current?.requestSubmit()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} ref={frame} className="change-secret" noValidate onSubmit={(event) => void submit(event)}>
        <Segmented<What>
          label={t('shell.changeSecret')}
          value={what}
          options={[
            { value: 'secret', label: t('signIn.secret') },
            { value: 'pin', label: t('signIn.pin') },
          ]}
          onChange={(value) => {
            setWhat(value)
            setNext('')
            setRepeat('')
            setAsked(false)
            write.clear()
          }}
        />
        <SecretField
          label={t('shell.currentSecret')}
          value={current}
          error={notMine ? t('shell.currentWrong') : asked ? wrong.current : null}
          onChange={(value) => {
            setCurrent(value)
            write.clear()
          }}
        />
        <SecretField
          fresh
          label={t(what === 'secret' ? 'shell.newSecret' : 'shell.newPin')}
          note={t(what === 'secret' ? 'signIn.secretHint' : 'signIn.pinHint')}
          value={next}
          error={weak ? t('signIn.weakSecret') : asked ? wrong.next : null}
          onChange={(value) => {
            setNext(clean(value))
            write.clear()
          }}
        />
        <SecretField
          fresh
          label={t('shell.repeatNew')}
          value={repeat}
          error={asked ? wrong.repeat : null}
          onChange={(value) => setRepeat(clean(value))}
        />
        <FormAlert said={said} />
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  )
}
