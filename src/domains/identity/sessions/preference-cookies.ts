import { setCookie } from 'hono/cookie'
import type { WebContext } from '#platform/web.ts'
import type { ChoosePreferences } from './choose-preferences.ts'

/** What a visitor chose, and what a person chose on pages shown before the session is known. */
export const localeCookie = 'ngon_ngu'
export const themeCookie = 'giao_dien'

const aYear = { path: '/', maxAge: 365 * 86_400, sameSite: 'Lax' } as const

export function writePreferences(c: WebContext, { locale, theme }: ChoosePreferences) {
  if (locale) setCookie(c, localeCookie, locale, aYear)
  if (theme) setCookie(c, themeCookie, theme, aYear)
}
