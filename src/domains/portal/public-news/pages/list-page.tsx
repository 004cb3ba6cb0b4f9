import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { newsCategories } from '../../news/article.ts'
import { publicNews } from '../../news/paths.ts'
import { words } from '../../news/words.ts'
import type { PublicArticle } from '../queries.ts'
import { NewsCards } from './news-cards.tsx'

export interface NewsListProps {
  title: string
  place: string
  articles: readonly PublicArticle[]
  years: readonly { year: number; count: number }[]
  /** The address of the list itself. */
  here: string
  page: number
  last: number
  href: (page: number) => string
}

const current = (here: string, href: string) => (here === href ? ('page' as const) : undefined)

const Ways = ({ here }: Pick<NewsListProps, 'here'>) => {
  const t = words(useLocale())
  const all = newsCategories.map((category) => ({
    label: t.categories[category],
    href: publicNews.ofCategory(category),
  }))
  return (
    <nav class="news-ways" aria-label={t.open.categories}>
      <ul>
        {[{ label: t.open.all, href: publicNews.list }, ...all].map(({ label, href }) => (
          <li>
            <a href={href} aria-current={current(here, href)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The news, or those of a category or a year. */
export const NewsListPage = (props: NewsListProps) => {
  const locale = useLocale()
  const t = words(locale).open
  const { articles, years, here } = props
  return (
    <>
      <Hero title={props.title} lead={t.lead(props.place)} />
      <Ways here={here} />
      {articles.length === 0 ? <Empty title={t.none}>{t.noneBody}</Empty> : <NewsCards articles={articles} level={2} />}
      <Pagination page={props.page} last={props.last} href={props.href} />
      <div class="halves public-section">
        {years.length > 0 && (
          <section class="way">
            <h2>{t.archive}</h2>
            <ul>
              {years.map(({ year, count }) => (
                <li>
                  <a href={publicNews.year(year)} aria-current={current(here, publicNews.year(year))}>
                    {t.years(String(year), formatNumber(count, locale))}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="way">
          <h2>{t.feeds}</h2>
          <ul>
            <li>
              <a href={publicNews.rss}>{t.rss}</a>
            </li>
            <li>
              <a href={publicNews.atom}>{t.atom}</a>
            </li>
          </ul>
        </section>
      </div>
    </>
  )
}
