import { usePerson } from '../api/session.ts'
import { Field } from '../ui/Field.tsx'
import { SelectPerson, SelectTeam } from '../ui/SelectWho.tsx'
import { useText } from '../ui/text.ts'
import { TextInput } from './controls.tsx'
import { booksForOthers, type BookingForm, type FormAction } from './form.ts'
import type { Catalogue } from './useCatalogue.ts'

/** Team, who will use it (someone of the centre or a visitor by name), and who books: the person signed in. */
export function WhoFields({
  form,
  error,
  bookerId,
  catalogue,
  change,
}: {
  form: BookingForm
  error: string | undefined
  /** Of a booking that exists; null for a new one. */
  bookerId: string | null
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t } = useText()
  const person = usePerson()
  const staff = booksForOthers(person)
  const teams = catalogue.teams.filter((each) => !each.retired || each.id === form.teamId)
  const members = catalogue.people
    .filter((each) => !each.retired || each.id === form.occupantId)
    .filter((each) => staff || each.teamId === form.teamId)
    .toSorted(
      (a, b) => Number(b.teamId === form.teamId) - Number(a.teamId === form.teamId) || (a.sortKey < b.sortKey ? -1 : 1),
    )
  const booker = bookerId === null ? person : catalogue.person(bookerId)
  const onBehalf = booker !== null && (form.visitor || (form.occupantId !== null && form.occupantId !== booker.id))
  const teamProjects = (teamId: string | null) =>
    catalogue.projects.filter((each) => each.teamId === teamId || each.teamId === null).map(({ id }) => id)
  return (
    <>
      <Field label={t('bookings.form.team')} className="booking-third">
        {(ids) => (
          <SelectTeam
            {...ids}
            teams={teams}
            disabled={!staff}
            value={form.teamId}
            onChange={(teamId) => change({ type: 'team', teamId, teamProjects: teamProjects(teamId) })}
          />
        )}
      </Field>
      <div className="booking-third" data-field="occupantName">
        <Field
          label={t('bookings.form.who')}
          error={error}
          aside={
            <button
              type="button"
              className="link-button small"
              aria-label={`${t('bookings.form.whoKind')} ${t(form.visitor ? 'bookings.form.person' : 'bookings.form.visitor')}`}
              onClick={() => change({ type: 'set', change: { visitor: !form.visitor } })}
            >
              {t(form.visitor ? 'bookings.form.person' : 'bookings.form.visitor')}
            </button>
          }
        >
          {(ids) =>
            form.visitor ? (
              <TextInput
                ids={ids}
                placeholder={t('bookings.form.visitorHint')}
                value={form.occupantName}
                onChange={(occupantName) => change({ type: 'set', change: { occupantName } })}
              />
            ) : (
              <SelectPerson
                {...ids}
                people={members}
                teams={catalogue.teams}
                value={form.occupantId}
                onChange={(id) => change({ type: 'occupant', person: catalogue.person(id), staff })}
              />
            )
          }
        </Field>
      </div>
      <Field label={t('bookings.form.booker')} className="booking-third">
        {(ids) => (
          <output {...ids} className="booking-fixed">
            {booker === null ? '—' : onBehalf ? t('bookings.form.onBehalf', { name: booker.name }) : booker.name}
          </output>
        )}
      </Field>
    </>
  )
}
