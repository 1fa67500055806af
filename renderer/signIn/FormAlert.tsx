import { Icon } from '../ui/icons.tsx'

/** Why a form was not accepted, above its button; said once. */
export function FormAlert({ said }: { said: string | null }) {
  if (said === null) return null
  return (
    <p className="form-alert" role="alert">
      <Icon name="triangle" size={14} />
      {said}
    </p>
  )
}
