import { z } from 'zod'
import { id, line, localDate, prose, requiredLine, role, version } from './fields.ts'
import { administrators, desk, managers, operation } from './operation.ts'

/** Kinds of R-23, and the centre itself. */
export const teamKinds = [
  'residentCompany',
  'rdInstitution',
  'instituteLab',
  'researchGroup',
  'startup',
  'externalOrg',
  'centre',
] as const
export const teamColours = [
  'indigo',
  'teal',
  'orange',
  'green',
  'violet',
  'rose',
  'sky',
  'ochre',
  'brown',
  'slate',
] as const

export const team = z.object({
  id,
  name: requiredLine(60),
  shortName: requiredLine(16),
  kind: z.enum(teamKinds),
  colour: z.enum(teamColours),
  /** 统一社会信用代码, 18 characters with a check digit (GB 32100), or blank. */
  creditCode: line(18),
  since: localDate.nullable(),
  until: localDate.nullable(),
  note: prose(2000),
  retired: z.boolean(),
  version,
})
export type Team = z.infer<typeof team>

/** `phone` is masked (`199****0012`) except in the reply of people.reveal. `canSignIn`: has a login name. */
export const person = z.object({
  id,
  name: requiredLine(40),
  sortKey: z.string(),
  role,
  teamId: id.nullable(),
  phone: z.string(),
  email: z.string(),
  login: z.string(),
  canSignIn: z.boolean(),
  hasPin: z.boolean(),
  note: z.string(),
  retired: z.boolean(),
  version,
})
export type Person = z.infer<typeof person>

export const projectStages = ['applied', 'initiated', 'verifying', 'midterm', 'closed', 'terminated'] as const
export const fundingSources = ['pocFund', 'schoolFunds', 'horizontal', 'selfRaised', 'other'] as const
export const project = z.object({
  id,
  no: requiredLine(24),
  name: requiredLine(80),
  teamId: id.nullable(),
  leadId: id.nullable(),
  fundingSource: z.enum(fundingSources),
  /** Granted amount in 万元 (ten thousand yuan). */
  grantedWan: z.number().min(0).max(100_000).nullable(),
  startOn: localDate,
  endOn: localDate,
  stage: z.enum(projectStages),
  note: prose(2000),
  retired: z.boolean(),
  version,
})
export type Project = z.infer<typeof project>

const login = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
const secret = z.string().min(8).max(200)
const pin = z.string().regex(/^\d{4,8}$/)

export const peopleOperations = {
  'teams.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['teams'],
    input: z.object({ withRetired: z.boolean().optional() }),
    output: z.object({ teams: z.array(team) }),
  }),
  'teams.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['teams'],
    input: z.object({
      team: team
        .omit({ version: true, retired: true })
        .partial({ id: true, colour: true, creditCode: true, since: true, until: true, note: true }),
      expectedVersion: version.optional(),
    }),
    output: team,
  }),
  'teams.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['teams'],
    input: z.object({ id, retired: z.boolean() }),
    output: team,
  }),

  'people.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['people'],
    input: z.object({ withRetired: z.boolean().optional() }),
    output: z.object({ people: z.array(person) }),
  }),
  /** `secret` and `pin` are set here too; they are never read back. `login` '' takes the sign-in away. */
  'people.save': operation({
    kind: 'write',
    who: desk,
    portal: true,
    touches: ['people'],
    input: z.object({
      person: z.object({
        id: id.optional(),
        name: requiredLine(40),
        role: role.optional(),
        teamId: id.nullable().optional(),
        phone: line(40).optional(),
        email: line(120).optional(),
        login: z.union([login, z.literal('')]).optional(),
        secret: secret.optional(),
        pin: pin.optional(),
        note: prose(2000).optional(),
      }),
      expectedVersion: version.optional(),
    }),
    output: person,
  }),
  'people.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['people'],
    input: z.object({ id, retired: z.boolean() }),
    output: person,
  }),
  /** Shows one person's phone and e-mail whole; the look is written to the journal. */
  'people.reveal': operation({
    kind: 'write',
    who: desk,
    portal: true,
    touches: ['journal'],
    input: z.object({ id }),
    output: z.object({ phone: z.string(), email: z.string() }),
    remembers: false,
  }),

  'projects.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['projects'],
    input: z.object({ withRetired: z.boolean().optional() }),
    output: z.object({ projects: z.array(project) }),
  }),
  'projects.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['projects'],
    input: z.object({
      project: project
        .omit({ version: true, retired: true })
        .partial({ id: true, leadId: true, grantedWan: true, note: true }),
      expectedVersion: version.optional(),
    }),
    output: project,
  }),
  'projects.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['projects'],
    input: z.object({ id, retired: z.boolean() }),
    output: project,
  }),
}

/** Who is signed in here. */
export const session = z.object({
  person: person.nullable(),
  door: z.enum(['desk', 'http', 'cli']),
  idleMinutes: z.int(),
})

export const sessionOperations = {
  /** Answers a token for scripts; browsers get it as a cookie, the desk window never sees it. */
  'sessions.signIn': operation({
    kind: 'write',
    who: 'anyone',
    portal: true,
    touches: ['sessions'],
    remembers: false,
    input: z.object({ name: z.string().trim().min(1).max(40), secret: z.string().min(1).max(200) }),
    output: z.object({ person, token: z.string() }),
  }),
  /** Quick switch at the shared desk (KM-04): a PIN works only at the desk, only for people who have one. */
  'sessions.switch': operation({
    kind: 'write',
    who: 'anyone',
    portal: false,
    touches: ['sessions'],
    remembers: false,
    input: z.object({ personId: id, pin }),
    output: z.object({ person, token: z.string() }),
  }),
  'sessions.signOut': operation({
    kind: 'write',
    who: 'anyone',
    portal: true,
    touches: ['sessions'],
    remembers: false,
    input: z.object({}),
    output: z.object({}),
  }),
  'sessions.current': operation({
    kind: 'read',
    who: 'anyone',
    portal: true,
    touches: ['sessions', 'people'],
    input: z.object({}),
    output: session,
  }),
  /** Names for the sign-in screen of the desk; never over HTTP. */
  'sessions.people': operation({
    kind: 'read',
    who: 'anyone',
    portal: false,
    touches: ['people'],
    input: z.object({}),
    output: z.object({
      people: z.array(z.object({ id, name: z.string(), role, login: z.string(), hasPin: z.boolean() })),
    }),
  }),
  'sessions.changeSecret': operation({
    kind: 'write',
    who: 'signedIn',
    portal: true,
    touches: ['sessions'],
    remembers: false,
    input: z.object({ current: z.string().max(200), secret: secret.optional(), pin: pin.optional() }),
    output: z.object({}),
  }),
  'sessions.endAll': operation({
    kind: 'write',
    who: administrators,
    portal: true,
    touches: ['sessions'],
    input: z.object({ personId: id.optional() }),
    output: z.object({ ended: z.int() }),
  }),
}
