export type Facts = Record<string, string | number>

/** Puts facts into the holes of a sentence: `{{x}}`. What a fact holds is never read as a hole again. */
export function fill(template: string, facts: Facts): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}
