import { admin } from './en/admin.ts'
import { board } from './en/board.ts'
import { bookings } from './en/bookings.ts'
import { common } from './en/common.ts'
import { find } from './en/find.ts'
import { imports } from './en/imports.ts'
import { life } from './en/life.ts'
import { refusals } from './en/refusals.ts'
import { reports } from './en/reports.ts'
import { rules } from './en/rules.ts'
import { series } from './en/series.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/signIn.ts'
import type { Catalogue } from './zh.ts'

/** Every word a screen shows, in English. */
export const en: Catalogue = {
  common,
  shell,
  signIn,
  board,
  bookings,
  admin,
  find,
  reports,
  imports,
  life,
  refusals,
  rules,
  series,
}
