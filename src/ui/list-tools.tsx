import type { Child } from 'hono/jsx'
import { SubmitButton } from './button.tsx'
import { formatDay, formatNumber } from './format.ts'
import { Icon } from './icon.tsx'
import { useLocale, useWords } from './locale.tsx'

export type Filter = {
  name: string
  label: string
  value?: string | undefined
  options: readonly { value: string; label: string }[]
}

type ListToolsProps = {
  /** The list's own address; search and filters go into its query. */
  action: string
  search?: { label: string; value?: string | undefined }
  filters?: readonly Filter[]
  /** Days from and to. */
  days?: readonly { name: string; label: string; value?: string | undefined }[]
  /** What else the address must keep, such as the sort. */
  keep?: Readonly<Record<string, string>>
  shown: number
  total: number
  /** Counts in the list's own noun: "12 trong 58 chỉ tiêu". */
  count?: string
  clearHref?: string | undefined
  exportHref?: string
  printHref?: string
  children?: Child
}

/** Search, filters, count, sheet and print view of a list; all of it in the address. */
export const ListTools = (props: ListToolsProps) => {
  const t = useWords()
  const locale = useLocale()
  return (
    <div class="list-tools">
      <form method="get" action={props.action}>
        {Object.entries(props.keep ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.search && (
          <label class="tool grow">
            <span>{props.search.label}</span>
            <input class="field-input" type="search" name="q" value={props.search.value} />
          </label>
        )}
        <MoreTools {...props} />
        <SubmitButton look="plain" icon="search">
          {props.search ? t.find : t.filter}
        </SubmitButton>
        {props.clearHref && <a href={props.clearHref}>{t.clearFilters}</a>}
      </form>
      <p class="list-line">
        <span class="list-count">
          {props.count ?? t.count(formatNumber(props.shown, locale), formatNumber(props.total, locale))}
        </span>
        {props.children}
        {props.exportHref && (
          <a class="with-icon" href={props.exportHref}>
            <Icon name="download" size={16} />
            {t.exportSheet}
          </a>
        )}
        {props.printHref && (
          <a class="with-icon" href={props.printHref}>
            <Icon name="print" size={16} />
            {t.printView}
          </a>
        )}
      </p>
    </div>
  )
}

/** Filters and days; on a phone they wait behind one tick, unless one of them is in use or there is only one. */
const MoreTools = ({ filters = [], days = [] }: Pick<ListToolsProps, 'filters' | 'days'>) => {
  const inUse = [...filters, ...days].some(({ value }) => value !== undefined && value !== '')
  return (
    <>
      {filters.length + days.length > 1 && (
        <label class="tool-toggle">
          <input type="checkbox" checked={inUse} />
          {useWords().moreFilters}
        </label>
      )}
      <div class="tool-more">
        {filters.map((filter) => (
          <FilterField filter={filter} />
        ))}
        {days.map((day) => (
          <DayTool day={day} />
        ))}
      </div>
    </>
  )
}

type DayFilter = NonNullable<ListToolsProps['days']>[number]

const DayTool = ({ day: { name, label, value } }: { day: DayFilter }) => (
  <label class="tool">
    <span>{label}</span>
    <input
      class="field-input"
      type="text"
      inputmode="numeric"
      placeholder={useWords().dayShape}
      name={name}
      value={value && formatDay(value)}
    />
  </label>
)

const FilterField = ({ filter }: { filter: Filter }) => (
  <label class="tool">
    <span>{filter.label}</span>
    <select class="field-input" name={filter.name}>
      <option value="">{useWords().all}</option>
      {filter.options.map((option) => (
        <option value={option.value} selected={option.value === filter.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)
