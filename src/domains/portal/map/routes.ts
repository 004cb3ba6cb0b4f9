import { openPaths } from '#domains/consultation/paths.ts'
import { dayOf } from '#platform/clock.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import type { HelpBook } from '../help/help-book.ts'
import { newsCategories } from '../news/article.ts'
import { publicNews } from '../news/paths.ts'
import { paths } from '../paths.ts'
import { newsAddresses, newsYears } from '../public-news/queries.ts'
import { allPublished } from '../queries.ts'
import { unitAddresses } from '../units/queries.ts'

export interface MapPieces {
  book: HelpBook
  /** The site as people reach it: 'https://thidua.example.vn'. */
  originOf: (c: WebContext) => string
}

/** The workspace is not for search engines; `/khoi/` is its bloc-years, `/khoi-thi-dua/` the public ones. */
const closed = ['/khoi/', '/viec-can-lam', '/bai-viet', '/quan-tri', '/tai-khoan', '/dang-nhap', '/loi-moi', '/api/']

/** Of the 50,000 addresses that one map may hold, 40,000 are the agreements'. */
const [mostNews, mostUnits] = [5000, 3000]

interface Place {
  path: string
  changedOn?: string | undefined
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function entry(origin: string, { path, changedOn }: Place): string {
  const changed = changedOn === undefined ? '' : `<lastmod>${changedOn}</lastmod>`
  return `<url><loc>${escaped(origin + path)}</loc>${changed}</url>`
}

async function placesOf(c: WebContext, book: HelpBook): Promise<Place[]> {
  const { db } = c.var
  const published = await allPublished(db)
  const [news, years] = [await newsAddresses(db, mostNews), await newsYears(db)]
  const units = await unitAddresses(db, mostUnits)
  const blocs = [...new Set(published.map(({ bloc_slug }) => bloc_slug))]
  return [
    { path: paths.home },
    { path: publicNews.list },
    ...newsCategories.map((category) => ({ path: publicNews.ofCategory(category) })),
    ...years.map(({ year }) => ({ path: publicNews.year(year) })),
    ...news.map(({ year, slug, changed_at }) => ({
      path: publicNews.article(year, slug),
      changedOn: dayOf(changed_at),
    })),
    ...blocs.flatMap((slug) => [{ path: paths.bloc(slug) }, { path: paths.data(slug) }]),
    ...published.flatMap(({ bloc_slug: bloc, year_slug: year, changed_at }) => {
      const changedOn = changed_at === null ? undefined : dayOf(changed_at)
      return [
        { path: paths.story(bloc, year), changedOn },
        { path: paths.agreement(bloc, year), changedOn },
      ]
    }),
    { path: paths.lookUp },
    ...units.map(({ id, name }) => ({ path: paths.unit(id, name) })),
    { path: openPaths.list },
    { path: paths.check },
    { path: paths.help },
    ...book.chapters.flatMap(({ pages }) => pages.map((page) => ({ path: paths.helpPage(page.slug) }))),
  ]
}

const anHour = { 'cache-control': 'public, max-age=3600' }

async function sendMap(c: WebContext, { book, originOf }: MapPieces) {
  const entries = (await placesOf(c, book)).map((place) => entry(originOf(c), place))
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${entries.join('\n')}\n</urlset>\n`
  return c.body(xml, 200, { ...anHour, 'content-type': 'application/xml; charset=utf-8' })
}

function sendRobots(c: WebContext, { originOf }: MapPieces) {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${originOf(c)}${paths.sitemap}`,
  ]
  return c.text(`${lines.join('\n')}\n`, 200, anHour)
}

export const mapRoutes = (pieces: MapPieces): Route[] => [
  get(paths.robots, 'public', (c) => sendRobots(c, pieces)),
  get(paths.sitemap, 'public', (c) => sendMap(c, pieces)),
]
