import { formatNumber } from './format.ts'
import { useLocale, useWords } from './locale.tsx'

/** A way to another part; `count` is what waits there. */
export type Place = { label: string; href: string; current?: boolean; count?: number }

export const NavLink = ({ place }: { place: Place }) => (
  <a href={place.href} aria-current={place.current ? 'page' : undefined}>
    <span>{place.label}</span>
    <Waiting count={place.count} />
  </a>
)

export const Waiting = ({ count }: { count: number | undefined }) => {
  const t = useWords()
  const locale = useLocale()
  if (!count) return null
  return (
    <span class="nav-count">
      <span aria-hidden="true">{formatNumber(count, locale)}</span>
      <span class="hidden-text">({t.waiting(count)})</span>
    </span>
  )
}
