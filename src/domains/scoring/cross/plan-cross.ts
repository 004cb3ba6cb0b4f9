import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newCode, newId } from '#platform/id.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { tableOfVersion, tablesOfRound } from '../rounds/queries.ts'
import { sheetsOfRound, type SheetRow } from '../sheets/queries.ts'
import { mayPlanCross } from './access.ts'
import { crossMethods, crossSpans, hasBegun, takesDrawing } from './assignment.ts'
import { keepCrossTasks } from './cross-tasks.ts'
import { headOn } from './lock-assignment.ts'
import { conflictKey, drawMatrix, fieldMatrix, type Matrix } from './matrix.ts'
import { assignmentsOfRound, conflictsOf, objectionsOf, planOf, type AssignmentRow } from './queries.ts'
import { partsOf, type TablePart } from './table-parts.ts'

export const planCrossInput = z.object({
  round: z.uuid(),
  span: z.enum(crossSpans),
  /** How many others assess each part. */
  perUnit: z.coerce.number().int().min(1).max(20),
  method: z.enum(crossMethods).default('median'),
  minimumSample: z.coerce.number().int().min(3).max(50).default(5),
  /** Drawn in public, or made here. */
  seed: z.string().trim().max(60).default(''),
  /** By code of assessors in the tables: the units that hold it. */
  fields: z.record(z.string(), z.array(z.uuid()).max(20)).default({}),
  /** Why it is drawn again. */
  reason: z.string().trim().max(1000).default(''),
})
export type PlanCross = z.output<typeof planCrossInput>

/** A part of one table: the tables of a round are drawn together, so that loads are even over all. */
interface PlacedPart extends TablePart {
  version: string
}

const keyOf = ({ version, part }: { version: string; part: string }) => `${version} ${part}`

async function partsOfRound(tx: Tx, { round, span }: PlanCross): Promise<PlacedPart[]> {
  const parts: PlacedPart[] = []
  for (const { version_id: version } of await tablesOfRound(tx, round)) {
    const table = await tableOfVersion(tx, version)
    parts.push(...partsOf(table, span).map((one) => ({ ...one, version })))
  }
  return parts
}

interface Given {
  input: PlanCross
  seed: string
  parts: readonly PlacedPart[]
  sheets: readonly SheetRow[]
  conflicts: ReadonlySet<string>
}

function matrixOf({ input, seed, parts, sheets, conflicts }: Given): Matrix {
  const units = [...new Set(sheets.map((sheet) => sheet.unit_id))]
  if (input.span !== 'field') {
    if (input.perUnit >= units.length) throw new RuleViolation('cross.tooFewUnits', { units: units.length })
    return drawMatrix({ units, parts: parts.map(keyOf), perUnit: input.perUnit, conflicts, seed })
  }
  const fields = parts.map((one) => ({ part: keyOf(one), holders: input.fields[one.holder ?? ''] ?? [] }))
  if (parts.length === 0) throw new RuleViolation('cross.noFields')
  return fieldMatrix(units, fields, conflicts)
}

/** What was drawn before gives way as long as nobody began; what was drawn and replaced stays to be read. */
async function demandUndrawn(tx: Tx, input: PlanCross, before: readonly AssignmentRow[]): Promise<void> {
  if (before.length === 0) return
  if (hasBegun(before)) throw new RuleViolation('cross.alreadyBegun')
  if (input.reason === '') throw new RuleViolation('cross.reasonMissing')
  if ((await objectionsOf(tx, input.round)).some(({ state }) => state === 'asked')) {
    throw new RuleViolation('cross.objectionWaits')
  }
  const waiting = before.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  await tx
    .updateTable('cross_assignment')
    .set((set) => ({ state: 'replaced', reason: input.reason, edition: set('edition', '+', 1) }))
    .where('id', 'in', waiting)
    .execute()
}

async function keepPlan(tx: Tx, actor: Actor, now: Date, { input, seed }: Pick<Given, 'input' | 'seed'>) {
  const said = {
    span: input.span,
    per_unit: input.perUnit,
    seed,
    method: input.method,
    minimum_sample: input.minimumSample,
    drawn_by: actor.account,
    drawn_name: actor.name,
    drawn_at: now,
  }
  await tx
    .insertInto('cross_plan')
    .values({ round_id: input.round, ...said })
    .onConflict((conflict) =>
      conflict.column('round_id').doUpdateSet((set) => ({ ...said, edition: set('cross_plan.edition', '+', 1) })),
    )
    .execute()
  await tx.deleteFrom('cross_field').where('round_id', '=', input.round).execute()
  const held = Object.entries(input.fields).flatMap(([code, units]) =>
    [...new Set(units)].map((unit_id) => ({ round_id: input.round, code, unit_id })),
  )
  if (input.span === 'field' && held.length > 0) await tx.insertInto('cross_field').values(held).execute()
}

async function keepMatrix(tx: Tx, now: Date, { pairings }: Matrix, { parts, sheets }: Given) {
  const partOf = new Map(parts.map((one) => [keyOf(one), one]))
  const sheetOf = new Map(sheets.map((sheet) => [`${sheet.version_id} ${sheet.unit_id}`, sheet.id]))
  const rows = pairings.flatMap(({ unit, part: key, assessor, isMutual }) => {
    const part = partOf.get(key)
    const sheet = part && sheetOf.get(`${part.version} ${unit}`)
    const who = { unit_id: unit, assessor_unit_id: assessor, is_mutual: isMutual, assigned_at: now }
    return part && sheet !== undefined ? [{ id: newId(), sheet_id: sheet, part: part.part, ...who }] : []
  })
  if (rows.length === 0) throw new RuleViolation('cross.nobody')
  await tx.insertInto('cross_assignment').values(rows).execute()
}

/** Those who lead draw who assesses whom; the seed stays, so that anyone can draw again and see the same. */
export async function planCross(db: Db, actor: Actor, input: PlanCross, now: Date): Promise<Matrix> {
  return db.transaction().execute(async (tx) => {
    const { year, round } = await lockRound(tx, input.round)
    demand(mayPlanCross(actor, year.id))
    if (!takesDrawing(round)) throw new RuleViolation('cross.notNow')
    const plan = await planOf(tx, round.id)
    await demandUndrawn(tx, input, await assignmentsOfRound(tx, round.id))
    const conflicts = await conflictsOf(tx, round.id)
    const given: Given = {
      input,
      seed: input.seed === '' ? newCode(16) : input.seed.normalize('NFC'),
      parts: await partsOfRound(tx, input),
      sheets: await sheetsOfRound(tx, round.id),
      conflicts: new Set(conflicts.map((one) => conflictKey(one.assessor_unit_id, one.unit_id))),
    }
    const matrix = matrixOf(given)
    await keepPlan(tx, actor, now, given)
    await keepMatrix(tx, now, matrix, given)
    await keepCrossTasks(tx, now, round, await headOn(tx, year, dayOf(now)))
    const { length: mutual } = matrix.pairings.filter(({ isMutual }) => isMutual)
    await record(tx, actor, now, {
      action: plan === undefined ? 'cross.drawn' : 'cross.drawnAgain',
      subject: roundSubject(round.id),
      facts: { name: round.name, count: matrix.pairings.length, mutual, seed: given.seed, reason: input.reason },
    })
    return matrix
  })
}
