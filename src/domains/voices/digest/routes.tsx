import type { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { maySendDigest, writesDigest } from './access.ts'
import { addClause, addClauseInput } from './add-clause.ts'
import { chooseExample, chooseExampleInput } from './choose-example.ts'
import { digestCan } from './digest.ts'
import { finishDigest, finishDigestInput } from './finish-digest.ts'
import { headOf, listRoutes, ruleWords } from './list-routes.tsx'
import { clauseAnchor, type ClauseConflict } from './pages/clause-form.tsx'
import { DigestEditorPage, type EditorForms } from './pages/editor-page.tsx'
import { DigestPage } from './pages/show-page.tsx'
import { digestOf, paperOfDraft, paperRoutes, type DigestAt, type DigestPieces } from './paper-routes.tsx'
import { digestPaths } from './paths.ts'
import { clausesOf, quotable } from './queries.ts'
import { removeClause, removeClauseInput } from './remove-clause.ts'
import { returnDigest, returnDigestInput } from './return-digest.ts'
import { sendDigest } from './send-digest.ts'
import { words } from './words.ts'
import { writeClause, writeClauseInput } from './write-clause.ts'
import { writeHead, writeHeadInput } from './write-head.ts'

async function showFinal(c: WebContext, { year, digest, at }: DigestAt, form: ReturnedForm) {
  const { db, locale } = c.var
  const t = words(locale)
  const clauses = await clausesOf(db, digest.id)
  const writers = clauses.map(({ changed_by }) => changed_by)
  const may = {
    send: digestCan('send', digest) && maySendDigest(actorOf(c), digest, writers),
    giveBack: digestCan('return', digest) && writesDigest(actorOf(c), year.id),
  }
  const history = tellHistory(await historyOf(db, digest.id), t.deeds)
  return c.render(
    <DigestPage {...{ at, digest, clauses, may, history, form }} blocName={year.bloc.name} />,
    headOf(year, t.kinds[digest.kind]),
  )
}

async function showDigest(c: WebContext, forms: EditorForms = {}, conflict?: ClauseConflict) {
  const given = await digestOf(c)
  const { year, digest, at } = given
  if (!digestCan('edit', digest)) return showFinal(c, given, forms.finish ?? emptyForm)
  const { db, locale } = c.var
  const span = { blocYear: year.id, from: digest.from_on, to: digest.to_on }
  const [clauses, examples] = await Promise.all([clausesOf(db, digest.id), quotable(db, span)])
  return c.render(
    <DigestEditorPage {...{ at, digest, clauses, examples, forms, conflict }} blocName={year.bloc.name} />,
    headOf(year, words(locale).kinds[digest.kind]),
  )
}

/** The digest of the address, for those who write it. */
async function writable(c: WebContext): Promise<DigestAt> {
  const given = await digestOf(c)
  demand(writesDigest(actorOf(c), given.year.id))
  return given
}

interface Deed<Schema extends z.ZodType> {
  schema: Schema
  /** Whose form shows what went wrong. */
  form: keyof EditorForms
  run: (c: WebContext, digest: string, value: z.output<Schema>) => Promise<unknown>
}

const deed =
  <Schema extends z.ZodType>({ schema, form, run }: Deed<Schema>) =>
  async (c: WebContext) => {
    const { at, digest } = await writable(c)
    return answerForm(c, {
      schema,
      run: async (value) => {
        await run(c, digest.id, value)
        return digestPaths.digest(...at)
      },
      again: (returned) => showDigest(c, { [form]: returned }),
      words: ruleWords,
    })
  }

async function finish(c: WebContext, id: string) {
  const given = await digestOf(c)
  const clauses = await clausesOf(c.var.db, id)
  const paper = await paperOfDraft(c, given, clauses)
  const versions = new Map(clauses.map((clause) => [clause.id, clause.version]))
  const seen = { paper, version: given.digest.version, clauses: versions }
  await finishDigest(c.var.db, actorOf(c), { digest: id, seen }, c.var.now)
}

/** A sentence that somebody else changed meanwhile comes back with both texts. */
async function saveClause(c: WebContext) {
  const { at, digest } = await writable(c)
  const clause = idParam(c, 'clause')
  const to = `${digestPaths.digest(...at)}#${clauseAnchor(clause)}`
  const form = await readForm(c, writeClauseInput.omit({ digest: true, clause: true }))
  if (!form.ok) return c.redirect(to, 303)
  try {
    await writeClause(c.var.db, actorOf(c), { ...form.value, digest: digest.id, clause }, c.var.now)
    return c.redirect(to, 303)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    c.status(409)
    return showDigest(c, {}, { clause, typed: form.value.text })
  }
}

async function takeOut(c: WebContext) {
  const { at, digest } = await writable(c)
  const form = await readForm(c, removeClauseInput.pick({ version: true }))
  const clause = idParam(c, 'clause')
  if (form.ok) await removeClause(c.var.db, actorOf(c), { digest: digest.id, clause, version: form.value.version })
  return c.redirect(digestPaths.digest(...at), 303)
}

/** Who sends is asked by the command alone: it may be who cannot write there any more. */
async function send(c: WebContext) {
  const { at, digest } = await digestOf(c)
  return answerForm(c, {
    schema: finishDigestInput.omit({ digest: true }),
    run: async () => {
      await sendDigest(c.var.db, actorOf(c), { digest: digest.id }, c.var.now)
      return digestPaths.digest(...at)
    },
    again: (returned) => showDigest(c, { finish: returned }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':digest'] as const

const saveHead = deed({
  schema: writeHeadInput.omit({ digest: true }),
  form: 'head',
  run: (c, digest, value) => writeHead(c.var.db, actorOf(c), { ...value, digest }, c.var.now),
})
const add = deed({
  schema: addClauseInput.omit({ digest: true }),
  form: 'clauses',
  run: (c, digest, value) => addClause(c.var.db, actorOf(c), { ...value, digest }, c.var.now),
})
const quote = deed({
  schema: chooseExampleInput.omit({ digest: true }),
  form: 'examples',
  run: (c, digest, value) => chooseExample(c.var.db, actorOf(c), { ...value, digest }, c.var.now),
})
const giveBack = deed({
  schema: returnDigestInput.omit({ digest: true }),
  form: 'finish',
  run: (c, digest, value) => returnDigest(c.var.db, actorOf(c), { ...value, digest }, c.var.now),
})
const handOn = deed({ schema: finishDigestInput.omit({ digest: true }), form: 'finish', run: finish })

export type { DigestPieces }

export const digestRoutes = (pieces: DigestPieces): Route[] => [
  ...listRoutes,
  get(digestPaths.digest(...at), 'signed-in', (c) => showDigest(c)),
  post(digestPaths.head(...at), 'signed-in', saveHead),
  post(digestPaths.clauses(...at), 'signed-in', add),
  post(digestPaths.clause(...at, ':clause'), 'signed-in', saveClause),
  post(digestPaths.clauseRemoval(...at, ':clause'), 'signed-in', takeOut),
  post(digestPaths.examples(...at), 'signed-in', quote),
  post(digestPaths.finish(...at), 'signed-in', handOn),
  post(digestPaths.returning(...at), 'signed-in', giveBack),
  post(digestPaths.sending(...at), 'signed-in', send),
  ...paperRoutes(pieces),
]
