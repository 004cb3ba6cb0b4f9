import { z } from 'zod'
import { nameOn, statusOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayAppoint } from '../access.ts'
import { officeNames, type BlocFact } from '../bloc-year.ts'
import { tellWantedHandovers } from '../handover/tell-handover.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { membersOn, type BlocYearRow } from '../queries.ts'
import { factOfYear } from '../start-year.ts'

export const appointOfficeInput = z.object({
  blocYear: z.uuid(),
  unit: z.uuid(),
  office: z.enum(officeNames),
  fromOn: day(),
  document: optionalLine(200),
})
export type AppointOffice = z.output<typeof appointOfficeInput>

async function checkTerm(tx: Tx, year: BlocYearRow, input: AppointOffice) {
  if (input.fromOn < year.starts_on || input.fromOn > year.ends_on) {
    throw new RuleViolation('blocs.notInYear', { from: year.starts_on, to: year.ends_on })
  }
  const members = await membersOn(tx, year.id, input.fromOn)
  if (!members.some((member) => member.unit === input.unit)) throw new RuleViolation('blocs.officeNotMember')
  if ((await statusOn(tx, input.unit, input.fromOn)) === 'ended') throw new RuleViolation('blocs.unitEnded')
}

const openOffices = (tx: Tx, blocYear: string) =>
  tx.selectFrom('bloc_office').selectAll().where('bloc_year_id', '=', blocYear).where('to_on', 'is', null)

/** One unit leads at a time, and a unit holds one office: what the new term replaces ends the day before. */
async function endReplaced(tx: Tx, input: AppointOffice) {
  const open = await openOffices(tx, input.blocYear).execute()
  for (const held of open) {
    const sameUnit = held.unit_id === input.unit
    if (sameUnit && held.office === input.office) throw new RuleViolation('blocs.officeHeld')
    if (!sameUnit && (held.office !== 'head' || input.office !== 'head')) continue
    if (input.fromOn <= held.from_on) throw new RuleViolation('blocs.officeTooEarly', { from: held.from_on })
    await tx
      .updateTable('bloc_office')
      .set({ to_on: addDays(input.fromOn, -1) })
      .where('id', '=', held.id)
      .execute()
  }
}

/** Gives a member the head's or a deputy's office for a term that begins on a day of the year. */
export async function appointOffice(
  db: Db,
  actor: Actor,
  input: AppointOffice,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  demand(mayAppoint(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    await checkTerm(tx, year, input)
    await endReplaced(tx, input)
    await tx
      .insertInto('bloc_office')
      .values({ id: newId(), bloc_year_id: year.id, unit_id: input.unit, office: input.office, from_on: input.fromOn })
      .execute()
    const hasHead = await openOffices(tx, year.id).where('office', '=', 'head').executeTakeFirst()
    await announce(tx, now, factOfYear(hasHead ? 'blocs.headAppointed' : 'blocs.headWanted', year))
    if (input.office === 'head') await tellWantedHandovers(tx, { now, announce }, year.id)
    await record(tx, actor, now, {
      action: 'year.officeAppointed',
      subject: yearSubject(year.id),
      facts: {
        unit: (await nameOn(tx, input.unit, input.fromOn)).full_name,
        office: input.office,
        from: input.fromOn,
        document: input.document,
      },
    })
  })
}
