import { useState } from 'react'
import type { Input } from '../../../shared/operations/index.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import { roles, type Role } from '../../../shared/refusals.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectTeam } from '../../ui/SelectWho.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { Choice, TextBlock, TextInput } from '../parts/controls.tsx'
import { FormBody, FormPart } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { Contacts } from './Contacts.tsx'

type PersonDraft = { name: string; role: Role; teamId: string | null; login: string; note: string }
// What is not read back: an empty field leaves it as it is.
type Kept = { phone: string | null; email: string | null; secret: string; pin: string }

const fields = ['name', 'role', 'teamId', 'phone', 'email', 'login', 'secret', 'pin', 'note']
const unchanged: Kept = { phone: null, email: null, secret: '', pin: '' }

/**
 * One person: role, team, contacts (masked until they are asked for, which is logged), sign-in. Nothing typed here is kept when it is
 * closed: it may hold a secret.
 */
export function PersonEditor({
  existing,
  teams,
  onClose,
  onSaved,
}: {
  existing: Person | null
  teams: readonly Team[]
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const { t } = useText()
  const forbidden = useReason('people.save')
  const mayNotRetire = useReason('people.retire')
  const write = useSave('people.save')
  const retire = useWrite('people.retire')
  const [draft, setDraft] = useState<PersonDraft>({
    name: existing?.name ?? '',
    role: existing?.role ?? 'member',
    teamId: existing?.teamId ?? null,
    login: existing?.login ?? '',
    note: existing?.note ?? '',
  })
  const [fresh, setFresh] = useState<Kept>(unchanged)
  const errors = fieldErrors(write.refusals, fields, t)
  const disabled = forbidden !== null
  const set = (change: Partial<PersonDraft>) => setDraft({ ...draft, ...change })
  const save = async () => {
    if (disabled) return
    const person: Input<'people.save'>['person'] = {
      ...draft,
      ...(existing === null ? {} : { id: existing.id }),
      ...(fresh.phone === null ? {} : { phone: fresh.phone }),
      ...(fresh.email === null ? {} : { email: fresh.email }),
      ...(fresh.secret === '' ? {} : { secret: fresh.secret }),
      ...(fresh.pin === '' ? {} : { pin: fresh.pin }),
    }
    const saved = await write.save(existing === null ? { person } : { person, expectedVersion: existing.version })
    if (saved !== null) onSaved(saved.id)
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  const words = 'admin.people.fields'
  return (
    <Drawer
      title={existing?.name ?? t('admin.people.create')}
      state={
        existing === null ? null : existing.retired ? (
          <Chip tone="off">{t('common.retired')}</Chip>
        ) : (
          <Chip>{t(`refusals.roles.${existing.role}`)}</Chip>
        )
      }
      onClose={onClose}
      quiet={
        existing === null ? null : (
          <Button
            kind="quiet"
            pending={retire.pending}
            disabledReason={mayNotRetire}
            onClick={() => void retire.run({ id: existing.id, retired: !existing.retired }, { undoable: false })}
          >
            {existing.retired ? t('common.restore') : t('admin.people.retire')}
          </Button>
        )
      }
      primary={
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={write.pending}
          disabledReason={forbidden}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      }
    >
      <FormBody
        refusals={write.refusals}
        rest={[...errors.rest, ...(retire.failure?.kind === 'refused' ? retire.failure.refusals : [])]}
      >
        <Field label={t(`${words}.name`)} error={errors.at('name')} className="admin-third">
          {(ids) => <TextInput ids={ids} disabled={disabled} value={draft.name} onChange={(name) => set({ name })} />}
        </Field>
        <Field label={t(`${words}.role`)} error={errors.at('role')} className="admin-third">
          {(ids) => (
            <Choice
              ids={ids}
              disabled={disabled}
              value={draft.role}
              options={roles.map((role) => ({ value: role, label: t(`refusals.roles.${role}`) }))}
              onChange={(role) => set({ role })}
            />
          )}
        </Field>
        <Field label={t('common.team')} error={errors.at('teamId')} className="admin-third">
          {(ids) => (
            <SelectTeam
              {...ids}
              disabled={disabled}
              teams={teams}
              value={draft.teamId}
              onChange={(teamId) => set({ teamId })}
            />
          )}
        </Field>
        <Contacts
          existing={existing}
          phone={fresh.phone}
          email={fresh.email}
          errors={errors}
          disabled={disabled}
          onChange={(change) => setFresh({ ...fresh, ...change })}
        />
        <FormPart
          title={t('admin.people.signIn')}
          aside={existing?.canSignIn === true ? t('admin.people.canSignIn') : t('admin.people.cannotSignIn')}
        >
          <div className="admin-form">
            <Field
              label={t(`${words}.login`)}
              error={errors.at('login')}
              note={t(`${words}.loginNote`)}
              className="admin-wide"
            >
              {(ids) => (
                <TextInput ids={ids} disabled={disabled} value={draft.login} onChange={(login) => set({ login })} />
              )}
            </Field>
            <Field
              label={t(existing?.canSignIn === true ? `${words}.newSecret` : `${words}.secret`)}
              error={errors.at('secret')}
              note={t(`${words}.secretNote`)}
              className="admin-half"
            >
              {(ids) => (
                <TextInput
                  ids={ids}
                  type="password"
                  autoComplete="new-password"
                  disabled={disabled}
                  value={fresh.secret}
                  onChange={(secret) => setFresh({ ...fresh, secret })}
                />
              )}
            </Field>
            <Field
              label={t(existing?.hasPin === true ? `${words}.newPin` : `${words}.pin`)}
              error={errors.at('pin')}
              note={t(existing?.hasPin === true ? `${words}.pinSet` : `${words}.pinNote`)}
              className="admin-half"
            >
              {(ids) => (
                <TextInput
                  ids={ids}
                  type="password"
                  autoComplete="new-password"
                  inputMode="numeric"
                  disabled={disabled}
                  value={fresh.pin}
                  onChange={(pin) => setFresh({ ...fresh, pin })}
                />
              )}
            </Field>
          </div>
        </FormPart>
        <Field label={t('common.note')} error={errors.at('note')} className="admin-wide">
          {(ids) => (
            <TextBlock ids={ids} rows={2} disabled={disabled} value={draft.note} onChange={(note) => set({ note })} />
          )}
        </Field>
      </FormBody>
    </Drawer>
  )
}
