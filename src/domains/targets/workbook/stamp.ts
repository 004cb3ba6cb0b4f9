import { z } from 'zod'

/** What a workbook says of itself: where it belongs, and each figure as it went out. */
export const stampContent = z.object({
  tenant: z.string(),
  blocYear: z.uuid(),
  period: z.uuid(),
  unit: z.uuid(),
  madeAt: z.iso.datetime(),
  /** code, target, version, value, note */
  rows: z.array(z.tuple([z.string(), z.uuid(), z.number().int().min(0), z.string().nullable(), z.string()])),
})
export type StampContent = z.output<typeof stampContent>

export interface SentFigure {
  target: string
  version: number
  value: string | null
  note: string
}

/** By the code of the target, which is the key of its row. */
export const sentFigures = ({ rows }: StampContent): ReadonlyMap<string, SentFigure> =>
  new Map(rows.map(([code, target, version, value, note]) => [code, { target, version, value, note }]))
