import { definitions, generalNotes } from '../../../../shared/metrics/definitions.ts'
import type { Language } from '../../../../shared/text/moments.ts'

/** What every figure of a report means, and the rules that hold for all of them: the sheet 口径. */
export function definitionsFor(language: Language): [name: string, meaning: string][] {
  return [
    ...Object.values(definitions).map((each): [string, string] => [each[language].name, each[language].formula]),
    ...generalNotes[language].map((note): [string, string] => ['', note]),
  ]
}
