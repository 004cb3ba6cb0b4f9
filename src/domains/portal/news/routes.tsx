import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { FileStore } from '#platform/files.ts'
import { demand } from '#platform/errors.ts'
import { pageParam } from '#platform/param.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { publicNewsRoutes } from '../public-news/routes.tsx'
import { mayStartNews } from './access.ts'
import { newsStates } from './article.ts'
import { articleRoutes } from './article-routes.tsx'
import { decideRoutes } from './decide-routes.tsx'
import { pictureRoutes } from '../news-pictures/routes.tsx'
import { startRoutes } from './start-routes.tsx'
import { NewsDeskPage } from './pages/list-page.tsx'
import { newsPaths } from './paths.ts'
import { articlesSeen } from './queries.ts'
import { words } from './words.ts'

export interface NewsPieces {
  files: FileStore
  pictures: Pictures
}

const articlesOnPage = 25
const longestSearch = 100

async function showDesk(c: WebContext) {
  const actor = actorOf(c)
  demand(mayStartNews(actor))
  const text = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, longestSearch)
  const state = newsStates.find((one) => one === c.req.query('trang-thai')) ?? null
  const page = pageParam(c)
  const { articles, total } = await articlesSeen(c.var.db, actor, { text, state, page, size: articlesOnPage })
  const last = Math.ceil(total / articlesOnPage)
  return c.render(<NewsDeskPage {...{ articles, total, text, state, page, last }} />, {
    title: words(c.var.locale).desk.title,
    shell: 'workspace',
    help: 'tin-bai',
  })
}

/** Articles at the desk, and the news that everybody reads. */
export const newsRoutes = (pieces: NewsPieces): Route[] => [
  get(newsPaths.desk, mayStartNews, showDesk),
  ...startRoutes,
  ...articleRoutes,
  ...decideRoutes,
  ...pictureRoutes(pieces),
  ...publicNewsRoutes(pieces.files),
]
