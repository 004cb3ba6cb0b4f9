import { createContext, useContext } from 'hono/jsx'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

/** The page's language, set once by the page shell; parts outside a shell speak Vietnamese. */
export const LocaleContext = createContext<Locale>('vi')

export const useLocale = () => useContext(LocaleContext)

/** The words of `ui` itself in the page's language; a page's own words come from its domain. */
export const useWords = () => words(useLocale())
