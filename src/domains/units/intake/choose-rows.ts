import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayImport } from './access.ts'
import { checkRows } from './check-rows.ts'
import { intakeCan, viewOf, type IntakeChoice, type JudgedRow } from './intake.ts'
import { lockIntake } from './queries.ts'

/** What all rows of a kind get that nobody has decided on one by one. */
export const sweeps = ['skip-faulty', 'skip-undecided', 'add-undecided'] as const
export type Sweep = (typeof sweeps)[number]

const picked = z.string().regex(/^$|^add$|^skip$|^same:[a-z]+:[0-9a-f-]+$/)

/** Fields are named 'r12' after the row; an empty one takes back what was said before. */
export const chooseRowsInput = z
  .object({ sweep: z.enum(sweeps).optional().catch(undefined) })
  .catchall(picked.catch(''))
  .transform(({ sweep, ...fields }) => ({
    sweep,
    rows: Object.entries(fields).flatMap(([name, value]) =>
      /^r\d{1,6}$/.test(name) ? [{ number: Number(name.slice(1)), picked: value }] : [],
    ),
  }))
export type ChooseRows = z.output<typeof chooseRowsInput> & { intake: string }

interface Said {
  number: number
  choice: IntakeChoice | null
  sameAs: string | null
}

function saidOf(number: number, given: string): Said {
  if (given.startsWith('same:')) return { number, choice: 'same', sameAs: given.slice(5) }
  const choice = given === 'add' || given === 'skip' ? given : null
  return { number, choice, sameAs: null }
}

const sweepOf: Record<Sweep, { view: string; choice: IntakeChoice }> = {
  'skip-faulty': { view: 'faulty', choice: 'skip' },
  'skip-undecided': { view: 'undecided', choice: 'skip' },
  'add-undecided': { view: 'undecided', choice: 'add' },
}

function swept(rows: readonly JudgedRow[], sweep: Sweep | undefined): Said[] {
  if (sweep === undefined) return []
  const { view, choice } = sweepOf[sweep]
  return rows.filter((row) => viewOf(row) === view).map(({ number }) => ({ number, choice, sameAs: null }))
}

/** Says of rows whether they are added, left out, or one with something that is there. A draft, so no audit entry. */
export async function chooseRows(db: Db, actor: Actor, input: ChooseRows, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const intake = await lockIntake(tx, input.intake)
    demand(mayImport(actor, intake.kind))
    if (!intakeCan('choose', intake)) throw new RuleViolation('intake.decided')
    const rows = input.sweep === undefined ? [] : await checkRows(tx, intake, now)
    const said = [...input.rows.map((row) => saidOf(row.number, row.picked)), ...swept(rows, input.sweep)]
    await sql`
      update intake_row set choice = given.choice, same_as = given."sameAs"
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
        as given (number integer, choice intake_choice, "sameAs" text)
      where intake_row.intake_id = ${intake.id}::uuid and intake_row.number = given.number`.execute(tx)
  })
}
