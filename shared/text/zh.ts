import { admin } from './zh/admin.ts'
import { board } from './zh/board.ts'
import { bookings } from './zh/bookings.ts'
import { common } from './zh/common.ts'
import { find } from './zh/find.ts'
import { imports } from './zh/imports.ts'
import { life } from './zh/life.ts'
import { refusals } from './zh/refusals.ts'
import { reports } from './zh/reports.ts'
import { rules } from './zh/rules.ts'
import { series } from './zh/series.ts'
import { shell } from './zh/shell.ts'
import { signIn } from './zh/signIn.ts'

/** Every word a screen shows, in Chinese, by area: `t('board.nowLine')`. The shape of this object is the law for the other languages. */
export const zh = {
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

/** The shape of a catalogue: a key that a language leaves out does not compile. */
export type Catalogue = typeof zh
