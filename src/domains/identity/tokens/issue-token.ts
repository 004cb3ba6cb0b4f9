import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actingThrough } from './acting.ts'
import { hashAccessToken, lastDayFrom, newAccessToken, readScope, type TokenScope } from './token.ts'

export const issueTokenInput = z.object({
  name: line(80),
  /** 'unit:…' or 'year:…'. */
  scope: z.string().min(1).max(60),
  rights: z.enum(['read', 'write']),
  untilOn: day(),
})

export type IssueToken = z.output<typeof issueTokenInput>

const mostTokens = 20

function scopeFor(actor: Actor, text: string): TokenScope {
  const scope = readScope(text)
  demand(scope !== undefined && actingThrough(actor, scope, '') !== undefined)
  return scope
}

/** A token for a program of one's own, narrowed to a unit or a bloc-year; answers with it, this once. */
export async function issueToken(db: Db, actor: Actor, input: IssueToken, now: Date): Promise<string> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const scope = scopeFor(actor, input.scope)
  const today = dayOf(now)
  if (input.untilOn < today) throw new RuleViolation('tokens.untilPast')
  if (input.untilOn > lastDayFrom(today)) throw new RuleViolation('tokens.untilTooFar', { day: lastDayFrom(today) })
  const token = newAccessToken()
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', actor.account).forUpdate().execute()
    const open = await tx
      .selectFrom('access_token')
      .select('id')
      .where('account_id', '=', actor.account)
      .where('ended_at', 'is', null)
      .where('until_on', '>=', today)
      .execute()
    if (open.length >= mostTokens) throw new RuleViolation('tokens.tooMany', { most: mostTokens })
    const id = newId()
    await tx
      .insertInto('access_token')
      .values({
        id,
        account_id: actor.account,
        name: input.name,
        token_hash: hashAccessToken(token),
        unit_id: scope.unit,
        bloc_year_id: scope.blocYear,
        may_write: input.rights === 'write',
        until_on: input.untilOn,
        made_at: now,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'tokens.issued',
      subject: { kind: 'access_token', id },
      facts: { name: input.name, unit: scope.unit, year: scope.blocYear, rights: input.rights, until: input.untilOn },
    })
  })
  return token
}
