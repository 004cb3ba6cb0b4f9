import type { Actor } from '../../src/platform/actor.ts'
import type { Answer, openTestWeb } from '../web.ts'
import type { Permission } from './rights.ts'
import { actorFor, placeFor, type Place, type Relation, type Role, type World } from './world.ts'

export type Web = ReturnType<typeof openTestWeb>

/** One route with one of its lines in the table. */
export interface Case {
  method: 'get' | 'post'
  path: string
  permission: Permission
}

/** Who asks, and for what. */
export interface Asker {
  role: Role
  actor: Actor | null
  place: Place
}

export function askerIn(world: World, { at }: Permission, role: Role, relation: Relation): Asker {
  const place = placeFor(world, role, relation)
  return { role, actor: actorFor(world, role), place: at === undefined ? place : at(place) }
}

/** Asks as the table says: a page, or a form that would be taken from who may. */
export function ask(web: Web, { method, permission }: Case, { actor, place }: Asker, address: string): Promise<Answer> {
  const { form, json } = permission
  if (method === 'get') return web.as(actor).get(address)
  if (json !== undefined) return web.as(actor).postJson(address, json(place))
  return web.as(actor).post(address, form?.(place))
}

const leadsTo = ({ status, location }: Answer, path: string) => status === 303 && location?.startsWith(path) === true

/** Sent away: to sign in first, or refused, or told that there is no such thing. */
export const isRefused = (answer: Answer) =>
  answer.status === 403 || answer.status === 404 || leadsTo(answer, '/dang-nhap?ve=')

/** What an answer says about the right of the person who asked. */
export function told(answer: Answer, permission: Permission): string {
  if (answer.status >= 500) return `fails with ${answer.status}`
  if (permission.answer === answer.status) return 'may'
  if (leadsTo(answer, '/xac-nhan?')) return 'must say the password once more'
  return isRefused(answer) ? 'may not' : 'may'
}
