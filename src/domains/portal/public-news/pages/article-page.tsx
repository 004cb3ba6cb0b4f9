import { Facts, type Fact } from '#ui/facts.tsx'
import { dayOf, formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { paths } from '../../paths.ts'
import { creditOf } from '../../news/article.ts'
import { publicNews } from '../../news/paths.ts'
import { words } from '../../news/words.ts'
import type { LinkedRecord, PublicArticle } from '../queries.ts'
import { ArticleBody } from './article-body.tsx'

interface ArticleProps {
  article: PublicArticle
  linked: readonly LinkedRecord[]
}

const Back = () => (
  <p class="public-back">
    <a href={publicNews.list}>{words(useLocale()).open.back}</a>
  </p>
)

function factsOf({ article, linked }: ArticleProps, locale: 'vi' | 'en'): Fact[] {
  const t = words(locale).open
  const { bloc_slug: bloc, bloc_name: name, year_slug: year, content } = article
  const story = bloc === null || year === null ? undefined : paths.story(bloc, year)
  return [
    ...(content.sources === '' ? [] : [{ label: t.sources, value: content.sources }]),
    ...(story === undefined ? [] : [{ label: t.bloc, value: <a href={story}>{name}</a> }]),
    ...linked.map((one) => ({
      label: `${t.about}: ${t.kinds[one.kind]}`,
      value: story === undefined ? one.name : <a href={story}>{one.name}</a>,
    })),
  ]
}

/** One article: what happened, its pictures, who wrote and took them, where it comes from. */
export const ArticlePage = (props: ArticleProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { content, pictures, published_at, changed_at } = props.article
  const facts = factsOf(props, locale)
  const credit = creditOf(content, t.credit)
  return (
    <article class="news-article">
      <Back />
      <p class="mute small">
        <a href={publicNews.ofCategory(content.category)}>{t.categories[content.category]}</a>
      </p>
      <h1>{content.title}</h1>
      <p class="mute small">
        <time datetime={published_at.toISOString()}>{t.open.published(formatMoment(published_at))}</time>
        {changed_at > published_at && <>; {t.open.updated(formatMoment(changed_at))}</>}
      </p>
      <p class="news-lead">{content.lead}</p>
      <ArticleBody body={content.body} pictures={pictures} address={publicNews.picture} />
      {credit !== '' && <p class="news-credit">{credit}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
    </article>
  )
}

interface WithdrawnProps {
  title: string
  note: string
  on: Date
}

/** The address of an article that was taken down still says what stood there and why it went. */
export const WithdrawnPage = ({ title, note, on }: WithdrawnProps) => {
  const t = words(useLocale()).open
  return (
    <div class="news-article">
      <Back />
      <h1>{title}</h1>
      <Notice kind="info" title={t.withdrawn}>
        <p>{note}</p>
        <p>{t.withdrawnOn(formatDay(dayOf(on)))}</p>
      </Notice>
    </div>
  )
}
