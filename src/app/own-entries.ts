import type { MiddlewareHandler } from 'hono'
import { Conflict } from '#platform/errors.ts'
import type { Web } from '#platform/web.ts'

/** Under which name a browser keeps what a person typed without a line. */
export const entryOwner = (tenant: string, account: string) => `${tenant}.${account}`

/** An entry that a machine kept is taken from the person who made it, and never as somebody else's. */
export const ownEntries: MiddlewareHandler<Web> = async (c, next) => {
  const { actor, tenant } = c.var
  const owner = c.req.header('x-entry-owner')
  if (owner !== undefined && actor !== null && owner !== entryOwner(tenant.slug, actor.account)) {
    throw new Conflict('entries.otherAccount')
  }
  await next()
}
