import { formatNumber } from './format.ts'
import { useLocale } from './locale.tsx'

export type Tab = { label: string; href: string; current?: boolean; count?: number }

/** Views of one thing, each at its own address. */
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => {
  const locale = useLocale()
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span class="tab-count">{formatNumber(tab.count, locale)}</span>}
        </a>
      ))}
    </nav>
  )
}
