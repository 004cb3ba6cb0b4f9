import { z } from 'zod'
import { found } from './errors.ts'
import type { WebContext } from './web.ts'

const uuid = z.uuid()

/** An id in the address; anything else there is a page that does not exist. */
export function idParam(c: WebContext, name = 'id'): string {
  return found(uuid.safeParse(c.req.param(name)).data)
}

/** A word in the address. */
export function param(c: WebContext, name: string): string {
  return found(c.req.param(name))
}

/** Which page of a list: the first when the address says nothing sensible. */
export function pageParam(c: WebContext): number {
  const page = Number(c.req.query('trang'))
  return Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1
}
