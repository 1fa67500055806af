import { useId, type ReactNode } from 'react'
import { Icon } from './icons.tsx'

/** What the control inside a field needs to be named and described by it. */
export type FieldIds = { id: string; 'aria-invalid': boolean | undefined; 'aria-describedby': string | undefined }

/** A label above a control, a quiet note or the error below it. 必填 appears only as an error, when it is empty on submit. */
export function Field({
  label,
  note,
  error,
  aside,
  className,
  children,
}: {
  label: string
  note?: string | undefined
  error?: string | null | undefined
  /** Right of the label: 选填, or a small link. */
  aside?: ReactNode
  className?: string
  children: (ids: FieldIds) => ReactNode
}) {
  const id = useId()
  const wrong = error !== null && error !== undefined && error !== ''
  const described = wrong || note !== undefined ? `${id}-note` : undefined
  return (
    <div className={className === undefined ? 'field' : `field ${className}`}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children({ id, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': described })}
      {wrong ? (
        <p id={described} className="field-error" role="alert">
          <Icon name="triangle" size={12} />
          {error}
        </p>
      ) : note === undefined ? null : (
        <p id={described} className="field-note">
          {note}
        </p>
      )}
    </div>
  )
}
