/** Epoch milliseconds, UTC. The only way a moment is stored or compared. */
export type Instant = number
/** A day on the centre's wall calendar, `YYYY-MM-DD`. Compares and sorts as text. */
export type LocalDate = string
/** Minutes since the wall day began, 0…1440. A day ends at 1440; nobody writes 23:59. */
export type WallMinute = number
/** Half-open: `start` belongs to it, `end` does not. 9–10 and 10–11 do not clash. */
export type Interval = { start: Instant; end: Instant }
/** A wall-clock reading in the centre's zone. */
export type WallTime = { date: LocalDate; minute: WallMinute }

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Minutes in a wall day without a clock change. */
export const DAY_MINUTES = 1440
