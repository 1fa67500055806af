/** Bounds of foreign files (reliability.md §6). Sizes in bytes, times in ms. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const MAX_ROWS = 20_000
export const MAX_COLUMNS = 256
/** How many faults are named; the rest are only counted. */
export const MAX_FAULTS = 100
export const MAX_ZIP_ENTRIES = 1000
export const MAX_UNZIPPED_BYTES = 50 * 1024 * 1024
export const MAX_ZIP_RATIO = 100
/** Below this, a high ratio is ordinary XML and harms nobody. */
export const RATIO_MATTERS_BYTES = 1024 * 1024
export const PARSER_HEAP_MB = 256
export const PARSER_LIMIT_MS = 10_000
/** A title longer than a booking's is shortened and kept whole in the note; beyond this it is refused. */
export const MAX_TITLE = 120
export const MAX_LONG_TEXT = 2000
