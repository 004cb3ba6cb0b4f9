import type { BlocFigures, ProvinceRow } from './gather-province.ts'

export const provinceSorts = ['name', 'onTime', 'missing', 'behind', 'last'] as const
export type ProvinceSort = (typeof provinceSorts)[number]

export const provinceFilters = ['behind', 'missing'] as const
export type ProvinceFilter = (typeof provinceFilters)[number]

export interface ProvinceView {
  sort: ProvinceSort
  direction: 'ascending' | 'descending'
  show: ProvinceFilter | undefined
}

/** A bloc's year in the province's view. */
export type BlocInProvince = ProvinceRow & BlocFigures

/** Of the reports that were due, how many came in time, in thousandths; nothing when none was due. */
export const onTimeShare = ({ due, on_time }: Pick<ProvinceRow, 'due' | 'on_time'>) =>
  due === 0 ? null : Math.round((on_time * 1000) / due)

const collator = new Intl.Collator('vi', { numeric: true })

const orders: Readonly<Record<ProvinceSort, (one: BlocInProvince, other: BlocInProvince) => number>> = {
  name: (one, other) => collator.compare(one.name, other.name),
  onTime: (one, other) => (onTimeShare(one) ?? -1) - (onTimeShare(other) ?? -1),
  missing: (one, other) => one.missing - other.missing,
  behind: (one, other) => one.behind - other.behind,
  last: (one, other) => (one.last_sent_on ?? '').localeCompare(other.last_sent_on ?? ''),
}

const holds: Readonly<Record<ProvinceFilter, (row: BlocInProvince) => boolean>> = {
  behind: (row) => row.behind > 0,
  missing: (row) => row.missing > 0,
}

/** What the address asks for, of all blocs; equals keep the order of their names. */
export function viewProvince(rows: readonly BlocInProvince[], { sort, direction, show }: ProvinceView) {
  const sign = direction === 'ascending' ? 1 : -1
  return rows
    .filter((row) => show === undefined || holds[show](row))
    .toSorted((one, other) => sign * orders[sort](one, other) || orders.name(one, other))
}
