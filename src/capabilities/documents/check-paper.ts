import type { Block, Paper, Proof, SignatureCell } from './paper.ts'
import { RenderError } from './render-error.ts'

/** What the types cannot say, said before printing: the first fault is thrown as bad input with its place. */
export function checkPaper(paper: Paper) {
  demand(isDate(paper.documentDate), `documentDate "${paper.documentDate}"`)
  demand(paper.head.body.length > 0, 'head.body')
  if (paper.proof !== undefined) checkProof(paper.proof)
  checkCells([...(paper.signatures?.cells ?? []), ...(paper.signatures?.closing ?? [])])
  paper.blocks.forEach((block, index) => checkBlock(block, `blocks[${index}]`))
}

function checkProof({ hash, url, checkpoint = '-' }: Proof) {
  demand(/^[0-9a-f]{64}$/u.test(hash), 'proof.hash')
  demand(url.length <= 500, 'proof.url')
  demand(/^[!-~]{1,400}$/u.test(checkpoint), 'proof.checkpoint')
}

function checkBlock(block: Block, path: string) {
  if (block.kind === 'group') block.blocks.forEach((inner, index) => checkBlock(inner, `${path}.blocks[${index}]`))
  if (block.kind === 'picture') demand(block.svg.startsWith('<svg ') && block.alt !== '', path)
  if (block.kind !== 'table') return
  demand(block.columns.length > 0 && block.columns.every(({ width }) => width > 0), `${path}.columns`)
  const odd = block.rows.findIndex((row) => row.length !== block.columns.length)
  demand(odd < 0, `${path}.rows[${odd}]`)
}

/** A cell is never cut, so its words must leave it lower than a page even in three columns. */
const cellLimit = { caption: 400, signer: 120 }

function checkCells(cells: readonly SignatureCell[]) {
  const fields = cells.map(({ field }) => field)
  for (const [index, { field, caption, post = '', signer = '' }] of cells.entries()) {
    demand(fields.indexOf(field) === index, `signatures.field "${field}"`)
    demand(caption.join(' ').length + post.length <= cellLimit.caption, `signatures.caption "${field}"`)
    demand(signer.length <= cellLimit.signer, `signatures.signer "${field}"`)
  }
}

function demand(holds: boolean, detail: string) {
  if (!holds) throw new RenderError({ kind: 'badInput', detail })
}

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${date}T`)
}
