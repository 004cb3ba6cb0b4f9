import { found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import type { HelpBook } from './help-book.ts'
import { HelpIndexPage } from './pages/help-index-page.tsx'
import { HelpTextPage } from './pages/help-text-page.tsx'

function showIndex(c: WebContext, book: HelpBook) {
  const t = words(c.var.locale).help
  return c.render(<HelpIndexPage chapters={book.chapters} />, {
    title: t.title,
    shell: 'public',
    description: t.description,
  })
}

function showPage(c: WebContext, book: HelpBook) {
  const page = found(book.page(param(c, 'page')))
  const t = words(c.var.locale).help
  const chapter = book.chapters.find(({ pages }) => pages.includes(page))
  const others = chapter?.pages.filter((other) => other !== page) ?? []
  return c.render(<HelpTextPage page={page} others={others} />, {
    title: `${page.title} · ${t.title}`,
    shell: 'public',
    description: page.summary,
  })
}

function sendPicture(c: WebContext, book: HelpBook) {
  const bytes = found(book.picture(param(c, 'name')))
  return c.body(bytes, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' })
}

export const helpRoutes = (book: HelpBook): Route[] => [
  get(paths.help, 'public', (c) => showIndex(c, book)),
  get(paths.helpPage(':page'), 'public', (c) => showPage(c, book)),
  get(paths.helpPicture(':name'), 'public', (c) => sendPicture(c, book)),
]
