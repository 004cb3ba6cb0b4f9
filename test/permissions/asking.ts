import { newId } from '../../src/platform/id.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { formData, type Answer, type openTestWeb } from '../web.ts'
import type { Permission } from './rights.ts'
import { tokenOf } from './add-tokens.ts'
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

/** As a program does: by the token of the person, and never by a cookie. */
function askApi(web: Web, { method, permission }: Omit<Case, 'path'>, by: Omit<Asker, 'role'>, address: string) {
  const { form, json } = permission
  const authorization: Record<string, string> =
    by.actor === null ? {} : { authorization: `Bearer ${tokenOf(by.actor)}` }
  const headers = { ...authorization, 'idempotency-key': newId() }
  const stranger = web.as(null, { origin: null })
  if (method === 'get') return stranger.send(address, { headers })
  if (form !== undefined) return stranger.send(address, { method: 'POST', headers, body: formData(form(by.place)) })
  const body = JSON.stringify(json?.(by.place) ?? {})
  return stranger.send(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
}

/** Asks as the table says: a page, or a form that would be taken from who may. */
export function ask(web: Web, { method, permission }: Case, { actor, place }: Asker, address: string): Promise<Answer> {
  const { form, json } = permission
  if (address.startsWith('/api/')) return askApi(web, { method, permission }, { actor, place }, address)
  if (method === 'get') return web.as(actor).get(address)
  if (json !== undefined) return web.as(actor).postJson(address, json(place))
  return web.as(actor).post(address, form?.(place))
}

const leadsTo = ({ status, location }: Answer, path: string) => status === 303 && location?.startsWith(path) === true

/** Sent away: to sign in first, or refused, or told that there is no such thing. */
export const isRefused = (answer: Answer) =>
  [401, 403, 404].includes(answer.status) || leadsTo(answer, '/dang-nhap?ve=')

/** What an answer says about the right of the person who asked. */
export function told(answer: Answer, permission: Permission): string {
  if (answer.status >= 500) return `fails with ${answer.status}`
  if (permission.answer === answer.status) return 'may'
  if (leadsTo(answer, '/xac-nhan?')) return 'must say the password once more'
  return isRefused(answer) ? 'may not' : 'may'
}
