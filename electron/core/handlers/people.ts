import type { Project, Team } from '../../../shared/operations/people.ts'
import { teamColours } from '../../../shared/operations/people.ts'
import type { BadWhy, Refusal, Role } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { badCreditCode } from '../../../shared/text/creditCode.ts'
import { sortKeyOf } from '../../../shared/text/sortKey.ts'
import type { StoredPerson } from '../../storage/stores.ts'
import type { Facts, Handlers } from '../context.ts'
import { hashSecretNow } from '../secrets.ts'
import { shownPerson } from './sessions.ts'

const bad = (path: string, why: BadWhy, given?: string): Refusal => ({
  code: 'badInput',
  path,
  why,
  ...(given === undefined ? {} : { given }),
})
const same = (a: string, b: string) => a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()

// Names are personal or a company's: the journal keeps the figures, the tables keep the words.
const teamFacts = ({ name: _name, shortName: _short, note: _note, creditCode: _code, ...team }: Team): Facts => team
const personFacts = ({ id, role, teamId, retired, version, login, secretHash, pinHash }: StoredPerson): Facts => {
  return {
    id,
    role,
    teamId,
    retired,
    version,
    canSignIn: login !== '' && secretHash !== null,
    hasPin: pinHash !== null,
  }
}
const projectFacts = ({ name: _name, note: _note, ...project }: Project): Facts => project

/** A team keeps its colour for life; a new one takes the least used of the first nine (ui.md §3). */
function nextColour(teams: readonly Team[]): Team['colour'] {
  const used = (colour: Team['colour']) => teams.filter((each) => each.colour === colour).length
  return teamColours.slice(0, 9).reduce((least, each) => (used(each) < used(least) ? each : least))
}

/** The administrators and the desk may make people; only administrators make administrators and managers. */
function mayGive(role: Role, actor: Role | null): boolean {
  if (actor === 'administrator') return true
  if (actor === 'manager') return role !== 'administrator'
  return role === 'member' || role === 'teamLead'
}

/** Teams, people and projects. */
export const peopleHandlers = {
  'teams.list': ({ stores }, { withRetired }) =>
    done({ teams: stores.people.teams().filter((each) => withRetired === true || !each.retired) }),

  'teams.save'(context, { team: wanted, expectedVersion }) {
    const { stores, record } = context
    const teams = stores.people.teams()
    const was = wanted.id === undefined ? null : (teams.find((each) => each.id === wanted.id) ?? null)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'team', id: wanted.id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'team', id: was.id, version: was.version })
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const team: Team = {
      colour: nextColour(teams),
      creditCode: '',
      since: null,
      until: null,
      note: '',
      retired: false,
      ...was,
      ...(given as Pick<Team, 'name' | 'shortName' | 'kind'>),
      id: was?.id ?? context.newId(),
      version: (was?.version ?? 0) + 1,
    }
    const refusals: Refusal[] = []
    if (teams.some((each) => each.id !== team.id && !each.retired && same(each.name, team.name)))
      refusals.push(bad('team.name', 'taken', team.name))
    const badCode = badCreditCode(team.creditCode)
    if (badCode !== null) refusals.push(bad('team.creditCode', badCode, team.creditCode))
    if (team.since !== null && team.until !== null && team.until < team.since)
      refusals.push(bad('team.until', 'endBeforeStart'))
    if (refusals.length > 0) return refuse(...refusals)
    stores.people.saveTeam(team)
    record('teams', team.id, was === null ? null : teamFacts(was), teamFacts(team))
    return done(team)
  },

  'teams.retire'({ stores, record }, { id, retired }) {
    const was = stores.people.teams().find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'team', id })
    const team = { ...was, retired, version: was.version + 1 }
    stores.people.saveTeam(team)
    record('teams', id, teamFacts(was), teamFacts(team))
    return done(team)
  },

  'people.list': ({ stores }, { withRetired }) =>
    done({
      people: stores.people
        .people()
        .filter((each) => (withRetired === true || !each.retired) && each.id !== 'local')
        .map(shownPerson),
    }),

  'people.save'(context, { person: wanted, expectedVersion }) {
    const { stores, record, actor, prepared } = context
    const was = wanted.id === undefined ? null : stores.people.person(wanted.id)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'person', id: wanted.id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'person', id: was.id, version: was.version })
    const hash = (text: string | undefined, kept: string | null) =>
      text === undefined ? kept : (prepared.hashes.get(text) ?? hashSecretNow(text))
    const role = wanted.role ?? was?.role ?? 'member'
    const refusals: Refusal[] = []
    if (!mayGive(role, actor.role) || (was !== null && !mayGive(was.role, actor.role)))
      refusals.push({ code: 'notAllowed', operation: 'people.save', role: actor.role, needs: ['administrator'] })
    const login = wanted.login ?? was?.login ?? ''
    const holder = login === '' ? null : stores.people.byLogin(login)
    if (holder !== null && holder.id !== was?.id) refusals.push(bad('person.login', 'taken', login))
    const teamId = wanted.teamId === undefined ? (was?.teamId ?? null) : wanted.teamId
    if (teamId !== null && !stores.people.teams().some((each) => each.id === teamId))
      refusals.push({ code: 'notFound', what: 'team', id: teamId })
    if (refusals.length > 0) return refuse(...refusals)
    const person: StoredPerson = {
      id: was?.id ?? context.newId(),
      name: wanted.name,
      sortKey: sortKeyOf(wanted.name),
      role,
      teamId,
      // A masked phone sent back by a form means: as it was.
      phone: wanted.phone === undefined || wanted.phone.includes('*') ? (was?.phone ?? '') : wanted.phone,
      email: wanted.email === undefined || wanted.email.includes('***') ? (was?.email ?? '') : wanted.email,
      login,
      secretHash: login === '' ? null : hash(wanted.secret, was?.secretHash ?? null),
      pinHash: login === '' ? null : hash(wanted.pin, was?.pinHash ?? null),
      note: wanted.note ?? was?.note ?? '',
      retired: was?.retired ?? false,
      version: (was?.version ?? 0) + 1,
    }
    stores.people.savePerson(person)
    if (was !== null && (wanted.secret !== undefined || login === '')) stores.sessions.endAll(person.id)
    record('people', person.id, was === null ? null : personFacts(was), personFacts(person))
    return done(shownPerson(person))
  },

  'people.retire'({ stores, record, actor }, { id, retired }) {
    const was = stores.people.person(id)
    if (was === null) return refuse({ code: 'notFound', what: 'person', id })
    if (!mayGive(was.role, actor.role))
      return refuse({ code: 'notAllowed', operation: 'people.retire', role: actor.role, needs: ['administrator'] })
    const others = stores.people
      .people()
      .some((each) => each.role === 'administrator' && !each.retired && each.id !== id && each.secretHash !== null)
    if (retired && was.role === 'administrator' && !others) return refuse(bad('id', 'inUse', 'administrator'))
    const person = { ...was, retired, version: was.version + 1 }
    stores.people.savePerson(person)
    if (retired) stores.sessions.endAll(id)
    record('people', id, personFacts(was), personFacts(person))
    return done(shownPerson(person))
  },

  'people.reveal'({ stores, record }, { id }) {
    const person = stores.people.person(id)
    if (person === null) return refuse({ code: 'notFound', what: 'person', id })
    record('journal', id, null, { revealed: true })
    return done({ phone: person.phone, email: person.email })
  },

  'projects.list': ({ stores }, { withRetired }) =>
    done({ projects: stores.people.projects().filter((each) => withRetired === true || !each.retired) }),

  'projects.save'(context, { project: wanted, expectedVersion }) {
    const { stores, record } = context
    const projects = stores.people.projects()
    const was = wanted.id === undefined ? null : (projects.find((each) => each.id === wanted.id) ?? null)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'project', id: wanted.id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'project', id: was.id, version: was.version })
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const project: Project = {
      leadId: null,
      grantedWan: null,
      note: '',
      retired: false,
      ...was,
      ...(given as Omit<Project, 'id' | 'version' | 'retired' | 'leadId' | 'grantedWan' | 'note'>),
      id: was?.id ?? context.newId(),
      version: (was?.version ?? 0) + 1,
    }
    const refusals: Refusal[] = []
    if (projects.some((each) => each.id !== project.id && same(each.no, project.no)))
      refusals.push(bad('project.no', 'taken', project.no))
    if (project.endOn < project.startOn) refusals.push(bad('project.endOn', 'endBeforeStart'))
    if (project.teamId !== null && !stores.people.teams().some((each) => each.id === project.teamId))
      refusals.push({ code: 'notFound', what: 'team', id: project.teamId })
    if (project.leadId !== null && stores.people.person(project.leadId) === null)
      refusals.push({ code: 'notFound', what: 'person', id: project.leadId })
    if (refusals.length > 0) return refuse(...refusals)
    stores.people.saveProject(project)
    record('projects', project.id, was === null ? null : projectFacts(was), projectFacts(project))
    return done(project)
  },

  'projects.retire'({ stores, record }, { id, retired }) {
    const was = stores.people.projects().find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'project', id })
    const project = { ...was, retired, version: was.version + 1 }
    stores.people.saveProject(project)
    record('projects', id, projectFacts(was), projectFacts(project))
    return done(project)
  },
} satisfies Partial<Handlers>
