import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear } from '#domains/blocs/read-year.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { closedMonths } from '../months/queries.ts'
import { readsDigest } from './access.ts'
import type { Digest, DigestClause } from './digest.ts'
import { digestPaper } from './digest-document.ts'
import { gatherDigest } from './gather-digest.ts'
import { digestPictures } from './pages/digest-pictures.tsx'
import { digestPaths } from './paths.ts'
import { clausesOf, digestById, finishedPaper } from './queries.ts'

export interface DigestPieces {
  renderer: Pick<Renderer, 'renderPdf' | 'renderPicture'>
}

export interface DigestAt {
  year: BlocYearRow
  digest: Digest
  at: readonly [bloc: string, year: string, digest: string]
}

/** The digest of the address, for who may read it. */
export async function digestOf(c: WebContext): Promise<DigestAt> {
  const year = await readYear(c)
  const digest = await digestById(c.var.db, idParam(c, 'digest'))
  demand(readsDigest(actorOf(c), digest))
  found(digest.bloc_year_id === year.id ? digest : undefined)
  return { year, digest, at: [year.bloc.slug, year.slug, digest.id] }
}

/** The paper of a draft as its figures and sentences say it now. */
export async function paperOfDraft(
  c: WebContext,
  { year, digest }: DigestAt,
  clauses?: readonly DigestClause[],
): Promise<Paper> {
  const { db } = c.var
  const data = await gatherDigest(db, year, digest)
  const months = await closedMonths(db, year.id)
  const pictures = digest.kind === 'monthly' && data.now !== null ? digestPictures(months, data.now.month) : []
  return digestPaper(digest, { data, clauses: clauses ?? (await clausesOf(db, digest.id)), pictures })
}

async function paperOf(c: WebContext, given: DigestAt): Promise<Paper> {
  if (given.digest.state === 'draft') return paperOfDraft(c, given)
  return (await finishedPaper(c.var.db, given.digest.id)) as Paper
}

type Print = (paper: Paper, pieces: DigestPieces) => Promise<Uint8Array>

const prints = {
  pdf: async (paper, { renderer }) => (await renderer.renderPdf(paper)).pdf,
  docx: (paper, { renderer }) => writeDocx(paper, renderer),
} satisfies Record<string, Print>

const types = { pdf: 'application/pdf', docx: wordMediaType } as const

async function sendPaper(c: WebContext, pieces: DigestPieces, form: keyof typeof prints) {
  const given = await digestOf(c)
  const bytes = await prints[form](await paperOf(c, given), pieces).catch((error: unknown) => {
    if (!(error instanceof RenderError)) throw error
    throw new RuleViolation('digest.cannotPrint', { reason: describeProblem(error.problem, c.var.locale) })
  })
  const name = `tinh-hinh-nhan-dan-${given.digest.from_on}-${given.digest.to_on}.${form}`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': types[form],
    'content-disposition': `${form === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

const at = [':bloc', ':year', ':digest'] as const

export const paperRoutes = (pieces: DigestPieces): Route[] => [
  get(digestPaths.pdf(...at), 'signed-in', (c) => sendPaper(c, pieces, 'pdf')),
  get(digestPaths.docx(...at), 'signed-in', (c) => sendPaper(c, pieces, 'docx')),
]
