import { z } from 'zod'

// The pages' policy forbids making code from text. zod would try once, and each try is reported as a violation: it is told beforehand.
// Imported first by the entry, before the operations are declared.
z.config({ jitless: true })
