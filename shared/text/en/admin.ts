import type { admin as zh } from '../zh/admin.ts'

/** Words of the area `admin`. */
export const admin: typeof zh = {}
