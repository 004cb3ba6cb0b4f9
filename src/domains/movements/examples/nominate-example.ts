import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line, optionalDay, optionalLine, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember } from '../access.ts'
import { movementOf } from '../register/queries.ts'
import { exampleKinds } from './example.ts'
import { askJudgement } from './example-tasks.ts'
import { exampleSubject, namedInLog } from './lock-example.ts'

/** What is told of an example, whether it is nominated or corrected. */
export const exampleFields = {
  kind: z.enum(exampleKinds),
  movement: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  name: line(200),
  place: optionalLine(200),
  story: paragraph(6000),
  consentOn: optionalDay(),
  /** How the consent was given: "bằng văn bản", "nói trực tiếp". */
  consentWay: optionalLine(200),
}

export const nominateExampleInput = z.object({ blocYear: z.uuid(), unit: z.uuid(), ...exampleFields })
export type NominateExample = z.output<typeof nominateExampleInput>

/** A consent has its day, its way, and lies not ahead. */
export function checkConsent(consent: { consentOn?: string | undefined; consentWay: string }, today: string): void {
  if ((consent.consentOn === undefined) !== (consent.consentWay === '')) {
    throw new RuleViolation('examples.consentHalf')
  }
  if (consent.consentOn !== undefined && consent.consentOn > today) throw new RuleViolation('examples.consentInFuture')
}

/** The columns of what is told. */
export const exampleColumns = (input: Omit<NominateExample, 'blocYear' | 'unit'>) => ({
  kind: input.kind,
  movement_id: input.movement ?? null,
  name: input.name,
  place: input.place,
  story: input.story,
  consent_on: input.consentOn ?? null,
  consent_way: input.consentWay,
})

/** A member nominates an advanced example; somebody of another unit judges it. */
export async function nominateExample(db: Db, actor: Actor, input: NominateExample, now: Date): Promise<string> {
  demand(actsForMember(actor, input.blocYear, input.unit))
  checkConsent(input, dayOf(now))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    if (input.movement !== undefined) await movementOf(tx, year.id, input.movement)
    const id = newId()
    const row = { id, bloc_year_id: year.id, unit_id: input.unit, ...exampleColumns(input) }
    await tx
      .insertInto('example')
      .values({ ...row, nominated_by: actor.account, nominated_at: now })
      .execute()
    const { short_name: unit } = await nameOn(tx, input.unit, dayOf(now))
    await askJudgement(tx, now, { year, example: id, nominator: input.unit, unitName: unit })
    const facts = { unit, kind: input.kind, name: namedInLog(input) }
    await record(tx, actor, now, { action: 'examples.nominated', subject: exampleSubject(id), facts })
    return id
  })
}
