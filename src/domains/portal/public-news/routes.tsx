import { NotFound, found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { pageParam, param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { categoryAt, type NewsCategory } from '../news/article.ts'
import { newsList, publicNews } from '../news/paths.ts'
import { words } from '../news/words.ts'
import { hashIn, pictureName, sizeNear } from '../news-pictures/picture.ts'
import { publicFile } from '../news-pictures/queries.ts'
import { ArticlePage, WithdrawnPage } from './pages/article-page.tsx'
import { NewsListPage } from './pages/list-page.tsx'
import {
  newsYears,
  publicArticle,
  publicArticles,
  publicLinks,
  withdrawnArticle,
  type PublicArticle,
} from './queries.ts'
import { articleAsJsonLd } from './schema-org.ts'
import { writeFeed } from './write-feed.ts'

const articlesOnPage = 12
const articlesInFeed = 30

interface Listed {
  here: string
  title: string
  category?: NewsCategory
  year?: number
}

async function showList(c: WebContext, { here, title, category, year }: Listed) {
  const { db, tenant, locale } = c.var
  const page = pageParam(c)
  const { articles, total } = await publicArticles(db, { category, year, page, size: articlesOnPage })
  const shown = { title, place: tenant.name, articles, years: await newsYears(db), here, page }
  const last = Math.ceil(total / articlesOnPage)
  return c.render(<NewsListPage {...shown} last={last} href={(number) => newsList(here, number)} />, {
    title,
    shell: 'public',
    description: words(locale).open.description(tenant.name),
  })
}

const showAll = (c: WebContext) => showList(c, { here: publicNews.list, title: words(c.var.locale).open.title })

async function showCategory(c: WebContext) {
  const category = found(categoryAt(param(c, 'category')))
  const t = words(c.var.locale)
  const title = t.open.category(t.categories[category])
  return showList(c, { here: publicNews.ofCategory(category), title, category })
}

async function showYear(c: WebContext) {
  const year = Number(param(c, 'year'))
  found((await newsYears(c.var.db)).find((one) => one.year === year))
  return showList(c, { here: publicNews.year(year), title: words(c.var.locale).open.year(String(year)), year })
}

function sharedOf(c: WebContext, article: PublicArticle) {
  const { origin, tenant, locale } = c.var
  const { content, pictures } = article
  const url = origin + publicNews.article(article.year, article.slug)
  const image = (picture: (typeof pictures)[number]) => {
    const size = sizeNear(picture, 'jpeg', 960)
    return size === undefined ? [] : [{ url: origin + publicNews.picture(pictureName(size)), alt: picture.alt }]
  }
  const images = pictures.flatMap(image)
  const jsonLd = articleAsJsonLd({
    title: content.title,
    description: content.lead,
    url,
    images: images.map((one) => one.url),
    publishedAt: article.published_at,
    changedAt: article.changed_at,
    author: content.author,
    publisher: tenant.name,
    section: words(locale).categories[content.category],
    locale: 'vi',
  })
  return { jsonLd, ...(images[0] && { image: images[0] }) }
}

async function showWithdrawn(c: WebContext, year: number, slug: string) {
  const gone = found(await withdrawnArticle(c.var.db, year, slug))
  c.status(410)
  return c.render(<WithdrawnPage title={gone.title} note={gone.withdrawn_note} on={gone.withdrawn_at ?? c.var.now} />, {
    title: gone.title,
    shell: 'public',
  })
}

async function showArticle(c: WebContext) {
  const [year, slug] = [Number(param(c, 'year')), param(c, 'slug')]
  const article = await publicArticle(c.var.db, year, slug)
  if (article === undefined) return showWithdrawn(c, year, slug)
  const linked = await publicLinks(c.var.db, article.content)
  return c.render(<ArticlePage article={article} linked={linked} />, {
    title: article.content.title,
    shell: 'public',
    description: article.content.lead,
    article: sharedOf(c, article),
  })
}

const anHour = { 'cache-control': 'public, max-age=3600' }

async function sendFeed(c: WebContext, kind: 'rss' | 'atom') {
  const { db, origin, tenant, now } = c.var
  const { articles } = await publicArticles(db, { size: articlesInFeed })
  const t = words('vi').open
  const said = { title: t.feedTitle(tenant.name), description: t.description(tenant.name), locale: 'vi' }
  const feed = writeFeed({ articles, origin, now, ...said })
  const type = `application/${kind}+xml; charset=utf-8`
  const body = kind === 'rss' ? feed.rss2() : feed.atom1()
  return c.body(body, 200, { ...anHour, 'content-type': type })
}

async function sendPicture(c: WebContext, files: FileStore) {
  const hash = hashIn(param(c, 'name'))
  if (hash === undefined) throw new NotFound()
  const file = found(await publicFile(c.var.db, hash))
  return c.body(new Uint8Array(await files.get(file.sha256)), 200, {
    'content-type': file.media_type,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    // Not for ever: what a person takes back must go.
    'cache-control': 'public, max-age=86400',
  })
}

const year = ':year{[12][0-9]{3}}'

export const publicNewsRoutes = (files: FileStore): Route[] => [
  get(publicNews.list, 'public', showAll),
  get(publicNews.rss, 'public', (c) => sendFeed(c, 'rss')),
  get(publicNews.atom, 'public', (c) => sendFeed(c, 'atom')),
  get(publicNews.category(':category'), 'public', showCategory),
  get(publicNews.picture(':name'), 'public', (c) => sendPicture(c, files)),
  get(publicNews.year(year), 'public', showYear),
  get(publicNews.article(year, ':slug'), 'public', showArticle),
]
