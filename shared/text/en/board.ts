import type { board as zh } from '../zh/board.ts'

/** Words of the area `board`. */
export const board: typeof zh = {}
