import { useState, type Ref } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'

/** A secret, hidden until asked to show. */
export function SecretField({
  label,
  value,
  onChange,
  note,
  error,
  fresh = false,
  field,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  note?: string
  error?: string | null
  /** A secret that is being chosen, not remembered. */
  fresh?: boolean
  field?: Ref<HTMLInputElement>
}) {
  const { t } = useText()
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} note={note} error={error}>
      {(ids) => (
        <div className="secret-field">
          <input
            {...ids}
            ref={field}
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete={fresh ? 'new-password' : 'current-password'}
            spellCheck={false}
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button
            kind="quiet"
            size="small"
            icon={shown ? 'eyeOff' : 'eye'}
            label={t(shown ? 'signIn.hideSecret' : 'signIn.showSecret')}
            aria-pressed={shown}
            onClick={() => setShown((now) => !now)}
          />
        </div>
      )}
    </Field>
  )
}
