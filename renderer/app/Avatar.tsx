/** A person's sign: the first character of the name, or the initials of a name in letters. Decorative: the name stands beside it. */
export function Avatar({ name, size }: { name: string; size: number }) {
  const style = { width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.44)) }
  // The sign is drawn and not written: for who hears or speaks the button, its words are the name alone.
  return <span className="avatar" style={style} data-sign={signOf(name)} aria-hidden />
}

function signOf(name: string): string {
  const words = name.trim().split(/\s+/)
  if (/^\p{Script=Latin}/u.test(name) && words.length > 1)
    return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`.toUpperCase()
  return (Array.from(name.trim())[0] ?? '').toUpperCase()
}
