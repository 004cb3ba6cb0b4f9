import type { UnitInList } from '#domains/units/unit.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { lookUpList, paths } from '../../paths.ts'
import { byKind, FoundList } from '../../search/pages/found-list.tsx'
import type { Results } from '../../search/read-results.ts'
import { searchAddress, type AskedSearch } from '../../search/search-filter.ts'
import { words as searchWords } from '../../search/words.ts'
import { words } from '../../words.ts'

interface LookUpProps {
  text: string
  units: readonly UnitInList[]
  total: number
  page: number
  last: number
  /** Who carries on the work of units that are no more, each way step by step. */
  successors: ReadonlyMap<string, readonly (readonly { name: string }[])[]>
  /** What else holds the words; nothing where nothing was typed. */
  others: OthersProps | null
}

interface OthersProps {
  asked: AskedSearch
  results: Results
}

/** Everything public that is no unit, by kind; one kind page by page. */
const Others = ({ asked, results, page }: OthersProps & { page: number }) => {
  const locale = useLocale()
  const t = searchWords(locale)
  return (
    <>
      {byKind(results.hits).map(([kind, hits]) => {
        const count = results.kinds.find((one) => one.kind === kind)?.count ?? 0
        const said = formatNumber(count, locale)
        return (
          <PublicSection title={t.ofKind(t.kinds[kind], said)}>
            <FoundList hits={hits} />
            {asked.loai === undefined && count > hits.length && (
              <p>
                <a href={searchAddress(paths.lookUp, { ...asked, loai: kind })}>{t.showAll(said)}</a>
              </p>
            )}
          </PublicSection>
        )
      })}
      {asked.loai !== undefined && (
        <Pagination page={page} last={results.last} href={(number) => searchAddress(paths.lookUp, asked, number)} />
      )}
    </>
  )
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

const Tools = ({ text, units, total, others }: Pick<LookUpProps, 'text' | 'units' | 'total' | 'others'>) => {
  const locale = useLocale()
  const [t, s] = [words(locale).units, searchWords(locale)]
  const all = formatNumber(total + (others?.results.total ?? 0), locale)
  return (
    <ListTools
      action={paths.lookUp}
      search={{ label: s.openSearch, value: text }}
      shown={units.length}
      total={total}
      count={others === null ? t.count(String(units.length), String(total)) : s.count(all, others.results.isCut)}
      clearHref={text === '' ? undefined : paths.lookUp}
    />
  )
}

const Units = ({ text, units, page, last, successors }: LookUpProps) => {
  const locale = useLocale()
  const t = words(locale).units
  if (units.length === 0) return null
  return (
    <PublicSection title={t.units}>
      <Table caption={t.units} columns={columns(locale, successors)} rows={units} />
      <Pagination page={page} last={last} href={(number) => lookUpList(text, number)} />
    </PublicSection>
  )
}

/** Units by any name they ever had, and all else that was made public. */
export const LookUpPage = (props: LookUpProps) => {
  const { text, total, page, others } = props
  const locale = useLocale()
  const s = searchWords(locale)
  const isEmpty = total === 0 && (others === null || others.results.hits.length === 0)
  return (
    <>
      <Hero title={s.open} lead={s.openLead} />
      <PublicSection title={s.title}>
        <Tools {...props} />
        {isEmpty && (
          <Empty title={s.none(text)} icon="search">
            {words(locale).units.notFoundBody}
          </Empty>
        )}
      </PublicSection>
      {others?.asked.loai === undefined && <Units {...props} />}
      {others !== null && <Others {...others} page={page} />}
    </>
  )
}
