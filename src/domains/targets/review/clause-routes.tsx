import type { FormState } from '#platform/form.ts'
import { readForm } from '#platform/form.ts'
import { Conflict, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, post, type WebContext } from '#platform/web.ts'
import { yearHead } from '#domains/blocs/read-year.ts'
import { addClause, addClauseInput } from './add-clause.ts'
import { correctFigure, correctFigureInput } from './correct-figure.ts'
import { clauseAnchor } from './pages/clause-form.tsx'
import { ConflictPage } from './pages/conflict-page.tsx'
import { reviewOf, type ReviewAt } from './paper-routes.tsx'
import { reviewPaths } from './paths.ts'
import { clausesOf } from './queries.ts'
import { removeClause, removeClauseInput } from './remove-clause.ts'
import { words } from './words.ts'
import { writeClause, writeClauseInput } from './write-clause.ts'

const isScript = (c: WebContext) => c.req.header('accept')?.startsWith('application/json') === true

const clauseAt = ({ at }: ReviewAt, clause: string) => `${reviewPaths.review(...at)}#${clauseAnchor(clause)}`

/** The page with both texts, for a person; a script gets the conflict itself and sends the form as a page. */
async function showConflict(c: WebContext, given: ReviewAt, clause: string, typed: FormState['typed']) {
  const saved = found((await clausesOf(c.var.db, given.review.id)).find((one) => one.id === clause))
  c.status(409)
  return c.render(
    <ConflictPage
      action={reviewPaths.clause(...given.at, clause)}
      editor={clauseAt(given, clause)}
      version={saved.version}
      theirs={saved.text}
      mine={typed['text'] ?? ''}
    />,
    { ...yearHead(given.year, words(c.var.locale).editor.conflict), help: 'so-ket-tong-ket' },
  )
}

/** Why a script's sentence was not saved. */
const unsaved = (c: WebContext, { errors }: FormState) =>
  c.json({ errors, message: [words(c.var.locale).editor.unsaved, ...errors.map((one) => one.message)].join(' ') }, 422)

async function save(c: WebContext) {
  const given = await reviewOf(c)
  const clause = idParam(c, 'clause')
  const form = await readForm(c, writeClauseInput.omit({ clause: true }))
  if (!form.ok) return isScript(c) ? unsaved(c, form) : c.redirect(clauseAt(given, clause), 303)
  try {
    const { version } = await writeClause(c.var.db, actorOf(c), { ...form.value, clause }, c.var.now)
    if (isScript(c)) return c.json({ version, savedAt: c.var.now.toISOString() })
    return c.redirect(clauseAt(given, clause), 303)
  } catch (error) {
    if (!(error instanceof Conflict) || isScript(c)) throw error
    return showConflict(c, given, clause, form.typed)
  }
}

async function add(c: WebContext) {
  const given = await reviewOf(c)
  const form = await readForm(c, addClauseInput.pick({ section: true }))
  if (!form.ok) return c.redirect(reviewPaths.review(...given.at), 303)
  const { section } = form.value
  const clause = await addClause(c.var.db, actorOf(c), { review: given.review.id, section }, c.var.now)
  return c.redirect(clauseAt(given, clause), 303)
}

async function takeOut(c: WebContext) {
  const given = await reviewOf(c)
  const clause = idParam(c, 'clause')
  const form = await readForm(c, removeClauseInput.pick({ version: true }))
  if (form.ok) await removeClause(c.var.db, actorOf(c), { clause, version: form.value.version }, c.var.now)
  return c.redirect(clauseAt(given, clause), 303)
}

async function takeFigure(c: WebContext) {
  const given = await reviewOf(c)
  const clause = idParam(c, 'clause')
  const form = await readForm(c, correctFigureInput.pick({ version: true, key: true }))
  if (form.ok) {
    await correctFigure(c.var.db, actorOf(c), { ...form.value, review: given.review.id, clause }, c.var.now)
  }
  return c.redirect(clauseAt(given, clause), 303)
}

const at = [':bloc', ':year', ':review'] as const

export const clauseRoutes = [
  post(reviewPaths.clauses(...at), 'signed-in', add),
  post(reviewPaths.clause(...at, ':clause'), 'signed-in', save),
  post(reviewPaths.clauseRemoval(...at, ':clause'), 'signed-in', takeOut),
  post(reviewPaths.clauseFigure(...at, ':clause'), 'signed-in', takeFigure),
]
