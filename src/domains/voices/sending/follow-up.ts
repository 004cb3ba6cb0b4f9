import { z } from 'zod'
import { optionalLine, paragraph } from '#platform/form.ts'

const code = z.string().max(60)

export const messageInput = z.object({ code, text: paragraph(2000) })

export const verdictInput = z.object({
  code,
  solved: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  reason: optionalLine(1000),
})

export interface Verdict {
  solved: boolean
  reason: string
}

const size = z.object({ width: z.number(), height: z.number() })

/** What waits for a batch, as it was kept. */
export const waitingContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opinion'),
    bloc_year_id: z.uuid(),
    unit_id: z.uuid(),
    place_id: z.uuid().nullable(),
    place_name: z.string(),
    group_code: z.string().nullable(),
    text: z.string(),
    sizes: z.array(size),
  }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('verdict'), solved: z.boolean(), reason: z.string() }),
])

export type WaitingContent = z.output<typeof waitingContent>
