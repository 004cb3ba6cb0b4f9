import { isPast } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Option } from '#ui/form/select-field.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { concernLevels, opinionStates } from '../../opinion.ts'
import { YearFrame } from '../../pages/year-frame.tsx'
import { opinionImportPaths } from '../../import/paths.ts'
import { voicePaths } from '../../paths.ts'
import { reportWords } from '../../report-words.ts'
import { topicPaths } from '../../topics/paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'
import type { OpinionFilter, OpinionInList } from '../queries.ts'
import { headlineOf, OpinionStateWord } from './state-word.tsx'

interface ListPageProps {
  place: VoicesYear
  opinions: readonly OpinionInList[]
  filter: OpinionFilter
  topics: readonly Option[]
  today: string
  last: number
}

const isLate = ({ state, due_on }: Pick<OpinionInList, 'state' | 'due_on'>, today: string) =>
  state === 'routed' && due_on !== null && isPast(due_on, today)

function columns({ place, today }: ListPageProps, locale: Locale): Column<OpinionInList>[] {
  const t = words(locale)
  return [
    { key: 'day', label: t.receivedOn, cell: (row) => formatDay(row.received_on) },
    {
      key: 'title',
      label: t.opinion,
      heading: true,
      cell: (row) => <a href={voicePaths.one(row.id, ...place.at)}>{headlineOf(row, t)}</a>,
    },
    { key: 'topic', label: t.topic, cell: ({ topic }) => topic ?? '–' },
    { key: 'concern', label: t.concern, cell: ({ concern }) => (concern === null ? '–' : t.concerns[concern]) },
    {
      key: 'unit',
      label: t.unit,
      cell: ({ answering }) => (answering === null ? '–' : place.nameOf(answering)),
    },
    { key: 'due', label: t.dueOn, cell: ({ due_on }) => (due_on === null ? '–' : formatDay(due_on)) },
    {
      key: 'state',
      label: t.state,
      cell: (row) => <OpinionStateWord state={row.state} isLate={isLate(row, today)} />,
    },
  ]
}

const queryOf = ({ text, state, topic, unit, concern, lateOn }: OpinionFilter) =>
  new URLSearchParams({
    q: text,
    'trang-thai': state,
    'chu-de': topic,
    'don-vi': unit,
    'muc-do': concern,
    ...(lateOn === undefined ? {} : { 'qua-han': '1' }),
  })

const isFiltered = ({ text, state, topic, unit, concern, lateOn }: OpinionFilter) =>
  [text, state, topic, unit, concern].some((value) => value !== '') || lateOn !== undefined

function filtersOf({ filter, topics, place }: ListPageProps, locale: Locale) {
  const t = words(locale)
  const named = <Name extends string>(names: readonly Name[], label: (name: Name) => string) =>
    names.map((name) => ({ value: name, label: label(name) }))
  return [
    {
      name: 'trang-thai',
      label: t.state,
      value: filter.state,
      options: named(opinionStates, (state) => t.states[state]),
    },
    { name: 'chu-de', label: t.topic, value: filter.topic, options: topics },
    {
      name: 'don-vi',
      label: t.unit,
      value: filter.unit,
      options: place.members.map(({ unit, short_name }) => ({ value: unit, label: short_name })),
    },
    {
      name: 'muc-do',
      label: t.concern,
      value: filter.concern,
      options: named(concernLevels, (level) => t.concerns[level]),
    },
    {
      name: 'qua-han',
      label: t.late,
      value: filter.lateOn === undefined ? '' : '1',
      options: [{ value: '1', label: t.onlyLate }],
    },
  ]
}

const Tools = ({ place: { at, mayKeep, ownUnit, isOpen } }: ListPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      {ownUnit !== undefined && isOpen && (
        <LinkButton href={voicePaths.enter(...at)} look="main" icon="plus">
          {t.enter}
        </LinkButton>
      )}
      {ownUnit !== undefined && isOpen && (
        <LinkButton href={opinionImportPaths.list(...at)}>{reportWords.opinionImport(locale).title}</LinkButton>
      )}
      <LinkButton href={topicPaths.list(...at)}>{reportWords.topics(locale).title}</LinkButton>
      {mayKeep && <LinkButton href={voicePaths.places(...at)}>{t.places}</LinkButton>}
      {mayKeep && <LinkButton href={voicePaths.days(...at)}>{t.days}</LinkButton>}
    </>
  )
}

/** The year's opinions, the newest first; filters stand in the address. */
export const ListPage = (props: ListPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { place, opinions, filter, last } = props
  const list = voicePaths.list(...place.at)
  const total = opinions[0]?.total ?? 0
  const query = queryOf(filter)
  const filtered = isFiltered(filter)
  return (
    <YearFrame year={place.year} title={t.title} under={t.under} actions={<Tools {...props} />}>
      <Sheet flush>
        <ListTools
          action={list}
          search={{ label: t.search, value: filter.text }}
          filters={filtersOf(props, locale)}
          shown={opinions.length}
          total={total}
          count={t.count(formatNumber(opinions.length, locale), formatNumber(total, locale))}
          clearHref={filtered ? list : undefined}
        />
        <Table
          caption={t.title}
          columns={columns(props, locale)}
          rows={opinions}
          empty={
            filtered ? <Empty title={t.noneFound}>{t.noneFoundBody}</Empty> : <Empty title={t.none}>{t.noneBody}</Empty>
          }
        />
        <Pagination
          page={filter.page}
          last={last}
          href={(number) => {
            query.set('trang', String(number))
            return `${list}?${query}`
          }}
        />
      </Sheet>
    </YearFrame>
  )
}
