import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { intakePaths } from '../intake/paths.ts'
import { unitPaths } from '../paths.ts'
import { unitStatusNames, type UnitInList } from '../unit.ts'
import { words, type UnitWords } from '../words.ts'

export interface Level {
  code: string
  name: string
  name_en: string
  /** The last day of a level that is over. */
  to_on: string | null
}

export function levelName(level: Level | undefined, locale: Locale): string {
  if (level === undefined) return ''
  const name = locale === 'vi' ? level.name : level.name_en
  return level.to_on === null ? name : words(locale).levelUntil(name, formatDay(level.to_on))
}

interface ListPageProps {
  locale: Locale
  units: readonly UnitInList[]
  total: number
  levels: readonly Level[]
  filter: { text: string; level: string | undefined; status: string | undefined; page: number; size: number }
  mayAdd: boolean
  /** Who carries on the work of units that are no more, each way step by step. */
  successors: ReadonlyMap<string, readonly (readonly { name: string }[])[]>
}

/** "A → B; C": every way from a unit to those that carry on its work. */
export const tellWays = (ways: readonly (readonly { name: string }[])[]) =>
  ways.map((way) => way.map(({ name }) => name).join(' → ')).join('; ')

const columns = (t: UnitWords, { levels, locale, successors }: ListPageProps): Column<UnitInList>[] => {
  const ways = (unit: string) => tellWays(successors.get(unit) ?? [])
  return [
    {
      key: 'name',
      label: t.fullName,
      cell: (unit) => (
        <>
          <a href={unitPaths.unit(unit.id)}>{unit.full_name}</a>
          {unit.matched_name && <small class="mute"> {t.matched(unit.matched_name)}</small>}
          {ways(unit.id) && <small class="mute"> {t.nowIs(ways(unit.id))}</small>}
        </>
      ),
    },
    { key: 'short', label: t.shortName, cell: (unit) => unit.short_name },
    {
      key: 'level',
      label: t.level,
      cell: (unit) =>
        levelName(
          levels.find((level) => level.code === unit.level_code),
          locale,
        ),
    },
    {
      key: 'status',
      label: t.status,
      cell: (unit) => <State kind={unit.status === 'active' ? 'done' : 'none'}>{t.statuses[unit.status]}</State>,
    },
  ]
}

function addressOf({ filter }: ListPageProps, page: number): string {
  const query = new URLSearchParams()
  const wanted = { q: filter.text, cap: filter.level, 'tinh-trang': filter.status, trang: page > 1 ? String(page) : '' }
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value)
  return query.size === 0 ? unitPaths.list : `${unitPaths.list}?${query}`
}

const Nothing = ({ t, filtered }: { t: UnitWords; filtered: boolean }) => (
  <Empty title={filtered ? t.nothingFound : t.noUnits} icon="search">
    {filtered ? t.nothingFoundBody : t.noUnitsBody}
  </Empty>
)

export const ListPage = (props: ListPageProps) => {
  const t = words(props.locale)
  const { filter } = props
  const filtered = filter.text !== '' || filter.level !== undefined || filter.status !== undefined
  return (
    <div class="stack">
      <PageHead
        title={t.units}
        under={t.listNote}
        actions={
          props.mayAdd && (
            <>
              <LinkButton look="main" icon="plus" href={unitPaths.add}>
                {t.add}
              </LinkButton>
              <LinkButton icon="upload" href={intakePaths.upload('units')}>
                {t.addMany}
              </LinkButton>
            </>
          )
        }
      />
      <ListTools
        action={unitPaths.list}
        search={{ label: t.search, value: filter.text }}
        filters={[
          {
            name: 'cap',
            label: t.level,
            value: filter.level,
            options: props.levels.map((level) => ({ value: level.code, label: levelName(level, props.locale) })),
          },
          {
            name: 'tinh-trang',
            label: t.status,
            value: filter.status,
            options: unitStatusNames.map((status) => ({ value: status, label: t.statuses[status] })),
          },
        ]}
        shown={props.units.length}
        total={props.total}
        count={t.found(props.units.length, props.total)}
        clearHref={filtered ? unitPaths.list : undefined}
      />
      <Sheet flush>
        <Table
          caption={t.units}
          columns={columns(t, props)}
          rows={props.units}
          empty={<Nothing t={t} filtered={filtered} />}
        />
      </Sheet>
      <Pagination
        page={filter.page}
        last={Math.ceil(props.total / filter.size)}
        href={(page) => addressOf(props, page)}
      />
    </div>
  )
}
