import { teamColour } from './cssVariables.ts'
import type { TeamColour } from './tokens.ts'

/** The square of a team's colour, before its name. */
export function TeamSquare({ colour }: { colour: TeamColour }) {
  const style = { background: teamColour(colour, 'bar'), width: 8, height: 8, borderRadius: 2, flex: 'none' }
  return <span aria-hidden style={{ ...style, display: 'inline-block', marginRight: 6 }} />
}
