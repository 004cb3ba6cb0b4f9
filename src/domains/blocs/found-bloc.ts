import { z } from 'zod'
import { levelsOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayFoundBloc } from './access.ts'
import { blocKinds } from './bloc.ts'

export const foundBlocInput = z.object({
  name: line(200),
  shortName: line(80),
  code: line(40),
  kind: z.enum(blocKinds),
  level: line(20),
  foundingNumber: line(80),
  foundingOn: day(),
  foundingIssuer: line(200),
})
export type FoundBloc = z.output<typeof foundBlocInput>

/** The name folded; a number is added when another bloc has it, since addresses on paper must stay. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name) || 'khoi'
  const rows = await tx.selectFrom('bloc').select('slug').where('slug', 'like', `${wanted}%`).execute()
  const taken = new Set(['moi', ...rows.map((row) => row.slug)])
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
  }
}

/** Registers a bloc on the decision that founded it; answers with its address. */
export async function foundBloc(db: Db, actor: Actor, input: FoundBloc, now: Date): Promise<string> {
  demand(mayFoundBloc(actor))
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('unit_level').select('code').orderBy('code').forUpdate().execute()
    const levels = await levelsOn(tx, dayOf(now))
    if (!levels.some((level) => level.code === input.level)) throw new RuleViolation('blocs.noSuchLevel')
    if (input.foundingOn > dayOf(now)) throw new RuleViolation('blocs.foundedLater')
    const same = await tx.selectFrom('bloc').select('name').where('code', '=', input.code).executeTakeFirst()
    if (same) throw new RuleViolation('blocs.codeTaken', { code: input.code, name: same.name })

    const id = newId()
    const slug = await freeSlug(tx, input.name)
    await tx
      .insertInto('bloc')
      .values({
        id,
        slug,
        code: input.code,
        name: input.name,
        short_name: input.shortName,
        kind: input.kind,
        level_code: input.level,
        founding_number: input.foundingNumber,
        founding_on: input.foundingOn,
        founding_issuer: input.foundingIssuer,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'bloc.founded',
      subject: { kind: 'bloc', id },
      facts: { name: input.name, code: input.code, decision: input.foundingNumber },
    })
    return slug
  })
}
