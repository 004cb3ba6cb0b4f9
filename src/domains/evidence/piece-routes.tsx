import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayBring, mayJudge, mayReadEvidence } from './access.ts'
import { alikeOf } from './alike/queries.ts'
import { giveVerdict, verdictInput } from './give-verdict.ts'
import { PiecePage } from './pages/piece-page.tsx'
import { evidencePaths } from './paths.ts'
import type { EvidencePieces } from './pieces.ts'
import { citationsOf, pictureOf, pieceById, shownPages, verdictsOf, type PieceRow } from './queries.ts'
import { removeCitation, removeCitationInput } from './remove-citation.ts'
import { withdrawEvidence, withdrawEvidenceInput } from './withdraw-evidence.ts'
import { words } from './words.ts'

const ruleWords = { evidence: words }

interface PieceAt {
  year: BlocYearRow
  piece: PieceRow
  at: readonly [bloc: string, year: string]
}

/** A piece of the bloc-year of the address, for those who read its evidence. */
async function pieceAt(c: WebContext): Promise<PieceAt> {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(mayReadEvidence(actorOf(c), year.id))
  const piece = await pieceById(c.var.db, idParam(c, 'evidence'))
  found(piece.bloc_year_id === year.id ? piece : null)
  return { year, piece, at: [year.bloc.slug, year.slug] }
}

async function alikeFor(c: WebContext, { piece, year }: PieceAt) {
  const all = await alikeOf(c.var.db, piece.id)
  const alike = all.filter((pair) => pair.other_bloc_year_id === year.id)
  return { alike, hiddenAlike: all.length - alike.length }
}

interface Returning {
  form?: ReturnedForm
  /** The citation, or the piece, whose form came back. */
  formOf?: string
}

async function showPiece(c: WebContext, { form = emptyForm, formOf }: Returning = {}) {
  const here = await pieceAt(c)
  const { db, locale } = c.var
  const { year, piece, at } = here
  const actor = actorOf(c)
  const citations = await citationsOf(db, piece.id)
  const judged = { blocYear: year.id, unit: piece.unit_id, brought: piece.brought_by }
  const judgeable = citations.filter((one) => mayJudge(actor, { ...judged, cited: one.cited_by }))
  const owns = piece.withdrawn_at === null && mayBring(actor, { blocYear: year.id, unit: piece.unit_id })
  return c.render(
    <PiecePage
      bloc={at[0]}
      year={at[1]}
      over={`${year.bloc.short_name} ${year.label}`}
      piece={piece}
      shown={await shownPages(db, piece)}
      citations={citations}
      verdicts={await verdictsOf(db, piece.id)}
      history={tellHistory(await historyOf(db, piece.id), words(locale).deeds)}
      mayRemove={owns}
      mayWithdraw={owns}
      mayJudge={new Set(judgeable.map(({ citation }) => citation))}
      isKnown={c.req.query('da-co') !== undefined}
      form={form}
      formOf={formOf}
      {...await alikeFor(c, here)}
    />,
    { title: piece.title, shell: 'workspace', blocYear: year.id, help: 'minh-chung' },
  )
}

const pathOf = ({ at, piece }: PieceAt) => evidencePaths.piece(...at, piece.id)

async function judge(c: WebContext) {
  const here = await pieceAt(c)
  const citation = idParam(c, 'citation')
  return answerForm(c, {
    schema: verdictInput,
    run: async (input) => {
      const named = { ...input, evidence: here.piece.id, citation }
      await giveVerdict(c.var.db, actorOf(c), named, c.var.now)
      return pathOf(here)
    },
    again: (form) => showPiece(c, { form, formOf: citation }),
    words: ruleWords,
  })
}

async function remove(c: WebContext, { readSubject }: EvidencePieces) {
  const here = await pieceAt(c)
  const citation = idParam(c, 'citation')
  return answerForm(c, {
    schema: removeCitationInput.pick({ reason: true }),
    run: async ({ reason }) => {
      const input = { evidence: here.piece.id, citation, reason }
      await removeCitation(c.var.db, actorOf(c), input, { now: c.var.now, readSubject })
      return pathOf(here)
    },
    again: (form) => showPiece(c, { form, formOf: citation }),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext, { readSubject }: EvidencePieces) {
  const here = await pieceAt(c)
  return answerForm(c, {
    schema: withdrawEvidenceInput.pick({ reason: true }),
    run: async ({ reason }) => {
      const input = { evidence: here.piece.id, reason }
      await withdrawEvidence(c.var.db, actorOf(c), input, { now: c.var.now, readSubject })
      return pathOf(here)
    },
    again: (form) => showPiece(c, { form, formOf: here.piece.id }),
    words: ruleWords,
  })
}

/** Nothing in a stranger's file may run as ours: no page of ours frames it, and it is only ever saved. */
const sandboxed = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
}

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

async function sendFile(c: WebContext, { files }: EvidencePieces) {
  const { piece } = await pieceAt(c)
  return c.body(await files.stream(found(piece.file_sha256)), 200, {
    ...sandboxed,
    'content-type': found(piece.media_type),
    'content-length': String(found(piece.length)),
    'content-disposition': `attachment; filename="minh-chung"; filename*=UTF-8''${encoded(piece.file_name)}`,
  })
}

/** Made by us, of points alone; a name of its own for every content, so the browser may keep it. */
async function sendPicture(c: WebContext, { files }: EvidencePieces) {
  const { piece } = await pieceAt(c)
  const page = Number(param(c, 'page'))
  const sha256 = found(
    Number.isSafeInteger(page) && page >= 0 && page < 1000 ? await pictureOf(c.var.db, piece, page) : null,
  )
  return c.body(new Uint8Array(await files.get(sha256)), 200, {
    ...sandboxed,
    'content-type': 'image/webp',
    'content-disposition': 'inline; filename="minh-chung.webp"',
    'cache-control': 'private, max-age=3600',
  })
}

const at = [':bloc', ':year', ':evidence'] as const

export const pieceRoutes = (pieces: EvidencePieces): Route[] => [
  get(evidencePaths.piece(...at), 'signed-in', (c) => showPiece(c)),
  get(evidencePaths.file(...at), 'signed-in', (c) => sendFile(c, pieces)),
  get(evidencePaths.picture(...at, ':page'), 'signed-in', (c) => sendPicture(c, pieces)),
  post(evidencePaths.withdrawal(...at), 'signed-in', (c) => withdraw(c, pieces)),
  post(evidencePaths.removal(...at, ':citation'), 'signed-in', (c) => remove(c, pieces)),
  post(evidencePaths.verdict(...at, ':citation'), 'signed-in', judge),
]
