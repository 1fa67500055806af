import { reports as en } from '../../shared/text/en/reports.ts'
import { reports as zh } from '../../shared/text/zh/reports.ts'
import { definitions, generalNotes } from '../../shared/metrics/definitions.ts'
import type { OccupancyRow } from '../../shared/operations/reports.ts'
import { useText } from '../ui/text.ts'

export type ReportWords = typeof zh

const catalogues: Record<'zh' | 'en', ReportWords> = { zh, en }

/** The words of this page in the reader's language, with the names and definitions of figures. */
export function useReportWords() {
  const { language } = useText()
  return {
    language,
    words: catalogues[language],
    generalNotes: generalNotes[language],
    definitionOf: (figure: keyof OccupancyRow) => definitions[figure][language],
    /** A resource by name; in English by its English name where it has one. */
    nameOf: (row: { name: string; nameEn: string }) => (language === 'en' && row.nameEn !== '' ? row.nameEn : row.name),
  }
}
