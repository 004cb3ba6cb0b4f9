import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear } from '#domains/blocs/read-year.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { gatherBoard } from '../board/gather-board.ts'
import { gatherSeries } from '../board/gather-series.ts'
import { readsReviews } from './access.ts'
import { gatherOpenReview, type OpenReview } from './gather-open-review.ts'
import { reviewPictures } from './pages/review-pictures.tsx'
import { reviewPaths } from './paths.ts'
import { finishedPaper, reviewById } from './queries.ts'
import { reviewPaper } from './review-document.ts'
import type { Review } from './review.ts'

export interface ReviewPieces {
  renderer: Pick<Renderer, 'renderPdf' | 'renderPicture'>
}

export interface ReviewAt {
  year: BlocYearRow
  review: Review
  at: readonly [bloc: string, year: string, review: string]
}

/** The review of the address, for who may read it. */
export async function reviewOf(c: WebContext): Promise<ReviewAt> {
  const year = await readYear(c)
  demand(readsReviews(actorOf(c), year.id))
  const review = await reviewById(c.var.db, idParam(c, 'review'))
  found(review.bloc_year_id === year.id ? review : undefined)
  return { year, review, at: [year.bloc.slug, year.slug, review.id] }
}

/** The paper of a draft as the records say it now, with its pictures. */
export async function paperOfDraft(c: WebContext, { year, review }: ReviewAt, open?: OpenReview): Promise<Paper> {
  const { db, tenant } = c.var
  const { data, clauses } = open ?? (await gatherOpenReview(db, year, review))
  const board = await gatherBoard(db, year, review.to_on)
  const targets = board.targets.map(({ target }) => target)
  const series = await gatherSeries(db, year, { targets, unit: review.unit_id, day: review.to_on })
  const pictures = reviewPictures(board, series, { unit: review.unit_id, until: review.to_on })
  const isBloc = review.unit_id === null
  return reviewPaper(
    review,
    { data, clauses, pictures },
    { parent: isBloc ? tenant.name : year.bloc.name, signer: isBloc ? 'KHỐI TRƯỞNG' : 'THỦ TRƯỞNG ĐƠN VỊ' },
  )
}

async function paperOf(c: WebContext, given: ReviewAt): Promise<Paper> {
  if (given.review.state === 'draft') return paperOfDraft(c, given)
  return (await finishedPaper(c.var.db, given.review.id)) as Paper
}

type Print = (paper: Paper, pieces: ReviewPieces) => Promise<Uint8Array>

const prints = {
  pdf: async (paper, { renderer }) => (await renderer.renderPdf(paper)).pdf,
  docx: (paper, { renderer }) => writeDocx(paper, renderer),
} satisfies Record<string, Print>

const types = { pdf: 'application/pdf', docx: wordMediaType } as const

async function sendPaper(c: WebContext, pieces: ReviewPieces, form: keyof typeof prints) {
  const given = await reviewOf(c)
  const bytes = await prints[form](await paperOf(c, given), pieces).catch((error: unknown) => {
    if (!(error instanceof RenderError)) throw error
    throw new RuleViolation('review.cannotPrint', { reason: describeProblem(error.problem, c.var.locale) })
  })
  const name = `${given.review.kind === 'interim' ? 'so-ket' : 'tong-ket'}-${given.at[0]}-${given.at[1]}.${form}`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': types[form],
    'content-disposition': `${form === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

const at = [':bloc', ':year', ':review'] as const

export const paperRoutes = (pieces: ReviewPieces): Route[] => [
  get(reviewPaths.pdf(...at), 'signed-in', (c) => sendPaper(c, pieces, 'pdf')),
  get(reviewPaths.docx(...at), 'signed-in', (c) => sendPaper(c, pieces, 'docx')),
]
