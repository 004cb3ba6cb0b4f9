import { pino } from 'pino'
import { plainAssets } from '../src/app/assets.ts'
import { violations } from '../src/app/violation-words.ts'
import { createWeb } from '../src/app/web.tsx'
import type { Actor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/database/database.ts'
import type { Route, WebContext } from '../src/platform/web.ts'
import { morning } from './cast.ts'

export interface Answer {
  status: number
  /** Where a redirect leads. */
  location: string | null
  text: string
  headers: Headers
}

interface Caller {
  actor: Actor | null
  origin: string | null
  cookie?: string | undefined
}

type Form = Readonly<Record<string, string | File>>

const ownOrigin = (c: WebContext) => new URL(c.req.url).origin

export function formData(form: Form): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) data.set(name, value)
  return data
}

/** The app in memory: the real middleware, routes and database; only the session is replaced by naming the actor. */
export function openTestWeb(db: Db, routes: readonly Route[], now: Date = morning, originOf = ownOrigin) {
  const actors = new Map<string, Actor>()
  const web = createWeb({
    assets: plainAssets,
    clock: () => now,
    log: pino({ level: 'silent' }),
    tenantOf: async () => ({ slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: [] }),
    databaseOf: () => db,
    actorOf: async (_db, cookies) => actors.get(/cast=([\w-]+)/.exec(cookies ?? '')?.[1] ?? '') ?? null,
    originOf,
    routes,
    violations,
  })

  async function ask({ actor, origin, cookie }: Caller, path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers({ host: 'namdinh.test', ...Object(init.headers) })
    if (origin !== null) headers.set('origin', origin)
    if (cookie !== undefined) headers.set('cookie', cookie)
    if (actor !== null) {
      actors.set(actor.account, actor)
      headers.set('cookie', `cast=${actor.account}`)
    }
    const response = await web.request(`http://namdinh.test${path}`, { ...init, headers })
    const { status } = response
    return {
      status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    }
  }

  /** `null` is someone who has not signed in. */
  const as = (
    actor: Actor | null,
    { origin = 'http://namdinh.test', cookie }: { origin?: string | null; cookie?: string } = {},
  ) => ({
    get: (path: string) => ask({ actor, origin, cookie }, path, {}),
    post: (path: string, form: Form = {}) =>
      ask({ actor, origin, cookie }, path, { method: 'POST', body: formData(form) }),
    /** A body that no page of ours would send. */
    postRaw: (path: string, body: string | FormData, type?: string) =>
      ask({ actor, origin, cookie }, path, {
        method: 'POST',
        body,
        ...(type && { headers: { 'content-type': type } }),
      }),
    /** An empty form with headers of a script's own. */
    postWith: (path: string, given: Readonly<Record<string, string>>) =>
      ask({ actor, origin, cookie }, path, { method: 'POST', body: new FormData(), headers: given }),
    postJson: (path: string, body: unknown) =>
      ask({ actor, origin, cookie }, path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      }),
    /** A request with a method and headers of its own. */
    send: (path: string, init: RequestInit) => ask({ actor, origin, cookie }, path, init),
    /** As a script of ours posts a form: the answer is JSON. */
    postQuietly: (path: string, form: Form = {}) =>
      ask({ actor, origin, cookie }, path, {
        method: 'POST',
        body: formData(form),
        headers: { accept: 'application/json' },
      }),
  })
  return { as }
}
