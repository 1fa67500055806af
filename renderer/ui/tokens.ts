import type { teamColours } from '../../shared/operations/people.ts'

export type Mode = 'light' | 'dark'
export type TeamColour = (typeof teamColours)[number]
/** solid: in use (white text). tint + text: confirmed. bar: left edge and outlines, never text. */
export type Shades = { solid: string; tint: string; text: string; bar: string }

/** The colour roles of both themes: the single source of the CSS variables and of antd's theme. Names are in camel case; CSS has dashes. */
export const colours = {
  light: {
    bg: '#F3F4F6',
    surface: '#FFFFFF',
    raised: '#FFFFFF',
    sub: '#FAFBFC',
    sunk: '#EDEFF3',
    line: '#E4E7EC',
    line2: '#CBD1DA',
    hair: '#EFF1F4',
    text: '#1A1F27',
    text2: '#47505E',
    text3: '#626B79',
    primary: '#2350C4',
    primaryHover: '#1B43A8',
    primarySoft: '#E8EEFC',
    onPrimary: '#FFFFFF',
    seal: '#C5342B',
    ok: '#1F7338',
    okSoft: '#E4F4E8',
    warn: '#8F5400',
    warnSoft: '#FDF1DC',
    danger: '#BE2A2A',
    dangerSoft: '#FDECEC',
    off: '#5F6875',
    offSoft: '#F1F2F4',
    outageA: '#F6E3C8',
    outageB: '#FBF1E2',
    outageText: '#6E4000',
    faultA: '#F5CFCB',
    faultB: '#FBE7E5',
    faultText: '#8B1D17',
    hatch: 'rgba(71,80,94,.20)',
    toast: '#20262F',
    toastText: '#FFFFFF',
    toastAction: '#A9C1FF',
  },
  dark: {
    bg: '#121519',
    surface: '#191D23',
    raised: '#232932',
    sub: '#1D2229',
    sunk: '#14171C',
    line: '#2B313A',
    line2: '#424B58',
    hair: '#22272F',
    text: '#E9ECF1',
    text2: '#B7BFCB',
    text3: '#919BA9',
    primary: '#8FABFF',
    primaryHover: '#A9BFFF',
    primarySoft: '#24304E',
    onPrimary: '#0F1830',
    seal: '#FF7468',
    ok: '#74CB8B',
    okSoft: '#1B3323',
    warn: '#E9B25C',
    warnSoft: '#3A2C14',
    danger: '#FF8A80',
    dangerSoft: '#44211F',
    off: '#98A2B0',
    offSoft: '#1F242B',
    outageA: '#453517',
    outageB: '#352A15',
    outageText: '#F2CE93',
    faultA: '#56292A',
    faultB: '#402122',
    faultText: '#FFB9B2',
    hatch: 'rgba(190,200,215,.20)',
    toast: '#E9ECF1',
    toastText: '#191D23',
    toastAction: '#1B43A8',
  },
} as const satisfies Record<Mode, Record<string, string>>

export type ColourRole = keyof typeof colours.light

/** The brand tile 亨 and the words on team solids: the same in both themes. */
export const brandTile = '#C5342B'
export const onSolid = '#FFFFFF'

/** The ten colours a team can have. A team keeps its colour for life; slate is the centre itself. */
export const palette = {
  indigo: {
    light: { solid: '#4C5FBE', tint: '#E7ECFD', text: '#2A3577', bar: '#6277D9' },
    dark: { solid: '#5163BB', tint: '#262F51', text: '#D3DDFE', bar: '#8198F2' },
  },
  teal: {
    light: { solid: '#0C7972', tint: '#DAF3F0', text: '#004743', bar: '#17938B' },
    dark: { solid: '#017D76', tint: '#143835', text: '#C0E8E3', bar: '#52B1A9' },
  },
  orange: {
    light: { solid: '#A74A04', tint: '#FEE8DD', text: '#642901', bar: '#C16229' },
    dark: { solid: '#A5501C', tint: '#492815', text: '#FED4BF', bar: '#DD8455' },
  },
  green: {
    light: { solid: '#367B30', tint: '#E1F3DE', text: '#194914', bar: '#4E9347' },
    dark: { solid: '#3F7D39', tint: '#21391E', text: '#CAE8C7', bar: '#73B16C' },
  },
  violet: {
    light: { solid: '#7A4FAF', tint: '#F0E8FF', text: '#492A6D', bar: '#9267CA' },
    dark: { solid: '#7B55AD', tint: '#38294C', text: '#E4D6FD', bar: '#AE89E4' },
  },
  rose: {
    light: { solid: '#AE3562', tint: '#FDE6EB', text: '#6C1738', bar: '#C94F79' },
    dark: { solid: '#AD3F65', tint: '#4D212F', text: '#FFCFDB', bar: '#E67597' },
  },
  sky: {
    light: { solid: '#046FA8', tint: '#DEEFFD', text: '#004166', bar: '#2288C6' },
    dark: { solid: '#1272AA', tint: '#15354B', text: '#C2E3FD', bar: '#55A7E1' },
  },
  ochre: {
    light: { solid: '#846308', tint: '#F6ECD6', text: '#4F3900', bar: '#A1790C' },
    dark: { solid: '#886607', tint: '#3D2F10', text: '#EDDCB9', bar: '#BD9948' },
  },
  brown: {
    light: { solid: '#885C54', tint: '#F7E9E7', text: '#52342F', bar: '#A1736B' },
    dark: { solid: '#896059', tint: '#3D2D2A', text: '#EED8D4', bar: '#BE928B' },
  },
  slate: {
    light: { solid: '#5E6A7A', tint: '#E9EDF2', text: '#353E49', bar: '#748192' },
    dark: { solid: '#616D7C', tint: '#2D3238', text: '#D9DFE6', bar: '#93A0AF' },
  },
} as const satisfies Record<TeamColour, Record<Mode, Shades>>

/** Size and line height in px. Weights are 400 and 600 only; nothing is under 11. */
export const typeScale = {
  tiny: [11, 14],
  small: [12, 18],
  body: [13, 20],
  section: [14, 20],
  title: [16, 24],
  page: [20, 28],
  figure: [24, 34],
} as const satisfies Record<string, readonly [number, number]>

export const fontFamily = '"Segoe UI","PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",system-ui,sans-serif'

/** px */
export const space = [4, 8, 12, 16, 20, 24] as const
/** px */
export const radius = { tag: 4, block: 5, control: 6, panel: 8, card: 10 } as const
/** px: the fixed measures of the frame. */
export const measure = {
  topBar: 48,
  rail: 72,
  railEntry: 54,
  toolBar: 44,
  axis: 28,
  groupRow: 22,
  row: 34,
  rowHeader: 216,
  statusBar: 28,
  drawer: 496,
  drawerFooter: 60,
  control: 32,
  controlSmall: 28,
  search: 352,
} as const
/** Milliseconds: hover and press, popover and block settle, drawer and group fold. */
export const motion = { fast: 80, mid: 140, slow: 200 } as const
export const easing = { in: 'cubic-bezier(0, 0, .2, 1)', out: 'cubic-bezier(.4, 0, 1, 1)' } as const

/** The one shadow, for floating things only. */
export const shadow = {
  light: '0 1px 2px rgba(16,24,40,.06), 0 8px 24px rgba(16,24,40,.14)',
  dark: '0 1px 2px rgba(0,0,0,.28), 0 8px 24px rgba(0,0,0,.46)',
} as const satisfies Record<Mode, string>

/** Six steps of a heat map with the text that is legible on each. */
export const heat = {
  light: [
    { fill: '#EEF3FE', text: '#1A2B52' },
    { fill: '#D5E1FC', text: '#1A2B52' },
    { fill: '#B3C8F8', text: '#1A2B52' },
    { fill: '#86A7F0', text: '#1A2B52' },
    { fill: '#3F6AD8', text: '#FFFFFF' },
    { fill: '#2350C4', text: '#FFFFFF' },
  ],
  dark: [
    { fill: '#1E2636', text: '#E9ECF1' },
    { fill: '#2B3855', text: '#E9ECF1' },
    { fill: '#3B4E7A', text: '#FFFFFF' },
    { fill: '#50699F', text: '#FFFFFF' },
    { fill: '#6F8ACF', text: '#0F1830' },
    { fill: '#8FABFF', text: '#0F1830' },
  ],
} as const satisfies Record<Mode, readonly { fill: string; text: string }[]>

/** The segments of a usage record, always drawn in this order (ui.md §7). */
export const segments = ['ochre', 'violet', 'sky', 'teal', 'line2', 'danger'] as const
