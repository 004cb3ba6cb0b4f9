import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { roundPath, scoringPaths, sheetAddress } from '../paths.ts'
import { sheetsOfRound, type SheetRow } from '../sheets/queries.ts'
import { sheetCan, takesSelfScores } from '../sheets/sheet.ts'
import { roundById } from './queries.ts'
import type { Round } from './round.ts'

const selfKey = (sheet: string) => `scoring.selfDue ${sheet}`
const returnedKey = (sheet: string) => `scoring.returned ${sheet}`

/** What tasks about a sheet say of it. */
const factsOf = (year: BlocYearRow, { title, round_name: round }: Pick<SheetRow, 'title' | 'round_name'>) => ({
  table: title,
  round,
  bloc: year.bloc.short_name,
})

const placeOf = (year: BlocYearRow, sheet: SheetRow) => ({
  unit: sheet.unit_id,
  blocYear: year.id,
  path: scoringPaths.sheet(...sheetAddress(year, sheet)),
})

/** Every unit that has not sent a sheet is asked for it, each sheet once; who was asked before, by this day. */
async function openSelfTasks(tx: Tx, now: Date, year: BlocYearRow, round: Round) {
  for (const sheet of await sheetsOfRound(tx, round.id)) {
    if (sheet.state !== 'open') continue
    await openTask(tx, now, {
      key: selfKey(sheet.id),
      kind: 'scoring.selfDue',
      ...placeOf(year, sheet),
      facts: factsOf(year, sheet),
      dueOn: round.self_due_on,
    })
  }
}

/** The last days of a round stand in the year's calendar; reminders follow from there and from the tasks. */
async function keepRoundDays(tx: Tx, now: Date, year: BlocYearRow, round: Round) {
  const days = { self: round.self_due_on, cross: round.cross_due_on, verify: round.verify_due_on } as const
  for (const [stage, day] of Object.entries(days)) {
    if (day === null) continue
    await keepDeadline(tx, now, {
      key: `scoring.${stage} ${round.id}`,
      blocYear: year.id,
      kind: 'deadline',
      naming: `scoring.${stage}`,
      facts: { round: round.name },
      startsOn: day,
      audience: stage === 'verify' ? 'head' : 'members',
      path: roundPath(year, round.id),
    })
  }
}

/** Brings calendar and tasks to the days of a round that has opened. */
export async function moveSelfDay(tx: Tx, now: Date, id: string): Promise<void> {
  const round = await roundById(tx, id)
  if (!takesSelfScores(round)) return
  const year = await yearById(tx, round.bloc_year_id)
  await keepRoundDays(tx, now, year, round)
  await openSelfTasks(tx, now, year, round)
}

/** Of a round that takes no more self-scores nothing is waited for; what is missing stays missing. */
export async function closeSelfTasks(tx: Tx, now: Date, round: string): Promise<void> {
  for (const sheet of await sheetsOfRound(tx, round)) {
    if (!sheetCan('enter', sheet)) continue
    await closeTask(tx, now, selfKey(sheet.id))
    await closeTask(tx, now, returnedKey(sheet.id))
  }
}

/** The unit has sent its sheet. */
export async function tasksOfSheetSent(tx: Tx, now: Date, sheet: string): Promise<void> {
  await closeTask(tx, now, selfKey(sheet))
  await closeTask(tx, now, returnedKey(sheet))
}

/** The unit has its sheet again and is told why. */
export async function tasksOfSheetReturned(
  tx: Tx,
  now: Date,
  sheet: SheetRow,
  { reason, dueOn }: { reason: string; dueOn: string | null },
): Promise<void> {
  const year = await yearById(tx, sheet.bloc_year_id)
  await openTask(tx, now, {
    key: returnedKey(sheet.id),
    kind: 'scoring.returned',
    ...placeOf(year, sheet),
    facts: { ...factsOf(year, sheet), reason },
    dueOn,
  })
}
