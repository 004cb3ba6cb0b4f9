import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from './actor.ts'
import type { Db } from './database/database.ts'
import type { Tenant } from './database/tenants.ts'
import { Forbidden } from './errors.ts'
import type { Locale } from './words.ts'

/** What every request carries once `app/web.tsx` has prepared it. */
export interface Web {
  Variables: {
    requestId: string
    tenant: Tenant
    /** The site as people reach it: 'https://thidua.example.vn'. */
    origin: string
    db: Db
    actor: Actor | null
    locale: Locale
    now: Date
    /** Neither log nor metrics tell of this request. */
    unseen?: true
  }
}

export type WebContext = Context<Web>

/** What a page tells the shell around it. */
export interface PageHead {
  title: string
  /** `public` carries no script; `workspace` has the rail and the bar; `plain` is one narrow sheet (sign-in, errors). */
  shell: 'public' | 'workspace' | 'plain'
  /** The bloc-year whose parts stand in the rail. */
  blocYear?: string
  /** The page of `/huong-dan` that explains this screen. */
  help?: string
  /** The page sends large files in parts. */
  uploads?: boolean
  /** The page takes entries by keyboard and without a line. */
  entry?: boolean
  /** The page may ask the device for a passkey, also where nobody is signed in yet. */
  passkeys?: boolean
  /** The page edits a text with formatting. */
  editor?: boolean
  /** The page is a large screen that follows what happens. */
  live?: boolean
  /** One sentence for search engines and shared links. */
  description?: string
  /** The page is an article: its picture for shared links, and what search engines are told of it. */
  article?: { jsonLd: string; image?: { url: string; alt: string } }
}

declare module 'hono' {
  interface ContextRenderer {
    (content: Child, head: PageHead): Response | Promise<Response>
  }
}

/**
 * Who may call a route at all; `entering` is open also to someone whose role asks for a second factor that is not
 * there yet. What a person may do with one record, the command or the query decides.
 */
export type Access = 'public' | 'entering' | 'signed-in' | ((actor: Actor) => boolean)

export interface Route {
  method: 'get' | 'post'
  path: string
  access: Access
  /** Taken also from what is no page of ours: another program, which shows no session and is trusted by none. */
  fromElsewhere?: true
  /** Nothing tells who called or when: no session is read, and neither log nor metrics know of it. */
  unseen?: true
  handle: (c: WebContext) => Response | Promise<Response>
}

export const get = (path: string, access: Access, handle: Route['handle']): Route => ({
  method: 'get',
  path,
  access,
  handle,
})
export const post = (path: string, access: Access, handle: Route['handle']): Route => ({
  method: 'post',
  path,
  access,
  handle,
})

/** Refuses before the handler runs: deny by default. */
export function guard(access: Access): MiddlewareHandler<Web> {
  return async (c, next) => {
    if (access !== 'public') {
      const actor = actorOf(c)
      if (access !== 'entering' && actor.lacksSecondFactor === true) throw new Forbidden('second-factor')
      if (typeof access === 'function' && !access(actor)) throw new Forbidden()
    }
    await next()
  }
}

/** The person asking; someone who has not signed in is sent to do so. */
export function actorOf(c: WebContext): Actor {
  if (c.var.actor === null) throw new Forbidden('sign-in')
  return c.var.actor
}
