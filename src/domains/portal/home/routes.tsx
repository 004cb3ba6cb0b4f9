import { findBlocs } from '#domains/blocs/queries.ts'
import { pageParam } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { publicArticles } from '../public-news/queries.ts'
import { newestPublished } from '../queries.ts'
import { words } from '../words.ts'
import { HomePage } from './pages/home-page.tsx'

const blocsOnPage = 20
const newsOnPage = 3
const longestSearch = 100

async function showHome(c: WebContext) {
  const text = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, longestSearch)
  const page = pageParam(c)
  const { blocs, total } = await findBlocs(c.var.db, { text, page, size: blocsOnPage })
  const { articles } = await publicArticles(c.var.db, { size: newsOnPage })
  const published = await newestPublished(
    c.var.db,
    blocs.map((bloc) => bloc.id),
  )
  const listed = blocs.map((bloc) => ({ ...bloc, published: published.get(bloc.id) ?? null }))
  const place = c.var.tenant.name
  const last = Math.ceil(total / blocsOnPage)
  const t = words(c.var.locale).home
  return c.render(<HomePage {...{ place, blocs: listed, total, text, page, last, news: articles }} />, {
    title: t.title,
    shell: 'public',
    description: t.description(place),
  })
}

export const homeRoutes: Route[] = [get(paths.home, 'public', showHome)]
