import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { lookUpList } from '../paths.ts'
import { keysOf } from '../searchable/audience.ts'
import { ResultsPage } from './pages/results-page.tsx'
import { searchPaths } from './paths.ts'
import { blocChoices, savedSearchesOf } from './queries.ts'
import { readResults, type SearchPieces } from './read-results.ts'
import { removeSearch } from './remove-search.ts'
import { saveSearch, saveSearchInput } from './save-search.ts'
import { readSearch, searchAddress, type AskedSearch } from './search-filter.ts'
import { words } from './words.ts'

const yearsBack = 12

const yearsUntil = (today: string) => {
  const next = Number(today.slice(0, 4)) + 1
  return Array.from({ length: yearsBack }, (_none, index) => next - index)
}

async function showResults(c: WebContext, pieces: SearchPieces, asked: AskedSearch, form: ReturnedForm = emptyForm) {
  const { db, locale, now } = c.var
  const actor = actorOf(c)
  const page = pageParam(c)
  const results = await readResults(db, pieces, { asked, audience: keysOf(actor), page, now })
  const [blocs, saved] = await Promise.all([blocChoices(db), savedSearchesOf(db, actor.account)])
  const props = { locale, asked, results, page, blocs, saved, form, years: yearsUntil(dayOf(now)) }
  return c.render(<ResultsPage {...props} openHref={lookUpList(asked.q)} />, {
    title: words(locale).title,
    shell: 'workspace',
    help: 'tim-kiem',
  })
}

const save = (c: WebContext, pieces: SearchPieces) =>
  answerForm(c, {
    schema: saveSearchInput,
    run: async (input) => {
      await saveSearch(c.var.db, actorOf(c), input, c.var.now)
      return `${searchPaths.search}?${input.query}#da-luu`
    },
    again: (form) =>
      showResults(c, pieces, readSearch(Object.fromEntries(new URLSearchParams(form.typed['query'] ?? ''))), form),
    words: { search: words },
  })

async function remove(c: WebContext) {
  await removeSearch(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now)
  return c.redirect(`${searchAddress(searchPaths.search, readSearch({}))}#da-luu`, 303)
}

export const searchRoutes = (pieces: SearchPieces): Route[] => [
  get(searchPaths.search, 'signed-in', (c) => showResults(c, pieces, readSearch(c.req.query()))),
  post(searchPaths.saved, 'signed-in', (c) => save(c, pieces)),
  post(searchPaths.removal(':id'), 'signed-in', remove),
]
