import { actingThrough } from '#domains/identity/tokens/acting.ts'
import { findToken, type OpenToken } from '#domains/identity/tokens/queries.ts'
import type { TokenLimiter } from '#domains/identity/tokens/token-limiter.ts'
import type { Actor } from '#platform/actor.ts'
import { ApiFault } from '#platform/api.ts'
import { Forbidden } from '#platform/errors.ts'
import type { WebContext } from '#platform/web.ts'
import { actorBehindToken } from '../actor.ts'

export interface AuthenticationPieces {
  tokenLimiter: TokenLimiter
  addressOf: (c: WebContext) => string
}

export interface Caller {
  token: OpenToken
  actor: Actor
}

const bearer = /^Bearer +(?<token>[\w-]{1,200})$/iu

function slowDown(c: WebContext, minutes: number) {
  if (minutes === 0) return
  c.header('retry-after', String(minutes * 60))
  throw new ApiFault(429, 'tokens.tooFast', { values: { minutes } })
}

/** Cookies mean nothing here, so no page of another site can speak for whoever is signed in. */
export async function callerOf(c: WebContext, { tokenLimiter, addressOf }: AuthenticationPieces): Promise<Caller> {
  const { db, now, tenant } = c.var
  const shown = bearer.exec(c.req.header('authorization') ?? '')?.groups?.['token']
  if (shown === undefined) throw new ApiFault(401, 'tokens.missing')
  const token = await findToken(db, shown, now)
  if (token === undefined) {
    slowDown(c, tokenLimiter.address.take(`${tenant.slug} ${addressOf(c)}`, now))
    throw new ApiFault(401, 'tokens.unknown')
  }
  slowDown(c, tokenLimiter.token.take(token.id, now))
  const person = await actorBehindToken(db, token.account, now)
  if (person.lacksSecondFactor === true) throw new Forbidden('second-factor')
  const actor = actingThrough(person, token.scope, token.name)
  if (actor === undefined) throw new ApiFault(401, 'tokens.unknown')
  return { token, actor }
}

/** A token for one bloc-year reaches no other; what one for a unit reaches, the person's narrowed rights say. */
export function demandReach({ scope }: OpenToken, blocYear: string | undefined) {
  if (scope.blocYear !== null && blocYear !== undefined && blocYear !== scope.blocYear) {
    throw new ApiFault(403, 'tokens.outOfScope')
  }
}
