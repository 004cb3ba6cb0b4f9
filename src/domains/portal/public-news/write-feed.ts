import { Feed } from 'feed'
import { blocksOf, wordsOf } from '../news/body.ts'
import { publicNews } from '../news/paths.ts'
import { pictureName, sizeNear } from '../news-pictures/picture.ts'
import type { PublicArticle } from './queries.ts'

interface Feeding {
  articles: readonly PublicArticle[]
  origin: string
  title: string
  description: string
  locale: string
  now: Date
}

/** The words of an article, a paragraph a line: readers of feeds show no page of ours. */
const linesOf = ({ content }: PublicArticle) =>
  blocksOf(content.body).flatMap((block) => {
    if ('items' in block) return block.items.map((item) => `– ${wordsOf(item)}`)
    return 'inline' in block ? [wordsOf(block.inline)] : []
  })

const escaped = (text: string) => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

function pictureOf(origin: string, { pictures: [first] }: PublicArticle) {
  const size = first && sizeNear(first, 'jpeg', 960)
  return size && origin + publicNews.picture(pictureName(size))
}

/** The latest news as RSS 2.0 and as Atom. */
export function writeFeed({ articles, origin, title, description, locale, now }: Feeding): Feed {
  const link = origin + publicNews.list
  const feed = new Feed({
    id: link,
    title,
    description,
    link,
    language: locale,
    updated: articles[0]?.changed_at ?? now,
    copyright: title,
    feedLinks: { rss: origin + publicNews.rss, atom: origin + publicNews.atom },
  })
  for (const article of articles) {
    const url = origin + publicNews.article(article.year, article.slug)
    const image = pictureOf(origin, article)
    feed.addItem({
      id: url,
      link: url,
      title: article.content.title,
      description: article.content.lead,
      content: linesOf(article)
        .map((text) => `<p>${escaped(text)}</p>`)
        .join('\n'),
      date: article.changed_at,
      published: article.published_at,
      ...(article.content.author === '' ? {} : { author: [{ name: article.content.author }] }),
      ...(image === undefined ? {} : { image: { url: image, type: 'image/jpeg' } }),
    })
  }
  return feed
}
