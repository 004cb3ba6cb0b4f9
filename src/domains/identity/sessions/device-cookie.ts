import { randomBytes, timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { markOf } from '#platform/sealed.ts'
import type { WebContext } from '#platform/web.ts'

const rememberedDays = 180
/** Several people may share one machine of an office. */
const mostPeople = 5

/**
 * Which browsers an account has signed in with before (OWASP's device cookies): their tries are counted apart from
 * those of strangers, so that no stranger can lock a person out of the own browser.
 */
export interface DeviceCookie {
  /** The mark under which this browser is known to the account, or `null`. */
  markFor: (c: WebContext, account: string) => string | null
  /** After a whole sign-in; each one changes the mark. */
  write: (c: WebContext, account: string) => void
}

interface Known {
  account: string
  mark: string
  /** Milliseconds. */
  until: number
}

const contentOf = ({ account, mark, until }: Known) => `${account}~${mark}~${until}`

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

interface DeviceCookieOptions {
  /** Whether people reach the site by https: then browsers bind the cookie to this very host. */
  isSecure: boolean
  /** The installation's secret, with which the marks are signed. */
  secretKey: string
}

export function deviceCookie({ isSecure, secretKey }: DeviceCookieOptions): DeviceCookie {
  const name = isSecure ? '__Host-giao_uoc_may' : 'giao_uoc_may'
  const signatureOf = (known: Known) => markOf(contentOf(known), { secretKey, purpose: 'device' }).toString('base64url')

  function readOne(text: string): Known[] {
    const [account = '', mark = '', until = '', signature = ''] = text.split('~')
    const known = { account, mark, until: Number(until) }
    return isSame(signature, signatureOf(known)) ? [known] : []
  }

  const knownIn = (c: WebContext) =>
    (getCookie(c, name) ?? '')
      .split('!')
      .slice(0, mostPeople)
      .flatMap(readOne)
      .filter(({ until }) => until > c.var.now.getTime())

  return {
    markFor: (c, account) => knownIn(c).find((known) => known.account === account)?.mark ?? null,
    write(c, account) {
      const others = knownIn(c).filter((known) => known.account !== account)
      const until = c.var.now.getTime() + rememberedDays * 86_400_000
      const all = [{ account, mark: randomBytes(16).toString('hex'), until }, ...others].slice(0, mostPeople)
      const value = all.map((known) => `${contentOf(known)}~${signatureOf(known)}`).join('!')
      const shape = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
      setCookie(c, name, value, { ...shape, maxAge: rememberedDays * 86_400 })
    },
  }
}
