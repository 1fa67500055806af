import type { CSSProperties } from 'react'

// One outline set on a 24 grid: path data only, drawn with one stroke. Fixed meanings are listed in ui.md §10.
const drawings = {
  calendar: 'M4 6.5h16v13.5H4zM4 10.5h16M8.5 3.5v5M15.5 3.5v5',
  workday: 'M4 6.5h16v13.5H4zM4 10.5h16M8.5 3.5v5M15.5 3.5v5M9 15.2l2.2 2.2 3.8-4.2',
  searchClock: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20.5 20.5M10.5 7.2v3.6l2.3 1.4',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20.5 20.5',
  list: 'M9 6h11.5M9 12h11.5M9 18h11.5M4.2 6h.6M4.2 12h.6M4.2 18h.6',
  stamp: 'M5 20.5h14M6 17v-2.5h12V17zM10 14.5c.6-2.4-.9-4-.9-6a2.9 2.9 0 0 1 5.8 0c0 2-1.5 3.6-.9 6',
  instrument: 'M3.5 4.5h17v12h-17zM8 20.5h8M12 16.5v4M6.5 11h2.6l1.7-3.2 2.6 5.6 1.7-2.4h2.4',
  wrench:
    'M14.6 9.4a3.9 3.9 0 0 1 5-5l-2.4 2.4.4 1.6 1.6.4 2.4-2.4a3.9 3.9 0 0 1-5 5L8.2 19.8a1.9 1.9 0 0 1-2.7 0l-.3-.3a1.9 1.9 0 0 1 0-2.7z',
  team: 'M9 4.5a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8zM2.8 19.5c0-3.3 2.6-5.4 6.2-5.4s6.2 2.1 6.2 5.4M15.8 4.9a3.3 3.3 0 0 1 0 6M17.6 14.5c2.2.6 3.6 2.4 3.6 5',
  person: 'M12 4a3.9 3.9 0 1 1 0 7.8A3.9 3.9 0 0 1 12 4zM4.5 20.3c0-3.7 3.1-6 7.5-6s7.5 2.3 7.5 6',
  chart: 'M4 4v16h16.5M8.5 16.5v-5M12.7 16.5V7M16.9 16.5v-3',
  gear: 'M12 6.4a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 0 1 0-11.2zM12 9.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM12 3.2v3.2M12 17.6v3.2M3.2 12h3.2M17.6 12h3.2M5.8 5.8l2.25 2.25M15.95 15.95l2.25 2.25M18.2 5.8l-2.25 2.25M8.05 15.95l-2.25 2.25',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bolt: 'M13 3.5 5.5 13.5h5L10.5 20.5l8-10.5h-5.5z',
  filter: 'M4 7h16M7 12h10M10 17h4',
  lock: 'M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.2v2',
  loop: 'M4.5 11.5a6 6 0 0 1 6-5.5h8M15.8 3.2 18.6 6l-2.8 2.8M19.5 12.5a6 6 0 0 1-6 5.5h-8M8.2 20.8 5.4 18l2.8-2.8',
  link: 'M10.2 13.2a4.4 4.4 0 0 0 6.6.5l2.6-2.6a4.4 4.4 0 0 0-6.2-6.2l-1.5 1.5M13.8 10.8a4.4 4.4 0 0 0-6.6-.5l-2.6 2.6a4.4 4.4 0 0 0 6.2 6.2l1.5-1.5',
  hourglass:
    'M7 3.5h10M7 20.5h10M8 3.5v3.3c0 2 4 3.4 4 5.2s-4 3.2-4 5.2v3.3M16 3.5v3.3c0 2-4 3.4-4 5.2s4 3.2 4 5.2v3.3',
  clock: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM12 7.5V12l3 1.9',
  check: 'M5 12.8 9.7 17.3 19 7.2',
  checkCircle: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM8.3 12.2l2.6 2.6 4.8-5.3',
  triangle: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17h.01',
  ban: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM6.3 6.3l11.4 11.4',
  info: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM12 11.2v5M12 8h.01',
  chevronDown: 'M6.5 9.5 12 15l5.5-5.5',
  chevronUp: 'M6.5 14.5 12 9l5.5 5.5',
  chevronLeft: 'M14.5 6.5 9 12l5.5 5.5',
  chevronRight: 'M9.5 6.5 15 12l-5.5 5.5',
  arrowRight: 'M4.5 12h15M13.5 6l6 6-6 6',
  shorten: 'M3.5 12h6M14.5 12h6M7 9l3 3-3 3M17 9l-3 3 3 3',
  swap: 'M5 8.5h14M15.8 5.3 19 8.5l-3.2 3.2M19 15.5H5M8.2 12.3 5 15.5l3.2 3.2',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9h9.5a5.5 5.5 0 0 1 0 11h-3.5',
  redo: 'M15.5 5l4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h3.5',
  download: 'M12 4v11.5M7.2 11 12 15.7l4.8-4.7M4.5 20h15',
  upload: 'M12 16V4.5M7.2 9 12 4.3 16.8 9M4.5 20h15',
  print: 'M7 9V3.8h10V9M7 17H4V9h16v8h-3M7 14.2h10v6H7z',
  copy: 'M8.5 8.5h11.5v11.5H8.5zM15.5 8.5V4H4v11.5h4.5',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M18.5 5.5l-1.4 1.4M6.9 17.1l-1.4 1.4',
  moon: 'M19.8 14.3A8.3 8.3 0 1 1 9.7 4.2a6.6 6.6 0 0 0 10.1 10.1z',
  screen: 'M3.5 4.5h17v12h-17zM8 20.5h8M12 16.5v4',
  globe:
    'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM3.8 12h16.4M12 3.8c2.3 2.3 3.4 5 3.4 8.2s-1.1 5.9-3.4 8.2c-2.3-2.3-3.4-5-3.4-8.2s1.1-5.9 3.4-8.2z',
  keyboard: 'M3 6.5h18v11H3zM6.8 10h.01M10.3 10h.01M13.8 10h.01M17.3 10h.01M8 14h8',
  signOut: 'M13.5 4.5H5v15h8.5M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  key: 'M8 11a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM11 12.2 19.5 3.8M16.5 6.8l3 3M14 9.3l2 2',
  eye: 'M2.8 12C5 8 8.2 6 12 6s7 2 9.2 6c-2.2 4-5.4 6-9.2 6s-7-2-9.2-6zM12 9.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4z',
  eyeOff:
    'M4 4l16 16M9.9 6.2A9.9 9.9 0 0 1 12 6c3.8 0 7 2 9.2 6a14 14 0 0 1-2.5 3.3M6 7.6A14.2 14.2 0 0 0 2.8 12C5 16 8.2 18 12 18a9.7 9.7 0 0 0 4.2-.9M10.1 10.1a2.7 2.7 0 0 0 3.8 3.8',
  door: 'M6 20.5v-17h12v17M3.5 20.5h17M14.5 12h.01',
  building: 'M4.5 20.5v-17h9.5v17M14 9h5.5v11.5M2.8 20.5h18.4M7.8 7.5h2.9M7.8 11.5h2.9M7.8 15.5h2.9',
  flag: 'M5.5 20.5v-16M5.5 5h12.5l-2.3 4 2.3 4H5.5',
  edit: 'M4.5 19.5l.9-4L16 4.9a1.9 1.9 0 0 1 2.7 0l.4.4a1.9 1.9 0 0 1 0 2.7L8.5 18.6zM14 7l3 3',
  trash: 'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.9 13.5h9.2l.9-13.5M10 10.5v5.5M14 10.5v5.5',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.3h-4.3',
  pin: 'M12 21c4.3-4.4 6.5-7.9 6.5-11a6.5 6.5 0 0 0-13 0c0 3.1 2.2 6.6 6.5 11zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  table: 'M3.5 5h17v14h-17zM3.5 9.7h17M3.5 14.3h17M9.5 9.7V19',
  plug: 'M9 3.5v4.5M15 3.5v4.5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5v4',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  external: 'M18 13.5v6H4.5V6h6M13.5 4.5h6v6M19.5 4.5 11 13',
} as const

export type IconName = keyof typeof drawings

/** Marks that are points rather than lines need a heavier stroke to be seen. */
const dotted = new Set<IconName>(['more', 'grip'])

/**
 * An icon of the one outline set. Sizes: 12 in blocks (stroke 2), 14–16 in buttons, 20 in the rail. Decorative unless it has a
 * `label`: a word stands beside it, or the button carries the name.
 */
export function Icon({
  name,
  size = 16,
  label,
  className,
  style,
}: {
  name: IconName
  size?: number
  label?: string
  className?: string
  style?: CSSProperties
}) {
  const width = dotted.has(name) ? 2.6 : size <= 12 ? 2 : 1.6
  return (
    <svg
      className={className === undefined ? 'icon' : `icon ${className}`}
      style={style}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={drawings[name]} />
    </svg>
  )
}

/** Every icon there is, for the picture test. */
export const iconNames = Object.keys(drawings) as IconName[]
