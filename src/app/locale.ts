import { getCookie } from 'hono/cookie'
import { localeCookie } from '#domains/identity/sessions/preference-cookies.ts'
import type { Actor } from '#platform/actor.ts'
import type { WebContext } from '#platform/web.ts'
import type { Locale } from '#platform/words.ts'

const asLocale = (text: string | undefined): Locale | undefined => (text === 'vi' || text === 'en' ? text : undefined)

/** What the address asks for, else the person's own choice, else Vietnamese. */
export function localeOf(c: WebContext, actor: Actor | null): Locale {
  return asLocale(c.req.query('ngon_ngu')) ?? asLocale(getCookie(c, localeCookie)) ?? actor?.locale ?? 'vi'
}
