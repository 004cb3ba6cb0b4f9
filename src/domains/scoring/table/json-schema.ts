import { z } from 'zod'
import { scoreFacts } from './score-facts.ts'
import { scoreTable } from './score-table.ts'

/** JSON Schema 2020-12 of what a person writes: fields with a default may be left out. */
const written = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })

export const jsonSchemas = () => ({ scoreTable: written(scoreTable), scoreFacts: written(scoreFacts) })
