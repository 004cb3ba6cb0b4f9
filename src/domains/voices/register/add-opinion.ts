import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, found, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine, paragraph, ticked } from '#platform/form.ts'
import { entersOpinions } from '../access.ts'
import { opinionSubject } from '../opinion.ts'
import { keepModerationTask } from '../opinion-tasks.ts'
import { writeOpinion } from '../sending/write-opinion.ts'

export const addOpinionInput = z.object({
  /** The sender's own, random: the same entry sent twice stands once. */
  id: z.uuid(),
  blocYear: z.uuid(),
  unit: z.uuid(),
  onDay: day(),
  text: paragraph(5000),
  place: optionalLine(200),
  group: optionalLine(40),
  /** A person is named only with the person's consent. */
  name: optionalLine(200),
  contact: optionalLine(200),
  consent: ticked(),
  source: z.enum(['member', 'field', 'import']).default('field'),
})
type AddOpinion = z.output<typeof addOpinionInput>

function demandSound({ onDay, name, contact, consent }: AddOpinion, today: string) {
  if (onDay > today) throw new RuleViolation('voices.dayInFuture')
  if ((name !== '' || contact !== '') && !consent) throw new RuleViolation('voices.noConsent')
  if (contact !== '' && name === '') throw new RuleViolation('voices.nameMissing')
}

async function isSentAgain(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const standing = await tx.selectFrom('opinion').select('entered_by').where('id', '=', id).executeTakeFirst()
  if (standing !== undefined && standing.entered_by !== actor.account) throw new Conflict('voices.idTaken')
  return standing !== undefined
}

const groupOf = async (tx: Tx, code: string) =>
  code === ''
    ? null
    : found(await tx.selectFrom('people_group').select('code').where('code', '=', code).executeTakeFirst()).code

/** An officer writes down what people said; another person of the unit takes it. */
export async function addOpinion(db: Db, actor: Actor, input: AddOpinion, now: Date): Promise<string> {
  demand(entersOpinions(actor, input.blocYear, input.unit))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    if (await isSentAgain(tx, actor, input.id)) return
    demandSound(input, dayOf(now))
    const isNamed = input.name !== ''
    await writeOpinion(tx, {
      id: input.id,
      bloc_year_id: year.id,
      unit_id: input.unit,
      place_id: null,
      place_name: input.place,
      group_code: await groupOf(tx, input.group),
      text: input.text,
      way: isNamed ? 'named' : 'unnamed',
      source: input.source,
      received_on: input.onDay,
      code_sha256: null,
      entrant: { account: actor.account, name: actor.name, at: now },
      ...(isNamed ? { sender: { name: input.name, contact: input.contact, consent_on: input.onDay } } : {}),
    })
    await keepModerationTask(tx, now, year, input.unit)
    const { short_name: unit } = await nameOn(tx, input.unit, dayOf(now))
    const facts = { unit, day: input.onDay }
    await record(tx, actor, now, { action: 'voices.entered', subject: opinionSubject(input.id), facts })
  })
  return input.id
}
