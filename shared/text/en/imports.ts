import type { imports as zh } from '../zh/imports.ts'

/** Words of the area `imports`. */
export const imports: typeof zh = {}
