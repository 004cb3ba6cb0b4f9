import { formatDay, dayOf } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { publicNews } from '../../news/paths.ts'
import { words } from '../../news/words.ts'
import type { PublicArticle } from '../queries.ts'
import { SizedPicture } from './news-picture.tsx'

const cardWidth = '(max-width: 760px) 100vw, 340px'

const Card = ({ article, isFirst, level }: { article: PublicArticle; isFirst: boolean; level: 2 | 3 }) => {
  const t = words(useLocale())
  const { content, pictures } = article
  const link = <a href={publicNews.article(article.year, article.slug)}>{content.title}</a>
  return (
    <li class="news-card">
      {pictures[0] && (
        <SizedPicture picture={pictures[0]} address={publicNews.picture} across={cardWidth} isFirst={isFirst} />
      )}
      {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
      <p class="mute small">
        {t.categories[content.category]}, {formatDay(dayOf(article.published_at))}
      </p>
      <p>{content.lead}</p>
    </li>
  )
}

/** Articles as cards: picture, title, day, lead. `level` is that of their headings. */
export const NewsCards = ({ articles, level = 3 }: { articles: readonly PublicArticle[]; level?: 2 | 3 }) => (
  <ul class="news-cards">
    {articles.map((article, index) => (
      <Card article={article} isFirst={index === 0} level={level} />
    ))}
  </ul>
)
