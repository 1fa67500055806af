import { useCallback, useRef, useState, type RefObject } from 'react'
import { reduceForm, type BookingForm, type FormAction } from './form.ts'

export type FormState = {
  form: BookingForm
  /** What stands in the form right now, for a key that follows a keystroke before the screen was drawn again. */
  latest: RefObject<BookingForm>
  change: (action: FormAction) => void
}

/** The state of a form; `onChange` keeps the draft. */
export function useForm(start: () => BookingForm, onChange: (form: BookingForm) => void): FormState {
  const [form, setForm] = useState(start)
  const latest = useRef(form)
  const change = useCallback(
    (action: FormAction) => {
      const next = reduceForm(latest.current, action)
      latest.current = next
      setForm(next)
      onChange(next)
    },
    [onChange],
  )
  return { form, latest, change }
}
