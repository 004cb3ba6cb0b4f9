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
  half: {
    token: (c: WebContext) => string | undefined
    write: (c: WebContext, half: { token: string; endsAt: Date }) => void
    clear: (c: WebContext) => void
  }
}

/** `isSecure` is whether people reach the site by https: then browsers bind the cookie to this very host. */
export function sessionCookie(isSecure: boolean): SessionCookie {
  const name = isSecure ? '__Host-giao_uoc' : 'giao_uoc'
  const halfName = `${name}_nua`
  const shape = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
  const gone = { path: '/', secure: isSecure }
  return {
    name,
    tokenIn: (cookies) => (cookies === undefined ? undefined : parse(cookies, name)[name]),
    write: (c, session) => setCookie(c, name, session.token, { ...shape, expires: session.endsAt }),
    clear: (c) => {
      deleteCookie(c, name, gone)
    },
    half: {
      token: (c) => getCookie(c, halfName),
      write: (c, half) => setCookie(c, halfName, half.token, { ...shape, expires: half.endsAt }),
      clear: (c) => {
        deleteCookie(c, halfName, gone)
      },
    },
  }
}
