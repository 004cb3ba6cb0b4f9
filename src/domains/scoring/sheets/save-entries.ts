import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayScoreFor } from '../access.ts'
import type { CellAnswer } from './cell.ts'
import { lockSheet } from './lock-sheet.ts'
import type { SheetRow } from './queries.ts'
import { sheetCan, takesSelfScores } from './sheet.ts'
import { readReadyTable } from '../figures/read-ready-table.ts'
import { writeEntries } from './write-entries.ts'

/** Cells as a page or a program sends them, at whatever stage. */
const cellsInput = z
  .array(
    z.object({
      kind: z.enum(['fact', 'mark']),
      name: z.string().min(1).max(200),
      /** As typed: "8,5", "85 %", "có", "12/03/2023 | 2; 15/04/2023 | 1"; empty is missing, "0" is zero. */
      text: z.string().max(4000),
      /** Absent: stays as it is. */
      note: z.string().trim().max(2000).optional(),
      isAssigned: z.boolean().default(true),
      /** The edition that was read; 0 where nothing stood. */
      edition: z.number().int().min(0),
    }),
  )
  .min(1)
  .max(2000)

export const saveEntriesInput = z.object({
  sheet: z.uuid(),
  /** The sender's own number of this saving: sent twice, it is done once and answered alike. */
  request: z.uuid().optional(),
  cells: cellsInput,
})
export type SaveEntries = z.output<typeof saveEntriesInput>

/** What this request was answered before, if it came before. */
async function answeredBefore(tx: Tx, actor: Actor, { request, sheet }: SaveEntries) {
  if (request === undefined) return undefined
  const asked = tx.selectFrom('score_saving').select(['sheet_id', 'answer']).where('account_id', '=', actor.account)
  const row = await asked.where('request_id', '=', request).executeTakeFirst()
  if (row === undefined) return undefined
  if (row.sheet_id !== sheet) throw new RuleViolation('sheets.requestUsed')
  return row.answer as unknown as readonly CellAnswer[]
}

async function keepAnswer(tx: Tx, actor: Actor, { request, sheet }: SaveEntries, kept: { answer: string; now: Date }) {
  if (request === undefined) return
  const { answer, now: saved_at } = kept
  const saving = { account_id: actor.account, request_id: request, sheet_id: sheet, answer, saved_at }
  await tx.insertInto('score_saving').values(saving).execute()
}

/** A sheet that was sent is the unit's again only when it is returned. */
export function demandTakesEntries(sheet: SheetRow): void {
  if (!takesSelfScores({ state: sheet.round_state })) throw new RuleViolation('sheets.roundTakesNone')
  if (!sheetCan('enter', sheet)) throw new RuleViolation('sheets.alreadySent')
}

/**
 * Saves any number of cells of a unit's own sheet as a draft; each answers for itself. `conflict` and `fault` change
 * nothing.
 */
export async function saveEntries(db: Db, actor: Actor, input: SaveEntries, now: Date): Promise<readonly CellAnswer[]> {
  return db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    demand(mayScoreFor(actor, sheet.unit_id))
    const before = await answeredBefore(tx, actor, input)
    if (before !== undefined) return before
    demandTakesEntries(sheet)
    const { table } = await readReadyTable(tx, sheet.version_id)
    const writing = { sheet, table, stage: 'self', assessor: sheet.unit_id } as const
    const cells = await writeEntries(tx, { actor, now }, writing, input.cells)
    await keepAnswer(tx, actor, input, { answer: JSON.stringify(cells), now })
    return cells
  })
}
