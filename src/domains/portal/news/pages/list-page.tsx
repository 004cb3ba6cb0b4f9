import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { newsStates, type NewsState } from '../article.ts'
import { newsList, newsPaths, publicNews } from '../paths.ts'
import type { ArticleRow } from '../queries.ts'
import { words } from '../words.ts'

const shapes = {
  draft: 'open',
  review: 'soon',
  scheduled: 'soon',
  published: 'done',
  withdrawn: 'none',
} satisfies Record<NewsState, StateKind>

export const NewsStanding = ({ state }: { state: NewsState }) => (
  <State kind={shapes[state]}>{words(useLocale()).states[state]}</State>
)

interface ListProps {
  articles: readonly ArticleRow[]
  total: number
  text: string
  state: NewsState | null
  page: number
  last: number
}

export const ownerOf = (article: ArticleRow, ofTenant: string) =>
  article.bloc_name === null ? ofTenant : `${article.bloc_name}, ${article.year_slug ?? ''}`

function columnsIn(locale: 'vi' | 'en'): Column<ArticleRow>[] {
  const t = words(locale)
  return [
    {
      key: 'article',
      label: t.desk.article,
      cell: (article) => <a href={newsPaths.article(article.id)}>{article.title}</a>,
    },
    { key: 'state', label: t.desk.state, cell: ({ state }) => <NewsStanding state={state} /> },
    { key: 'bloc', label: t.desk.bloc, cell: (article) => ownerOf(article, t.ofTenant) },
    {
      key: 'writer',
      label: t.desk.writer,
      cell: ({ writer_name, unit_name }) => [writer_name, unit_name].filter(Boolean).join(', '),
    },
    { key: 'changed', label: t.desk.changed, cell: ({ changed_at }) => formatMoment(changed_at) },
  ]
}

/** All articles that the person may see, from the first draft on. */
export const NewsDeskPage = ({ articles, total, text, state, page, last }: ListProps) => {
  const locale = useLocale()
  const t = words(locale)
  const isFiltered = text !== '' || state !== null
  const start = (
    <LinkButton href={newsPaths.start} look="main" icon="plus">
      {t.desk.add}
    </LinkButton>
  )
  const count = t.desk.count(formatNumber(articles.length, locale), formatNumber(total, locale))
  return (
    <div class="stack">
      <PageHead title={t.desk.title} under={t.desk.under} actions={start} />
      <ListTools
        action={newsPaths.desk}
        search={{ label: t.desk.search, value: text }}
        filters={[
          {
            name: 'trang-thai',
            label: t.desk.state,
            value: state ?? '',
            options: newsStates.map((value) => ({ value, label: t.states[value] })),
          },
        ]}
        shown={articles.length}
        total={total}
        count={count}
        clearHref={isFiltered ? newsPaths.desk : undefined}
      >
        <a href={publicNews.list}>{t.desk.publicList}</a>
      </ListTools>
      <Sheet flush>
        <Table
          caption={t.desk.title}
          columns={columnsIn(locale)}
          rows={articles}
          empty={
            isFiltered ? (
              <Empty title={t.desk.notFound}>{t.desk.notFoundBody}</Empty>
            ) : (
              <Empty title={t.desk.none}>{t.desk.noneBody}</Empty>
            )
          }
        />
      </Sheet>
      <Pagination
        page={page}
        last={last}
        href={(number) => newsList(newsPaths.desk, number, { q: text, 'trang-thai': state ?? '' })}
      />
    </div>
  )
}
