import type { UnitInList } from '#domains/units/unit.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Hero } from '#ui/hero.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { lookUpList, paths } from '../../paths.ts'
import { words } from '../../words.ts'

interface LookUpProps {
  text: string
  units: readonly UnitInList[]
  total: number
  page: number
  last: number
  /** Who carries on the work of units that are no more, each way step by step. */
  successors: ReadonlyMap<string, readonly (readonly { name: string }[])[]>
}

const tellWays = (ways: readonly (readonly { name: string }[])[]) =>
  ways.map((way) => way.map(({ name }) => name).join(' → ')).join('; ')

function columns(locale: 'vi' | 'en', successors: LookUpProps['successors']): Column<UnitInList>[] {
  const t = words(locale).units
  const u = unitWords(locale)
  const cell = (unit: UnitInList) => {
    const ways = tellWays(successors.get(unit.id) ?? [])
    return (
      <>
        <a href={paths.unit(unit.id, unit.full_name)}>{unit.full_name}</a>
        {unit.matched_name && <small class="mute"> {u.matched(unit.matched_name)}</small>}
        {ways !== '' && <small class="mute"> {u.nowIs(ways)}</small>}
      </>
    )
  }
  return [
    { key: 'name', label: t.unit, cell },
    {
      key: 'status',
      label: t.status,
      cell: (unit) => <State kind={unit.status === 'active' ? 'done' : 'none'}>{u.statuses[unit.status]}</State>,
    },
  ]
}

/** Units by any name they ever had. */
export const LookUpPage = ({ text, units, total, page, last, successors }: LookUpProps) => {
  const locale = useLocale()
  const t = words(locale).units
  const none = (
    <Empty title={t.notFound(text)} icon="search">
      {t.notFoundBody}
    </Empty>
  )
  return (
    <>
      <Hero title={t.lookUp} lead={t.lookUpLead} />
      <PublicSection title={t.units}>
        <ListTools
          action={paths.lookUp}
          search={{ label: t.search, value: text }}
          shown={units.length}
          total={total}
          count={t.count(String(units.length), String(total))}
          clearHref={text === '' ? undefined : paths.lookUp}
        />
        <Table caption={t.units} columns={columns(locale, successors)} rows={units} empty={none} />
        <Pagination page={page} last={last} href={(number) => lookUpList(text, number)} />
      </PublicSection>
    </>
  )
}
