import { z } from 'zod'
import { nameOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayAppoint } from '../access.ts'
import type { BlocFact } from '../bloc-year.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { factOfYear } from '../start-year.ts'

export const endOfficeInput = z.object({ blocYear: z.uuid(), id: z.uuid(), toOn: day() })
export type EndOffice = z.output<typeof endOfficeInput>

/** The last day of a term; the unit stays a member. */
export async function endOffice(
  db: Db,
  actor: Actor,
  input: EndOffice,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  demand(mayAppoint(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const held = found(
      await tx
        .selectFrom('bloc_office')
        .selectAll()
        .where('id', '=', input.id)
        .where('bloc_year_id', '=', year.id)
        .executeTakeFirst(),
    )
    if (held.to_on !== null) throw new RuleViolation('blocs.officeEnded', { to: held.to_on })
    if (input.toOn < held.from_on || input.toOn > year.ends_on) {
      throw new RuleViolation('blocs.notInYear', { from: held.from_on, to: year.ends_on })
    }

    await tx.updateTable('bloc_office').set({ to_on: input.toOn }).where('id', '=', held.id).execute()
    if (held.office === 'head') await announce(tx, now, factOfYear('blocs.headWanted', year))
    await record(tx, actor, now, {
      action: 'year.officeEnded',
      subject: yearSubject(year.id),
      facts: {
        unit: (await nameOn(tx, held.unit_id, input.toOn)).full_name,
        office: held.office,
        to: input.toOn,
      },
    })
  })
}
