import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Board, type BoardCommands } from '../../../renderer/board/Board.tsx'
import type { BoardData } from '../../../renderer/board/model/world.ts'
import { variablesSheet } from '../../../renderer/ui/cssVariables.ts'
import { startPreferences } from '../../../renderer/ui/preferences.ts'
import { startText } from '../../../renderer/ui/text.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import { makeData, monday, sizes, zone } from './data.ts'
import { untilPainted } from './painted.ts'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/controls.css'
import '../../../renderer/ui/feedback.css'
import '../../../renderer/ui/layout.css'
import './page.css'

// The product's own board, with the answers of the core in its hand.
const style = document.createElement('style')
style.textContent = variablesSheet()
document.head.prepend(style)
startPreferences()
startText('zh')

const person: Person = {
  id: 'p1',
  name: '前台',
  sortKey: 'qian tai',
  role: 'frontDesk',
  teamId: null,
  phone: '',
  email: '',
  login: 'desk',
  canSignIn: true,
  hasPin: false,
  note: '',
  retired: false,
  version: 1,
}
const colours: Team['colour'][] = ['indigo', 'teal', 'orange', 'green', 'violet', 'rose', 'sky', 'ochre']
const teams = Array.from({ length: 12 }, (_, index): Team => ({
  id: `t${index}`,
  name: `团队 ${index + 1}`,
  shortName: `团队${index + 1}`,
  kind: 'startup',
  colour: colours[index % colours.length]!,
  creditCode: '',
  since: null,
  until: null,
  note: '',
  retired: false,
  version: 1,
}))

/** The board as its page keeps it: what is dropped stands there at once. */
function Held({ data }: { data: BoardData }) {
  const [bookings, setBookings] = useState(data.bookings)
  const commands = useMemo((): BoardCommands => {
    return {
      create: () => {},
      open: () => {},
      act: () => {},
      change: (booking, to) => {
        window.dropped = (window.dropped ?? 0) + 1
        setBookings((all) =>
          all.map((each) => (each.id === booking.id ? { ...each, ...to, version: each.version + 1 } : each)),
        )
      },
    }
  }, [])
  const shown = useMemo(() => ({ ...data, bookings }), [data, bookings])
  return <Board data={shown} now={dayInterval(monday, zone).start + 3_600_000} commands={commands} />
}

window.draw = (view) => {
  const { days, zones, resources, bookings } = makeData(sizes[view])
  const data: BoardData = {
    zone,
    days,
    catalogue: { zones, resources, exclusions: [] },
    bookings,
    outages: [],
    calendar: stateCouncilCalendar,
    settings: { boardFrom: 480, boardUntil: 1260, policy: defaultPolicies.centre, kindPolicies: defaultPolicies.kinds },
    teams,
    people: [person],
    person,
  }
  const root = createRoot(document.getElementById('root')!)
  return untilPainted(() => root.render(<Held data={data} />), '.blk')
}
