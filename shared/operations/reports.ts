import { z } from 'zod'
import { id, instant, localDate, resourceKind } from './fields.ts'
import { operation, readersOfReports } from './operation.ts'

/** Minutes and counts of one resource over one period; definitions in shared/metrics/definitions.ts. A rate is a fraction, null when its base is zero. */
export const occupancyRow = z.object({
  resourceId: id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: resourceKind,
  areaM2: z.number().nullable(),
  capacity: z.int().nullable(),
  units: z.int(),
  bookings: z.int(),
  dueCount: z.int(),
  noShowCount: z.int(),
  cancelledCount: z.int(),
  openMinutes: z.number(),
  downMinutes: z.number(),
  availableMinutes: z.number(),
  bookedMinutes: z.number(),
  usedMinutes: z.number(),
  keptMinutes: z.number(),
  offHoursBookedMinutes: z.number(),
  offHoursUsedMinutes: z.number(),
  heldMinutes: z.number(),
  turnoverMinutes: z.number(),
  noShowMinutes: z.number(),
  seatMinutesUsed: z.number(),
  seatMinutesBase: z.number(),
  bookingRate: z.number().nullable(),
  useRate: z.number().nullable(),
  keepRate: z.number().nullable(),
  noShowRate: z.number().nullable(),
  seatOccupancy: z.number().nullable(),
})
export type OccupancyRow = z.infer<typeof occupancyRow>

/** Weekday (0 = Monday) × hour (0…23) in minutes; `rate` null when nothing was available. */
export const heatCell = z.object({
  weekday: z.int(),
  hour: z.int(),
  availableMinutes: z.number(),
  bookedMinutes: z.number(),
  rate: z.number().nullable(),
})

export const occupancyInput = z.object({
  /** The first day, and the first day after: half-open. */
  from: localDate,
  to: localDate,
  resourceIds: z.array(id).max(1000).optional(),
  kinds: z.array(resourceKind).optional(),
  teamId: id.optional(),
})
export type OccupancyInput = z.infer<typeof occupancyInput>

export const occupancyReport = z.object({
  from: localDate,
  to: localDate,
  zone: z.string(),
  workdays: z.int(),
  unknownYears: z.array(z.int()),
  rows: z.array(occupancyRow),
  total: occupancyRow,
  heat: z.array(heatCell),
  /** What it was computed from: journal number and head hash at that moment. */
  snapshot: z.object({ seq: z.int(), head: z.string(), at: instant }),
})
export type OccupancyReport = z.infer<typeof occupancyReport>

export const jobStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const
export const job = z.object({
  id,
  kind: z.string(),
  status: z.enum(jobStatuses),
  progress: z.int(),
  total: z.int(),
  fileName: z.string().nullable(),
  result: z.unknown(),
  refusals: z.array(z.unknown()),
  createdAt: instant,
  updatedAt: instant,
  byId: id.nullable(),
})
export type Job = z.infer<typeof job>

export const exportKinds = ['occupancy', 'bookings', 'ics', 'everything'] as const
export const exportFormats = ['xlsx', 'csv', 'json', 'ics'] as const

/** Column names of the file for each field we know; used when the header is not one we recognise. */
export const columnMap = z.partialRecord(
  z.enum([
    'uid',
    'resource',
    'start',
    'end',
    'date',
    'startTime',
    'endTime',
    'title',
    'team',
    'person',
    'headCount',
    'note',
    'category',
  ]),
  z.string().max(80),
)
export type ColumnMap = z.infer<typeof columnMap>

/** What an import did, or with dryRun would do. Same counts both ways; `refused` > 0 means nothing was written. */
export const importResult = z.object({
  file: z.string(),
  dryRun: z.boolean(),
  found: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  resourcesCreated: z.array(z.string()),
  preview: z.array(
    z.object({
      line: z.int().nullable(),
      title: z.string(),
      resource: z.string(),
      start: instant,
      end: instant,
      outcome: z.enum(['create', 'change', 'unchanged', 'refused']),
    }),
  ),
})
export type ImportResult = z.infer<typeof importResult>

export const reportOperations = {
  'reports.occupancy': operation({
    kind: 'read',
    who: readersOfReports,
    portal: true,
    touches: ['bookings', 'outages', 'resources', 'calendar', 'settings'],
    input: occupancyInput,
    output: occupancyReport,
  }),
  /** Starts writing a file into the data folder's exports/; answers the job at once. */
  'exports.start': operation({
    kind: 'write',
    who: readersOfReports,
    portal: true,
    touches: ['jobs'],
    input: z.object({
      kind: z.enum(exportKinds),
      format: z.enum(exportFormats),
      language: z.enum(['zh', 'en']).default('zh'),
      period: occupancyInput,
    }),
    output: job,
  }),
  /** `content` is the file in base64, at most 5 MB decoded. All or nothing: one refused row and nothing is written. */
  'imports.start': operation({
    kind: 'write',
    who: ['frontDesk', 'manager', 'administrator'],
    portal: true,
    touches: ['jobs', 'bookings', 'resources'],
    input: z.object({
      fileName: z.string().min(1).max(200),
      content: z.string().max(7_000_000),
      dryRun: z.boolean().default(false),
      createResources: z.boolean().default(false),
      columns: columnMap.default({}),
      zone: z.string().max(64).optional(),
    }),
    output: job,
  }),
  'backups.start': operation({
    kind: 'write',
    who: ['manager', 'administrator'],
    portal: true,
    touches: ['jobs'],
    input: z.object({}),
    output: job,
  }),
  'jobs.get': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['jobs'],
    input: z.object({ id }),
    output: job,
  }),
  'jobs.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['jobs'],
    input: z.object({ limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ jobs: z.array(job) }),
  }),
  'jobs.cancel': operation({
    kind: 'write',
    who: 'signedIn',
    portal: true,
    touches: ['jobs'],
    input: z.object({ id }),
    output: job,
  }),
}
