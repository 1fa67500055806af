/** Puts facts into `{{name}}` places of a catalogue sentence. A place without a fact stays visible, so that a mistake is seen. */
export function fill(template: string, facts: Record<string, string | number>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : String(fact)
  })
}
