import { formatDay, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Hint } from './hints.ts'
import { words } from '../words.ts'

/** Deadlines and conditions of the law, each with its text, and whether anybody compared it with a source. */
export const Hints = ({ hints }: { hints: readonly Hint[] }) => {
  const locale = useLocale()
  const t = words(locale)
  if (hints.length === 0) return null
  const told = ({ rule, value, ran }: Hint) =>
    rule === 'join' || rule === 'yearly'
      ? t.rules[rule](formatDay(value))
      : t.rules[rule](value, formatNumber(ran ?? 0, locale))
  return (
    <Notice kind="info" title={t.hints}>
      <ul>
        {hints.map((hint) => (
          <li>
            {told(hint)}{' '}
            <span class="mute">
              ({t.byText(hint.text)}
              {!hint.isConfirmed && `; ${t.unconfirmed}`})
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
