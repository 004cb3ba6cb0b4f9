import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayWriteReview, readsReviews } from './access.ts'
import { clauseRoutes } from './clause-routes.tsx'
import { freezeReview, freezeReviewInput } from './freeze-review.ts'
import { gatherOpenReview } from './gather-open-review.ts'
import { ReviewEditorPage } from './pages/editor-page.tsx'
import { FinishReviewPage } from './pages/finish-page.tsx'
import { ReviewsPage } from './pages/list-page.tsx'
import { ReviewPage } from './pages/show-page.tsx'
import { StartReviewPage } from './pages/start-page.tsx'
import { paperOfDraft, paperRoutes, reviewOf, type ReviewAt, type ReviewPieces } from './paper-routes.tsx'
import { reviewPaths } from './paths.ts'
import { clausesOf, reviewsOf } from './queries.ts'
import { renewDraft } from './renew-draft.ts'
import { reviewCan } from './review.ts'
import { startReview, startReviewInput } from './start-review.ts'
import { words } from './words.ts'
import { writeHead, writeHeadInput } from './write-head.ts'

const ruleWords = { review: words, blocs: blocWords }

const headOf = (year: BlocYearRow, title: string) => ({ ...yearHead(year, title), help: 'so-ket-tong-ket' })

async function readableYear(c: WebContext) {
  const year = await readYear(c)
  demand(readsReviews(actorOf(c), year.id))
  return { year, at: [year.bloc.slug, year.slug] as const }
}

/** Whose review the reader may draft: the bloc's where it leads, and that of each member unit it works for. */
async function scopesOf(c: WebContext, year: BlocYearRow) {
  const actor = actorOf(c)
  const members = await membersOn(c.var.db, year.id, dayOf(c.var.now))
  const may = (unit_id: string | null) => mayWriteReview(actor, { bloc_year_id: year.id, unit_id })
  return [
    ...(may(null) ? [{ value: '', label: words(c.var.locale).list.bloc }] : []),
    ...members.filter(({ unit }) => may(unit)).map(({ unit, full_name }) => ({ value: unit, label: full_name })),
  ]
}

async function showList(c: WebContext) {
  const { year, at } = await readableYear(c)
  const reviews = await reviewsOf(c.var.db, year.id)
  const units = reviews.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id]))
  const names = await namesOn(c.var.db, units, dayOf(c.var.now))
  return c.render(
    <ReviewsPage
      at={at}
      blocName={year.bloc.name}
      reviews={reviews}
      unitNames={new Map([...names].map(([unit, { short_name }]) => [unit, short_name]))}
      mayStart={(await scopesOf(c, year)).length > 0}
    />,
    headOf(year, words(c.var.locale).list.heading),
  )
}

/** The half-year while it is the last that is over, else the whole year. */
function usualSpan(year: BlocYearRow, today: string) {
  const half = `${year.starts_on.slice(0, 4)}-06-30`
  const isHalf = year.kind === 'calendar' && today < `${year.starts_on.slice(0, 4)}-10-01`
  const to = isHalf ? half : year.ends_on
  return { from: year.starts_on, to, datedOn: today > to ? today : to }
}

async function showStart(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at } = await readableYear(c)
  const scopes = await scopesOf(c, year)
  demand(scopes.length > 0)
  const given = usualSpan(year, dayOf(c.var.now))
  return c.render(
    <StartReviewPage at={at} blocName={year.bloc.name} form={form} given={given} scopes={scopes} />,
    headOf(year, words(c.var.locale).start.heading),
  )
}

async function start(c: WebContext) {
  const { year, at } = await readableYear(c)
  return answerForm(c, {
    schema: startReviewInput.omit({ blocYear: true }),
    run: async (value) => {
      const id = await startReview(c.var.db, actorOf(c), { ...value, blocYear: year.id }, c.var.now)
      return reviewPaths.review(...at, id)
    },
    again: (form) => showStart(c, form),
    words: ruleWords,
  })
}

async function showReadOnly(c: WebContext, { year, review, at }: ReviewAt) {
  const { db, locale } = c.var
  const t = words(locale)
  const history = tellHistory(await historyOf(db, review.id), t.deeds)
  return c.render(
    <ReviewPage
      at={at}
      blocName={year.bloc.name}
      review={review}
      clauses={await clausesOf(db, review.id)}
      history={history}
    />,
    headOf(year, t.kinds[review.kind]),
  )
}

async function showReview(c: WebContext, form: ReturnedForm = emptyForm) {
  const given = await reviewOf(c)
  const { year, review, at } = given
  if (!reviewCan('edit', review) || !mayWriteReview(actorOf(c), review)) return showReadOnly(c, given)
  const open = await gatherOpenReview(c.var.db, year, review)
  return c.render(
    <ReviewEditorPage at={at} blocName={year.bloc.name} review={review} form={form} {...open} />,
    headOf(year, words(c.var.locale).kinds[review.kind]),
  )
}

async function saveHead(c: WebContext) {
  const { review, at } = await reviewOf(c)
  return answerForm(c, {
    schema: writeHeadInput.omit({ review: true }),
    run: async (value) => {
      await writeHead(c.var.db, actorOf(c), { ...value, review: review.id }, c.var.now)
      return reviewPaths.review(...at)
    },
    again: (form) => showReview(c, form),
    words: ruleWords,
  })
}

async function redraw(c: WebContext) {
  const { review, at } = await reviewOf(c)
  await renewDraft(c.var.db, actorOf(c), { review: review.id }, c.var.now)
  return c.redirect(reviewPaths.review(...at), 303)
}

async function showFinish(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, review, at } = await reviewOf(c)
  demand(mayWriteReview(actorOf(c), review))
  if (!reviewCan('finish', review)) return c.redirect(reviewPaths.review(...at), 303)
  const { findings } = await gatherOpenReview(c.var.db, year, review)
  return c.render(
    <FinishReviewPage at={at} blocName={year.bloc.name} findings={findings} form={form} />,
    headOf(year, words(c.var.locale).finish.heading),
  )
}

async function finish(c: WebContext) {
  const given = await reviewOf(c)
  const { year, review, at } = given
  demand(mayWriteReview(actorOf(c), review))
  return answerForm(c, {
    schema: freezeReviewInput.omit({ review: true }),
    run: async ({ isMeant }) => {
      const open = await gatherOpenReview(c.var.db, year, review)
      const paper = await paperOfDraft(c, given, open)
      const versions = new Map(open.clauses.map(({ id, version }) => [id, version]))
      const seen = { paper, versions, findings: open.findings.length }
      await freezeReview(c.var.db, actorOf(c), { review: review.id, isMeant, seen }, c.var.now)
      return reviewPaths.review(...at)
    },
    again: (form) => showFinish(c, form),
    words: ruleWords,
  })
}

const year = [':bloc', ':year'] as const
const at = [...year, ':review'] as const

export type { ReviewPieces }

export const reviewRoutes = (pieces: ReviewPieces): Route[] => [
  get(reviewPaths.list(...year), 'signed-in', showList),
  get(reviewPaths.start(...year), 'signed-in', (c) => showStart(c)),
  post(reviewPaths.start(...year), 'signed-in', start),
  get(reviewPaths.review(...at), 'signed-in', (c) => showReview(c)),
  post(reviewPaths.head(...at), 'signed-in', saveHead),
  post(reviewPaths.redraw(...at), 'signed-in', redraw),
  get(reviewPaths.finishing(...at), 'signed-in', (c) => showFinish(c)),
  post(reviewPaths.finishing(...at), 'signed-in', finish),
  ...paperRoutes(pieces),
  ...clauseRoutes,
]
