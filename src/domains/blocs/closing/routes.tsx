import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayCloseYear } from '../access.ts'
import { blocPaths } from '../paths.ts'
import type { BlocPieces } from '../pieces.ts'
import { readYear, yearHead } from '../read-year.ts'
import { words } from '../words.ts'
import { closeYear, closeYearInput } from './close-year.ts'
import { ClosePage } from './pages/close-page.tsx'
import { yearsToGoOn } from './queries.ts'

async function showClose(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const year = await readYear(c)
  const years = await yearsToGoOn(db, year.id, year.starts_on)
  const head = yearHead(year, words(locale).closeYear)
  return c.render(<ClosePage locale={locale} year={year} years={years} form={form} />, {
    ...head,
    help: 'dong-nam-do-sap-xep',
  })
}

const close =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const year = await readYear(c)
    return answerForm(c, {
      schema: closeYearInput.omit({ blocYear: true }),
      run: async (input) => {
        await closeYear(db, actorOf(c), { ...input, blocYear: year.id }, { now, announce })
        return blocPaths.year(year.bloc.slug, year.slug)
      },
      again: (form) => showClose(c, form),
      words: { blocs: words },
    })
  }

/** `anyYear` is what stands for a year in a pattern. */
export const closingRoutes = (pieces: BlocPieces, anyYear: string): Route[] => [
  get(blocPaths.close(':bloc', anyYear), mayCloseYear, (c) => showClose(c)),
  post(blocPaths.close(':bloc', anyYear), mayCloseYear, close(pieces)),
]
