import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { WebContext } from '#platform/web.ts'
import type { StartedSession } from './start-session.ts'

export interface SessionCookie {
  name: string
  /** The token in a request's Cookie header. */
  tokenIn: (cookies: string | undefined) => string | undefined
  write: (c: WebContext, session: StartedSession) => void
  clear: (c: WebContext) => void
  /** Between the password and the code; no page but that of the code reads it. */
  half: ShortCookie
  /** Of a browser that was sent elsewhere to sign in, until it comes back. */
  away: ShortCookie
}

interface ShortCookie {
  token: (c: WebContext) => string | undefined
  write: (c: WebContext, held: { token: string; endsAt: Date }) => void
  clear: (c: WebContext) => void
}

/** `isSecure` is whether people reach the site by https: then browsers bind the cookie to this very host. */
export function sessionCookie(isSecure: boolean): SessionCookie {
  const name = isSecure ? '__Host-giao_uoc' : 'giao_uoc'
  const shape = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
  const gone = { path: '/', secure: isSecure }
  const short = (own: string): ShortCookie => ({
    token: (c) => getCookie(c, own),
    write: (c, held) => setCookie(c, own, held.token, { ...shape, expires: held.endsAt }),
    clear: (c) => {
      deleteCookie(c, own, gone)
    },
  })
  return {
    name,
    tokenIn: (cookies) => (cookies === undefined ? undefined : parse(cookies, name)[name]),
    write: (c, session) => setCookie(c, name, session.token, { ...shape, expires: session.endsAt }),
    clear: (c) => {
      deleteCookie(c, name, gone)
    },
    half: short(`${name}_nua`),
    away: short(`${name}_di`),
  }
}
