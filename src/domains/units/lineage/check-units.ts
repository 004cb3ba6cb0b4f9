import { sql } from 'kysely'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { NotFound, RuleViolation } from '#platform/errors.ts'
import { levelsOn, namesOn, statusOn, unitsNamedLike } from '../queries.ts'
import { endedBy, ruleOf } from './deed.ts'
import { deedsOfUnits } from './queries.ts'
import type { RecordDeed } from './record-deed.ts'

/** Deeds take turns on all units: two at once could end what the other builds on, or close a circle that neither sees. */
export const lockTree = (tx: Tx) => sql`lock table unit_parent in share row exclusive mode`.execute(tx)

async function lockUnits(tx: Tx, units: readonly string[]) {
  const wanted = [...new Set(units)].toSorted()
  if (wanted.length === 0) return
  const rows = await tx.selectFrom('unit').select('id').where('id', 'in', wanted).orderBy('id').forUpdate().execute()
  if (rows.length !== wanted.length) throw new NotFound()
}

async function beganOn(tx: Tx, unit: string): Promise<string> {
  const first = await tx
    .selectFrom('unit_status')
    .select('from_on')
    .where('unit_id', '=', unit)
    .orderBy('from_on')
    .executeTakeFirst()
  return first?.from_on ?? '0001-01-01'
}

/** What goes on or is placed may have begun with the same day; what changes or ends must have been there before. */
async function checkActive(tx: Tx, unit: string, input: RecordDeed, name: string) {
  const began = await beganOn(tx, unit)
  const changes = input.before.includes(unit) && input.kind !== 'move'
  const isTooEarly = changes ? input.effectiveOn <= began : input.effectiveOn < began
  if (isTooEarly) throw new RuleViolation('lineage.beforeUnit', { name, from: began })
  if ((await statusOn(tx, unit, input.effectiveOn)) === 'ended') throw new RuleViolation('lineage.ofEnded', { name })
}

/** A unit that ends must have nothing after its end: no name, no parent, no deed. So no chain can turn back on itself. */
async function checkNothingLater(tx: Tx, unit: string, { effectiveOn }: RecordDeed, name: string) {
  const [names, parents, states, deeds] = await Promise.all([
    tx.selectFrom('unit_name').select('from_on').where('unit_id', '=', unit).execute(),
    tx.selectFrom('unit_parent').select('from_on').where('unit_id', '=', unit).execute(),
    tx.selectFrom('unit_status').select('from_on').where('unit_id', '=', unit).execute(),
    deedsOfUnits(tx, [unit]),
  ])
  const days = [...names, ...parents, ...states].map((row) => row.from_on)
  const latest = [...days, ...deeds.map((deed) => deed.effective_on)].toSorted().at(-1)
  if (latest !== undefined && latest >= effectiveOn) throw new RuleViolation('lineage.tooEarly', { name, from: latest })
}

async function checkNew(tx: Tx, input: RecordDeed) {
  if (input.afterNew.length === 0 || input.kind === 'rename') return
  const levels = await levelsOn(tx, input.effectiveOn)
  if (input.level !== '' && !levels.some(({ code }) => code === input.level)) {
    throw new RuleViolation('lineage.levelOver', { from: input.effectiveOn })
  }
  for (const { fullName } of input.afterNew) {
    const alike = (await unitsNamedLike(tx, fullName)).filter(({ unit_id }) => !input.before.includes(unit_id))
    if (alike[0] && !input.anotherUnit) throw new RuleViolation('units.sameName', { name: alike[0].full_name })
  }
}

/** Everything that the units themselves may have against a deed; answers with their names on the day before it. */
export async function checkUnits(tx: Tx, input: RecordDeed, today: string) {
  const ended = endedBy(input)
  if (ruleOf(input.kind).ends && input.effectiveOn > today) throw new RuleViolation('lineage.notYet')
  await lockUnits(tx, [...input.before, ...input.after])
  const names = await namesOn(tx, [...input.before, ...input.after], addDays(input.effectiveOn, -1))
  const nameOf = (unit: string) => names.get(unit)?.full_name ?? ''
  for (const unit of new Set([...input.before, ...input.after])) await checkActive(tx, unit, input, nameOf(unit))
  for (const unit of ended) await checkNothingLater(tx, unit, input, nameOf(unit))
  await checkNew(tx, input)
  return { before: input.before.map(nameOf), after: input.after.map(nameOf) }
}
