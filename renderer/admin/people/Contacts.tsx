import { useState } from 'react'
import type { Person } from '../../../shared/operations/people.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import { TextInput } from '../parts/controls.tsx'
import { FormPart } from '../parts/FormBody.tsx'
import type { FieldErrors } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'

/**
 * Phone and e-mail. Those on file are shown masked; 显示 asks for them whole, and the look is written to the journal. They are
 * changed only after 修改, so that a masked number is never saved as the number.
 */
export function Contacts({
  existing,
  phone,
  email,
  errors,
  disabled,
  onChange,
}: {
  existing: Person | null
  phone: string | null
  email: string | null
  errors: FieldErrors
  disabled: boolean
  onChange: (change: { phone?: string | null; email?: string | null }) => void
}) {
  const { t } = useText()
  const reveal = useWrite('people.reveal')
  const forbidden = useReason('people.reveal')
  const [whole, setWhole] = useState<{ phone: string; email: string } | null>(null)
  const something = existing !== null && (existing.phone !== '' || existing.email !== '')
  const show = async () => {
    if (existing === null) return
    const reply = await reveal.run({ id: existing.id }, { undoable: false })
    if (reply.ok) setWhole(reply.value)
  }
  const one = (name: 'phone' | 'email', typed: string | null) => {
    const onFile = existing?.[name] ?? ''
    const shown = whole?.[name] ?? onFile
    const label = t(`admin.people.fields.${name}`)
    if (existing !== null && typed === null)
      return (
        <div className="field admin-half">
          <span className="field-label">{label}</span>
          <span className="admin-fixed selectable">
            {shown === '' ? <span className="tertiary">{t('admin.people.notGiven')}</span> : shown}
            {disabled ? null : (
              <Button
                size="small"
                kind="quiet"
                label={t('admin.changeOf', { name: label })}
                onClick={() => onChange({ [name]: whole?.[name] ?? '' })}
              >
                {t('common.edit')}
              </Button>
            )}
          </span>
        </div>
      )
    return (
      <Field
        label={label}
        error={errors.at(name)}
        aside={<span className="tertiary">{t('common.optional')}</span>}
        note={existing !== null && onFile !== '' && typed === '' ? t('admin.people.willClear') : undefined}
        className="admin-half"
      >
        {(ids) => (
          <TextInput
            ids={ids}
            disabled={disabled}
            {...(name === 'phone' ? { inputMode: 'tel' as const } : {})}
            value={typed ?? ''}
            onChange={(value) => onChange({ [name]: value })}
          />
        )}
      </Field>
    )
  }
  return (
    <FormPart
      title={t('admin.people.contacts')}
      aside={
        !something ? undefined : whole === null ? (
          <Button
            size="small"
            kind="quiet"
            icon="eye"
            pending={reveal.pending}
            disabledReason={forbidden}
            onClick={() => void show()}
          >
            {t('admin.people.show')}
          </Button>
        ) : (
          <>
            <span className="tertiary small">{t('admin.people.shownLogged')}</span>
            <Button size="small" kind="quiet" icon="eyeOff" onClick={() => setWhole(null)}>
              {t('admin.people.hide')}
            </Button>
          </>
        )
      }
    >
      <div className="admin-form">
        {one('phone', phone)}
        {one('email', email)}
      </div>
      {something && whole === null ? <p className="tertiary small">{t('admin.people.showHint')}</p> : null}
    </FormPart>
  )
}
