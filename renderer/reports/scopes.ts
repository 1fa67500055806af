import type { OccupancyInput } from '../../shared/operations/reports.ts'

export const scopes = ['meeting', 'lab', 'office', 'instrument', 'all'] as const
export type Scope = (typeof scopes)[number]

/** The kinds of resource a scope takes in; undefined takes all. */
export const kindsOf: Record<Scope, OccupancyInput['kinds']> = {
  meeting: ['meetingRoom', 'seminarRoom', 'talkRoom', 'roadshowHall', 'phoneBooth', 'exhibit'],
  lab: ['lab', 'bench'],
  office: ['desk', 'office'],
  instrument: ['instrument'],
  all: undefined,
}
