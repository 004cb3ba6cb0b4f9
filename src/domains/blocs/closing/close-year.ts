import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { mayCloseYear } from '../access.ts'
import type { BlocFact } from '../bloc-year.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { headOf } from '../members/queries.ts'
import { yearById, type BlocYearRow } from '../queries.ts'
import { factOfYear } from '../start-year.ts'

const oneId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

export const closeYearInput = z.object({
  blocYear: z.uuid(),
  /** The first day on which the year goes on no more. */
  closedOn: day(),
  document: line(300),
  deed: oneId,
  /** The year of this tenant that goes on with the open work … */
  successor: oneId,
  /** … or the bloc of another tenant, told as a value. */
  successorName: optionalLine(200),
  successorTenant: optionalLine(120),
})
export type CloseYear = z.output<typeof closeYearInput>

type Fault = (input: CloseYear, year: BlocYearRow, today: string) => boolean

const faults = {
  notInYear: ({ closedOn }, year) => closedOn < year.starts_on || closedOn > year.ends_on,
  closedInFuture: ({ closedOn }, _year, today) => closedOn > today,
  twoSuccessors: ({ successor, successorName }) => successor !== undefined && successorName !== '',
  halfSuccessor: ({ successorName, successorTenant }) => (successorName === '') !== (successorTenant === ''),
  ownSuccessor: ({ successor }, year) => successor === year.id,
} satisfies Record<string, Fault>

function checkClosing(input: CloseYear, year: BlocYearRow, today: string) {
  for (const [key, isFault] of Object.entries(faults)) {
    if (isFault(input, year, today)) throw new RuleViolation(`blocs.${key}`, { from: year.starts_on, to: year.ends_on })
  }
}

/** The year that goes on: of this tenant, not over by then, and not closed itself. */
async function successorOf(tx: Tx, { successor, closedOn }: CloseYear): Promise<BlocYearRow | undefined> {
  if (successor === undefined) return undefined
  const year = await lockYear(tx, successor)
  if (year.ends_on < closedOn) throw new RuleViolation('blocs.successorOver', { to: year.ends_on })
  return year
}

async function closeStops(tx: Tx, year: BlocYearRow) {
  await tx
    .updateTable('bloc_year_stop')
    .set({ state: 'closed' })
    .where('bloc_year_id', '=', year.id)
    .where('state', 'in', ['ahead', 'open'])
    .execute()
}

async function insertClosing(tx: Tx, actor: Actor, input: CloseYear, now: Date) {
  await tx
    .insertInto('bloc_year_closing')
    .values({
      bloc_year_id: input.blocYear,
      closed_on: input.closedOn,
      document: input.document,
      deed_id: input.deed ?? null,
      successor_year_id: input.successor ?? null,
      successor_name: input.successorName === '' ? null : input.successorName,
      successor_tenant: input.successorTenant === '' ? null : input.successorTenant,
      closed_by: actor.account,
      closed_at: now,
    })
    .execute()
}

/** Locks both years in one order, so that two closings at once do not wait for each other. */
async function lockBoth(tx: Tx, { blocYear, successor }: CloseYear) {
  const ids = [blocYear, ...(successor === undefined ? [] : [successor])]
  await tx.selectFrom('bloc_year').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

/**
 * Closes a year whose bloc a reorganisation ended: open stops are marked, open tasks and an unfinished agreement are
 * settled, and what was open goes on in the successor. What was frozen or signed stays.
 */
export async function closeYear(
  db: Db,
  actor: Actor,
  input: CloseYear,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  demand(mayCloseYear(actor))
  await db.transaction().execute(async (tx) => {
    await lockBoth(tx, input)
    const year = await lockYear(tx, input.blocYear)
    checkClosing(input, year, dayOf(now))
    const next = await successorOf(tx, input)
    await insertClosing(tx, actor, input, now)
    const successor = next && { ...factOfYear('blocs.yearGoesOn', next), head: await headOf(tx, next.id) }
    const { closedOn, document } = input
    await announce(tx, now, {
      ...factOfYear('blocs.yearClosed', await yearById(tx, year.id)),
      closedOn,
      document,
      successor,
    })
    // After the agreement is settled: a signature that is being given locks its paper first and the stop last.
    await closeStops(tx, year)
    await record(tx, actor, now, {
      action: 'year.closed',
      subject: yearSubject(year.id),
      facts: {
        on: closedOn,
        document,
        successor: next ? `${next.bloc.name} ${next.label}` : input.successorName,
        tenant: input.successorTenant,
      },
    })
  })
}
