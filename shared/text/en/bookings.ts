import type { bookings as zh } from '../zh/bookings.ts'

/** Words of the area `bookings`. */
export const bookings: typeof zh = {}
