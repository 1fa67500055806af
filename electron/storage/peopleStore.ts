import type { Project, Team } from '../../shared/operations/people.ts'
import type { Connection } from './connect.ts'
import { openKept } from './kept.ts'
import type { PeopleStore, StoredPerson } from './stores.ts'
import { flag, openTable, type Row } from './table.ts'
import type { Transactions } from './transactions.ts'

const teamColumns = ['id', 'name', 'short_name', 'kind', 'colour', 'credit_code', 'since', 'until', 'note', 'retired']
const personColumns = ['id', 'name', 'sort_key', 'role', 'team_id', 'phone', 'email', 'login', 'login_key', 'note']
const projectColumns = ['id', 'no', 'name', 'team_id', 'lead_id', 'funding_source', 'granted_wan', 'start_on', 'end_on']

/** The form in which login names are compared: without case and width (ＬＩＮ = lin). */
export function loginKey(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** Teams, people with their secrets, projects. */
export function openPeopleStore(db: Connection, transactions: Transactions): PeopleStore {
  const teams = openTable(db, 'team', [...teamColumns, 'version'])
  const people = openTable(db, 'person', [...personColumns, 'retired', 'version', 'secret_hash', 'pin_hash'])
  const projects = openTable(db, 'project', [...projectColumns, 'stage', 'note', 'retired', 'version'])
  const allTeams = teams.rows('ORDER BY name, id')
  const allPeople = people.rows('ORDER BY sort_key, id')
  const withLogin = people.rows("WHERE login_key = ? AND login_key <> ''")
  const allProjects = projects.rows('ORDER BY no, id')
  const kept = openKept<StoredPerson>(transactions)
  const toOnePerson = (row: Row | null | undefined) => (row ? toPerson(row) : null)

  return {
    teams: () => allTeams().map(toTeam),
    saveTeam: (each) =>
      teams.save([
        each.id,
        each.name,
        each.shortName,
        each.kind,
        each.colour,
        each.creditCode,
        each.since,
        each.until,
        each.note,
        flag(each.retired),
        each.version,
      ]),
    people: () => allPeople().map(toPerson),
    person: (id) => kept.of(id, (key) => toOnePerson(people.byId(key))),
    byLogin: (login) => toOnePerson(withLogin(loginKey(login))[0]),
    savePerson(each) {
      kept.forget()
      people.save([
        each.id,
        each.name,
        each.sortKey,
        each.role,
        each.teamId,
        each.phone,
        each.email,
        each.login,
        loginKey(each.login),
        each.note,
        flag(each.retired),
        each.version,
        each.secretHash,
        each.pinHash,
      ])
    },
    projects: () => allProjects().map(toProject),
    saveProject: (each) =>
      projects.save([
        each.id,
        each.no,
        each.name,
        each.teamId,
        each.leadId,
        each.fundingSource,
        each.grantedWan,
        each.startOn,
        each.endOn,
        each.stage,
        each.note,
        flag(each.retired),
        each.version,
      ]),
  }
}

function toTeam(row: Row): Team {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    shortName: row['short_name'] as string,
    kind: row['kind'] as Team['kind'],
    colour: row['colour'] as Team['colour'],
    creditCode: row['credit_code'] as string,
    since: row['since'] as string | null,
    until: row['until'] as string | null,
    note: row['note'] as string,
    retired: row['retired'] === 1,
    version: row['version'] as number,
  }
}

function toPerson(row: Row): StoredPerson {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    sortKey: row['sort_key'] as string,
    role: row['role'] as StoredPerson['role'],
    teamId: row['team_id'] as string | null,
    phone: row['phone'] as string,
    email: row['email'] as string,
    login: row['login'] as string,
    note: row['note'] as string,
    retired: row['retired'] === 1,
    version: row['version'] as number,
    secretHash: row['secret_hash'] as string | null,
    pinHash: row['pin_hash'] as string | null,
  }
}

function toProject(row: Row): Project {
  return {
    id: row['id'] as string,
    no: row['no'] as string,
    name: row['name'] as string,
    teamId: row['team_id'] as string | null,
    leadId: row['lead_id'] as string | null,
    fundingSource: row['funding_source'] as Project['fundingSource'],
    grantedWan: row['granted_wan'] as number | null,
    startOn: row['start_on'] as string,
    endOn: row['end_on'] as string,
    stage: row['stage'] as Project['stage'],
    note: row['note'] as string,
    retired: row['retired'] === 1,
    version: row['version'] as number,
  }
}
