import { z } from 'zod'

/** What a reader of a workbook was unsure of: a key of its words, the row of the sheet, the code in the draft. */
export const readDoubt = z.object({
  code: z.string().max(200).default(''),
  says: z.string().max(60),
  row: z.int().positive().optional(),
  values: z.record(z.string().max(40), z.string().max(400)).default({}),
})

export type ReadDoubt = z.output<typeof readDoubt>
