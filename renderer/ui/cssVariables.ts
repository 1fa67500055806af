import {
  brandTile,
  colours,
  easing,
  fontFamily,
  heat,
  measure,
  motion,
  onSolid,
  palette,
  radius,
  shadow,
  typeScale,
  type ColourRole,
  type Mode,
  type Shades,
  type TeamColour,
} from './tokens.ts'

const dashed = (name: string) => name.replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`)

/** The CSS variable of a colour role: `var(--primary-soft)`. */
export function colour(role: ColourRole): string {
  return `var(${nameOf(role)})`
}

/** The CSS variable of one shade of a team's colour: `var(--team-teal-tint)`. */
export function teamColour(name: TeamColour, shade: keyof Shades): string {
  return `var(--team-${name}-${shade})`
}

// `line2`, `text2`, `text3` are names of their own, not "line, 2".
function nameOf(role: string): string {
  return /\d$/.test(role) ? `--${role}` : `--${dashed(role)}`
}

/** Name → value of everything that depends on the theme. */
export function themeVariables(mode: Mode): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [role, value] of Object.entries(colours[mode])) variables[nameOf(role)] = value
  for (const [name, shades] of Object.entries(palette)) {
    for (const [shade, value] of Object.entries(shades[mode])) variables[`--team-${name}-${shade}`] = value
  }
  heat[mode].forEach((step, index) => {
    variables[`--heat-${index}`] = step.fill
    variables[`--heat-${index}-text`] = step.text
  })
  variables['--shadow'] = shadow[mode]
  return variables
}

/** Name → value of what is the same in both themes. Type and row heights follow the reader's scale (0.9–1.3). */
export function fixedVariables(): Record<string, string> {
  const variables: Record<string, string> = {
    '--scale': '1',
    '--font': fontFamily,
    '--brand-tile': brandTile,
    '--on-solid': onSolid,
    '--ease-in': easing.in,
    '--ease-out': easing.out,
  }
  const scaled = (px: number) => `calc(${px}px * var(--scale))`
  for (const [name, [size, line]] of Object.entries(typeScale)) {
    variables[`--type-${name}`] = scaled(size)
    variables[`--line-${name}`] = scaled(line)
  }
  for (const [name, px] of Object.entries(radius)) variables[`--radius-${name}`] = `${px}px`
  const scaling = new Set(['axis', 'groupRow', 'row', 'control', 'controlSmall', 'statusBar', 'toolBar', 'railEntry'])
  for (const [name, px] of Object.entries(measure)) {
    variables[`--size-${dashed(name)}`] = scaling.has(name) ? scaled(px) : `${px}px`
  }
  for (const [name, ms] of Object.entries(motion)) variables[`--motion-${name}`] = `${ms}ms`
  return variables
}

/** The style sheet with every variable: `:root` is light, `[data-theme=dark]` overrides. */
export function variablesSheet(): string {
  const block = (selector: string, variables: Record<string, string>) =>
    `${selector}{${Object.entries(variables)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`
  return [
    block(':root', { ...fixedVariables(), ...themeVariables('light'), 'color-scheme': 'light' }),
    block('[data-theme=dark]', { ...themeVariables('dark'), 'color-scheme': 'dark' }),
    '@media (prefers-reduced-motion:reduce){:root{--motion-fast:0ms;--motion-mid:0ms;--motion-slow:0ms}}',
  ].join('\n')
}
