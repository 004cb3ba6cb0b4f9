import { found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import type { WebContext } from '#platform/web.ts'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A slug in the address; what cannot be one is a page that does not exist, and never reaches the database. */
export function slugParam(c: WebContext, name: 'bloc' | 'year'): string {
  return found(slug.exec(param(c, name)))[0]
}
