import { describe, expect, it } from 'vitest'
import { brandTile, colours, heat, onSolid, palette, type ColourRole, type Mode } from '../../../renderer/ui/tokens.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function channels(hex: string): [number, number, number] {
  expect(hex).toMatch(/^#[0-9A-F]{6}$/i)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
}

function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrastOf(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const contrast = (one: string, other: string) => contrastOf(channels(one), channels(other))
const modes: readonly Mode[] = ['light', 'dark']
const backgrounds: readonly ColourRole[] = ['bg', 'surface', 'raised', 'sub', 'sunk']

/** Text roles and what each is set upon (ui.md §3). */
const pairs: readonly (readonly [ColourRole, readonly ColourRole[]])[] = [
  ['text', [...backgrounds, 'primarySoft', 'offSoft']],
  ['text2', [...backgrounds, 'primarySoft']],
  ['text3', backgrounds],
  ['primary', ['surface', 'raised', 'sub', 'bg', 'primarySoft']],
  ['onPrimary', ['primary', 'primaryHover']],
  ['ok', ['surface', 'okSoft']],
  ['warn', ['surface', 'warnSoft']],
  ['danger', ['surface', 'raised', 'dangerSoft']],
  ['off', ['surface', 'offSoft']],
  ['outageText', ['outageA', 'outageB']],
  ['faultText', ['faultA', 'faultB']],
  ['toastText', ['toast']],
  ['toastAction', ['toast']],
]

describe.each(modes)('colours of the %s theme', (mode) => {
  const table = colours[mode]

  it.each(pairs.flatMap(([text, on]) => on.map((ground) => [text, ground] as const)))(
    '%s reads on %s at 4.5 : 1 or better',
    (text, ground) => {
      expect(contrast(table[text], table[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(Object.keys(palette) as (keyof typeof palette)[])(
    'team %s: white on solid and text on tint at 4.5, the bar as an edge at 3',
    (name) => {
      const shades = palette[name][mode]
      expect(contrast(onSolid, shades.solid)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(shades.text, shades.tint)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(shades.bar, table.surface)).toBeGreaterThanOrEqual(3)
    },
  )

  it('each heat step carries legible text', () => {
    for (const step of heat[mode]) expect(contrast(step.text, step.fill)).toBeGreaterThanOrEqual(4.5)
  })

  it('the now-line and the focus ring stand out as edges at 3', () => {
    for (const ground of ['surface', 'bg', 'raised'] as const) {
      expect(contrast(table.seal, table[ground])).toBeGreaterThanOrEqual(3)
      expect(contrast(table.primary, table[ground])).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('both themes', () => {
  it('the brand tile carries white', () => {
    expect(contrast(brandTile, onSolid)).toBeGreaterThanOrEqual(4.5)
  })

  it('chips of the dark theme read on their own tint of 12 %', () => {
    const table = colours.dark
    for (const role of ['ok', 'warn', 'danger', 'primary', 'off', 'outageText', 'faultText'] as const) {
      const own = channels(table[role])
      for (const ground of ['surface', 'raised'] as const) {
        const under = channels(table[ground])
        const mixed = own.map((value, index) => value * 0.12 + under[index]! * 0.88)
        expect(contrastOf(own, mixed), `${role} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
