import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsMovements } from '../access.ts'
import { movementSubject } from './lock-movement.ts'
import { askMembersToJoin } from './movement-tasks.ts'
import { addToYear } from './open-movement.ts'
import { splitTitle, type Period } from './period.ts'
import { movementByName, movementOf } from './queries.ts'
import { insertAdoption } from './record-adoption.ts'

const yearText = z.string().regex(/^(\d{4})?$/)

export const adoptMovementInput = z.object({
  blocYear: z.uuid(),
  title: line(400),
  /** Years, or empty when nobody named them. */
  from: yearText.default(''),
  to: yearText.default(''),
  /** "tỉnh Nam Định", as the clause says it. */
  scope: optionalLine(200),
  adoptedOn: day(),
  /** What the adoption rests on: "Giao ước thi đua năm 2023". */
  document: optionalLine(200),
})
export type AdoptMovement = z.output<typeof adoptMovementInput>

export interface Adopted {
  movement: string
  isNew: boolean
}

const dayOfYear = (year: string, monthAndDay: string) => (year === '' ? null : `${year}-${monthAndDay}`)

/** The years of the clause, else those that stand in the title itself. */
function periodIn({ from, to }: AdoptMovement, titled: Period | undefined) {
  if (from + to === '' && titled !== undefined) return { from_on: titled.fromOn, to_on: titled.toOn }
  return { from_on: dayOfYear(from, '01-01'), to_on: dayOfYear(to, '12-31') }
}

/** Where nobody said otherwise a standing movement is the province's, and one of this year alone the bloc's own. */
function levelOf(year: BlocYearRow, { from_on, to_on }: { from_on: string | null; to_on: string | null }) {
  const isOfYear = from_on !== null && from_on >= year.starts_on && to_on !== null && to_on <= year.ends_on
  return isOfYear ? ('bloc' as const) : ('provincial' as const)
}

async function insertMovement(
  tx: Tx,
  actor: Actor,
  input: AdoptMovement,
  { year, now }: { year: BlocYearRow; now: Date },
) {
  const id = newId()
  const { title, period } = splitTitle(input.title)
  const days = periodIn(input, period)
  const level = levelOf(year, days)
  // An end before the beginning is a slip of the text: it stays in the clause, and the period is unknown here.
  const isOrdered = days.from_on === null || days.to_on === null || days.from_on <= days.to_on
  await tx
    .insertInto('movement')
    .values({
      id,
      bloc_id: year.bloc.id,
      form: days.to_on === null ? 'regular' : 'thematic',
      level,
      title,
      launcher: level === 'bloc' ? year.bloc.name : '',
      subjects: input.scope,
      ...(isOrdered ? days : {}),
      state: days.from_on !== null && days.from_on < year.starts_on ? 'running' : 'launched',
      launched_on: input.adoptedOn,
      created_by: actor.account,
      created_at: now,
      changed_at: now,
    })
    .execute()
  return id
}

/**
 * Takes up a movement that a text of the bloc names: the bloc's own of that name, tone marks and signs aside, else a new
 * one, inside another command's transaction. Twice is once.
 */
export async function adoptMovementIn(tx: Tx, actor: Actor, input: AdoptMovement, now: Date): Promise<Adopted> {
  const year = await lockYear(tx, input.blocYear)
  const known = await movementByName(tx, year.bloc.id, splitTitle(input.title).title)
  const id = known ?? (await insertMovement(tx, actor, input, { year, now }))
  await addToYear(tx, actor, { movement: id, blocYear: year.id }, now)
  const movement = await movementOf(tx, year.id, id)
  const { adoptedOn, document } = input
  await insertAdoption(tx, actor, { movement: id, level: 'bloc', adopter: year.bloc.name, adoptedOn, document }, now)
  if (known === undefined && movement.launched_on !== null && movement.launched_on <= dayOf(now)) {
    await askMembersToJoin(tx, now, year, movement)
  }
  return { movement: id, isNew: known === undefined }
}

/** The same as a command of its own. */
export async function adoptMovement(db: Db, actor: Actor, input: AdoptMovement, now: Date): Promise<Adopted> {
  demand(keepsMovements(actor, input.blocYear))
  return db.transaction().execute(async (tx) => {
    const adopted = await adoptMovementIn(tx, actor, input, now)
    const facts = { title: input.title, adopter: '', day: input.adoptedOn }
    await record(tx, actor, now, { action: 'movements.adopted', subject: movementSubject(adopted.movement), facts })
    return adopted
  })
}
