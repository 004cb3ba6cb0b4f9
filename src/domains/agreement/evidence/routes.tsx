import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { agreementOf } from '../year-of.ts'
import { evidencePaper } from './evidence-document.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { EvidencePage } from './pages/evidence-page.tsx'
import { words } from './words.ts'

export interface EvidencePieces {
  files: FileStore
  renderer: Pick<Renderer, 'renderPdf'>
  checkUrl: (code: string) => string
}

async function evidenceAt(c: WebContext, { files }: EvidencePieces) {
  const { year, agreement, at } = await agreementOf(c)
  found(agreement.document_id)
  return { year, at, evidence: await gatherEvidence(c.var.db, files, agreement, c.var.now) }
}

async function showEvidence(c: WebContext, pieces: EvidencePieces) {
  const { year, at, evidence } = await evidenceAt(c, pieces)
  return c.render(<EvidencePage bloc={at[0]} year={at[1]} blocName={year.bloc.name} evidence={evidence} />, {
    title: words(c.var.locale).heading,
    shell: 'workspace',
    blocYear: year.id,
    help: 'kiem-tra-van-ban',
  })
}

async function sendEvidence(c: WebContext, pieces: EvidencePieces) {
  const { at, evidence } = await evidenceAt(c, pieces)
  const paper = evidencePaper({ evidence, now: c.var.now, url: pieces.checkUrl(evidence.code) })
  const { pdf } = await pieces.renderer.renderPdf(paper)
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="chung-cu-${at[0]}-${at[1]}.pdf"`,
    'cache-control': 'private, no-store',
  })
}

const at = [':bloc', ':year'] as const

export const evidenceRoutes = (pieces: EvidencePieces): Route[] => [
  get(paths.evidence(...at), 'signed-in', (c) => showEvidence(c, pieces)),
  get(paths.evidencePaper(...at), 'signed-in', (c) => sendEvidence(c, pieces)),
]
