import type { BlocInList } from '#domains/blocs/queries.ts'
import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { publicNews } from '../../news/paths.ts'
import { words as newsWords } from '../../news/words.ts'
import { NewsCards } from '../../public-news/pages/news-cards.tsx'
import type { PublicArticle } from '../../public-news/queries.ts'
import { homeList, paths } from '../../paths.ts'
import type { PublishedState } from '../../queries.ts'
import { words } from '../../words.ts'

export interface ListedBloc extends BlocInList {
  published: PublishedState | null
}

interface HomeProps {
  place: string
  blocs: readonly ListedBloc[]
  total: number
  text: string
  page: number
  last: number
  /** The latest. */
  news: readonly PublicArticle[]
}

/** Whose portal this is, its blocs with their newest agreement, and the ways to check and to learn. */
export const HomePage = (props: HomeProps) => {
  const { home: t, units: u } = words(useLocale())
  return (
    <>
      <Hero title={t.title} lead={t.lead(props.place)} />
      {props.text === '' && props.page === 1 && <LatestNews news={props.news} />}
      <PublicSection title={t.blocs}>
        <Blocs {...props} />
      </PublicSection>
      <div class="halves public-section">
        <section class="way">
          <h2>{t.check}</h2>
          <p>{t.checkBody}</p>
          <p>
            <LinkButton href={paths.check} icon="search">
              {t.openCheck}
            </LinkButton>
          </p>
        </section>
        <section class="way">
          <h2>{u.wayIn}</h2>
          <p>{u.wayInBody}</p>
          <p>
            <LinkButton href={paths.lookUp} icon="search">
              {u.openLookUp}
            </LinkButton>
          </p>
        </section>
        <section class="way">
          <h2>{t.help}</h2>
          <p>{t.helpBody}</p>
          <p>
            <LinkButton href={paths.help} icon="help">
              {t.openHelp}
            </LinkButton>
          </p>
        </section>
      </div>
    </>
  )
}

const LatestNews = ({ news }: Pick<HomeProps, 'news'>) => {
  const t = newsWords(useLocale()).open
  if (news.length === 0) return null
  return (
    <PublicSection title={t.latest}>
      <NewsCards articles={news} />
      <p class="public-more">
        <a href={publicNews.list}>{t.more}</a>
      </p>
    </PublicSection>
  )
}

const Blocs = ({ blocs, total, text, page, last }: HomeProps) => {
  const locale = useLocale()
  const t = words(locale).home
  if (total === 0 && text === '') return <Empty title={t.none}>{t.noneBody}</Empty>
  return (
    <>
      <ListTools
        action={paths.home}
        search={{ label: t.search, value: text }}
        shown={blocs.length}
        total={total}
        count={t.count(formatNumber(blocs.length, locale), formatNumber(total, locale))}
        clearHref={text === '' ? undefined : paths.home}
      />
      <Table caption={t.caption} columns={columnsIn(locale)} rows={blocs} empty={<NotFound text={text} />} />
      <Pagination page={page} last={last} href={(number) => homeList(text, number)} />
    </>
  )
}

const NotFound = ({ text }: { text: string }) => {
  const t = words(useLocale()).home
  return (
    <Empty title={t.notFound(text)} icon="search" action={<LinkButton href={paths.home}>{t.showAll}</LinkButton>}>
      {t.notFoundBody}
    </Empty>
  )
}

const shownYear = (bloc: ListedBloc) => bloc.published?.year_slug ?? bloc.year_slug

function columnsIn(locale: 'vi' | 'en'): Column<ListedBloc>[] {
  const t = words(locale).home.columns
  return [
    {
      key: 'bloc',
      label: t.bloc,
      cell: (bloc) => (shownYear(bloc) === null ? bloc.name : <a href={paths.bloc(bloc.slug)}>{bloc.name}</a>),
    },
    { key: 'year', label: t.year, cell: (bloc) => yearLabel(shownYear(bloc) ?? '—') },
    {
      key: 'members',
      label: t.members,
      numeric: true,
      cell: (bloc) => formatNumber(bloc.published?.all ?? bloc.members, locale),
    },
    { key: 'agreement', label: t.agreement, cell: (bloc) => <SigningState published={bloc.published} /> },
  ]
}

/** How far the signing of an agreement is, in a word. */
export const SigningState = ({ published }: { published: PublishedState | null }) => {
  const t = words(useLocale()).state
  if (published === null) return <State kind="none">{t.none}</State>
  const { signed, refused, withdrawn, all, is_over: isOver, is_sample } = published
  const sample = is_sample ? ` · ${t.sample}` : ''
  if (refused > 0) return <State kind="late">{t.refused + sample}</State>
  if (withdrawn > 0) return <State kind="late">{t.withdrawn + sample}</State>
  if (isOver) return <State kind="late">{t.over(signed, all) + sample}</State>
  if (signed === all) return <State kind="done">{t.signed(all) + sample}</State>
  return <State kind="open">{t.signing(signed, all) + sample}</State>
}
