import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { isComposing } from '../ui/ime.ts'
import { useText } from '../ui/text.ts'
import { TextInput } from './controls.tsx'

/** One line that goes with a step: why it is cancelled, why it is rejected. Enter sends (not that of an input method), Esc goes back. */
export function ReasonBox({
  label,
  hint,
  required,
  danger = false,
  send,
  back,
  pending,
  onSend,
  onBack,
}: {
  label: string
  hint?: string | undefined
  required: boolean
  danger?: boolean
  send: string
  back: string
  pending: boolean
  onSend: (text: string) => void
  onBack: () => void
}) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const missing = required && text.trim() === ''
  const submit = () => {
    setTried(true)
    if (missing) field.current?.focus()
    else onSend(text.trim())
  }
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onBack()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      event.stopPropagation()
      submit()
    }
  }
  return (
    // Keys of the line and its buttons pass here: Enter sends the line, Esc leaves it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="booking-reason-box" role="group" aria-label={send} onKeyDown={key}>
      <Field label={label} error={tried && missing ? t('common.required') : undefined} note={hint}>
        {(ids) => <TextInput ids={ids} inputRef={field} maxLength={400} value={text} onChange={setText} />}
      </Field>
      <div className="booking-reason-actions">
        <Button size="small" kind="quiet" onClick={onBack}>
          {back}
        </Button>
        <Button size="small" kind={danger ? 'danger' : 'default'} pending={pending} keys="Enter" onClick={submit}>
          {send}
        </Button>
      </div>
    </div>
  )
}
