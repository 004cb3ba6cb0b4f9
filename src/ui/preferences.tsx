import type { Theme } from './html-document.tsx'
import { useLocale, useWords } from './locale.tsx'

/** Where a choice of language or background is posted (`locale=vi|en`, `theme=auto|light|dark`, `returnTo`). */
export type Preferences = { action: string; returnTo: string; theme?: Theme }

const languages = [
  { locale: 'vi', label: 'Tiếng Việt' },
  { locale: 'en', label: 'English' },
] as const

/** Only the other language is a button: the present one needs no click. */
export const LanguageSwitch = ({ action, returnTo }: Preferences) => {
  const locale = useLocale()
  return (
    <form class="preferences" method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      {languages
        .filter((language) => language.locale !== locale)
        .map((language) => (
          <button class="as-link" type="submit" name="locale" value={language.locale} lang={language.locale}>
            {language.label}
          </button>
        ))}
    </form>
  )
}

const themes = ['auto', 'light', 'dark'] as const

export const ThemeSwitch = ({ action, returnTo, theme }: Preferences) => {
  const t = useWords()
  return (
    <form class="preferences themes" method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <span>{t.theme}</span>
      {themes.map((choice) => (
        <button class="theme-choice" type="submit" name="theme" value={choice} aria-pressed={pressed(choice, theme)}>
          {t.themes[choice]}
        </button>
      ))}
    </form>
  )
}

const pressed = (choice: string, theme: Theme) => (choice === (theme ?? 'auto') ? 'true' : 'false')
