import { createHash } from 'node:crypto'
import type { SearchDocument, SearchSource } from '#capabilities/search/search-entry.ts'
import { readHelpBook } from '../help/help-book.ts'
import { paths } from '../paths.ts'
import { everyone, signedIn } from './audience.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The same page has the same id, wherever the program runs. */
const idOf = (slug: string) => sha256(slug).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(quot|amp|lt|gt);/g, ' ')

/** Help lies beside the program: it is read once, and gathered again where its words have changed. */
export function gatherHelp(): SearchSource {
  const pages = readHelpBook().chapters.flatMap((chapter) => chapter.pages)
  const documents: SearchDocument[] = pages.flatMap(({ slug, title, html }) => {
    const page = { subject: idOf(slug), kind: 'help', title, body: plainText(html), path: paths.helpPage(slug) }
    return [
      { ...page, audience: signedIn },
      { ...page, part: 'public', audience: everyone },
    ]
  })
  const ids = [...new Set(documents.map(({ subject }) => subject))]
  return {
    name: 'help',
    edition: sha256(JSON.stringify(documents)),
    idsOf: async (_db, changed) => (changed === null ? ids : []),
    gather: async (_db, wanted) => documents.filter(({ subject }) => wanted.includes(subject)),
  }
}
