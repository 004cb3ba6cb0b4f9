import { closedBases, flatClauses, runsOf } from './block-text.ts'
import { checkPaper } from './check-paper.ts'
import { normalise } from './normalise.ts'
import type { Block, Paper } from './paper.ts'
import { profiles } from './profiles.ts'
import { qrSvg } from './qr.ts'
import { words } from './words.ts'

/** What the template reads: the paper with its profile and labels filled in, every text as runs. */
export function paperInput(given: Paper) {
  const paper = normalise(given)
  checkPaper(paper)
  return {
    ...paper,
    profile: profiles[paper.profile],
    labels: labels(paper),
    blocks: paper.blocks.map(templateBlock),
    qr: paper.proof === undefined ? undefined : qrSvg(paper.proof.url),
  }
}

function labels({ language, proof }: Paper) {
  const { representative, post, recipients, code, hash, checkAt, checkpoint, qrCode } = words(language)
  return { representative, post, recipients, code, hash, checkAt, checkpoint, qrCode: qrCode(proof?.url ?? '') }
}

function templateBlock(block: Block): object {
  if (block.kind === 'bases') return { ...block, lines: closedBases(block.lines) }
  if (block.kind === 'paragraph') return { ...block, text: runsOf(block.text) }
  if (block.kind === 'clauses') return { ...block, clauses: flatClauses(block.clauses) }
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(runsOf)) }
  if (block.kind === 'group') return { ...block, blocks: block.blocks.map(templateBlock) }
  return block
}
