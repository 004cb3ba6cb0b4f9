import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalDay, optionalLine } from '#platform/form.ts'
import { mayKeepRoad } from './access.ts'
import { roadStops, stopStates, type BlocFact, type RoadStop, type StopState } from './bloc-year.ts'
import { lockYear, yearSubject } from './lock-year.ts'
import { factOfYear } from './start-year.ts'

export const moveStopInput = z.object({
  blocYear: z.uuid(),
  stop: z.enum(roadStops),
  state: z.enum(stopStates),
  /** The last day for it. */
  dueOn: optionalDay(),
  doneOn: optionalDay(),
  note: optionalLine(200),
})
export type MoveStop = z.output<typeof moveStopInput>

type Fault = (input: MoveStop, today: string) => boolean

/** A stop that is done has its day, and no other has one; one that is skipped says why. */
const faults = {
  doneWithoutDay: (input) => input.state === 'done' && input.doneOn === undefined,
  dayWithoutDone: (input) => input.state !== 'done' && input.doneOn !== undefined,
  doneInFuture: (input, today) => input.doneOn !== undefined && input.doneOn > today,
  skippedWithoutReason: (input) => input.state === 'skipped' && input.note === '',
} satisfies Record<string, Fault>

function checkStop(input: MoveStop, today: string) {
  for (const [key, isFault] of Object.entries(faults)) {
    if (isFault(input, today)) throw new RuleViolation(`blocs.${key}`)
  }
}

/** Moves a stop by hand: its state, its days, what is to be known of it. */
export async function moveStop(
  db: Db,
  actor: Actor,
  input: MoveStop,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  demand(mayKeepRoad(actor, input.blocYear))
  checkStop(input, dayOf(now))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    await tx
      .updateTable('bloc_year_stop')
      .set({ state: input.state, due_on: input.dueOn ?? null, done_on: input.doneOn ?? null, note: input.note })
      .where('bloc_year_id', '=', year.id)
      .where('stop', '=', input.stop)
      .execute()
    await announce(tx, now, factOfYear('blocs.roadMoved', year))
    await record(tx, actor, now, {
      action: 'year.stopMoved',
      subject: yearSubject(year.id),
      facts: { stop: input.stop, state: input.state, due: input.dueOn ?? null, done: input.doneOn ?? null },
    })
  })
}

export interface StopForAct {
  blocYear: string
  stop: RoadStop
  state: Extract<StopState, 'open' | 'done'>
  /** When it was done. */
  doneOn?: string
}

/** A stop that follows from another act (the last signature closes `signing`), inside that act's transaction and entry. */
export async function moveStopForAct(tx: Tx, { blocYear, stop, state, doneOn }: StopForAct): Promise<void> {
  await tx
    .updateTable('bloc_year_stop')
    .set({ state, done_on: state === 'done' ? (doneOn ?? null) : null })
    .where('bloc_year_id', '=', blocYear)
    .where('stop', '=', stop)
    .execute()
}
