import { createHash } from 'node:crypto'
import { found } from '#platform/errors.ts'
import { describeReport } from '../report/describe-report.ts'
import type { PdfVerification } from '../report/report.ts'
import { verifyPdf } from '../verify-pdf.ts'
import { words } from '../report/words.ts'
import { attackList } from './attack-list.ts'
import type { AttackedPaper, NamedAttack } from './attack-list.ts'
import { makeHouse, now, signInTurn } from './signers.ts'

/** One attack, made afresh, and what we say of it. */
export interface AttackRow {
  readonly group: string
  readonly name: string
  readonly pdf: Uint8Array
  readonly report: PdfVerification
  readonly ours: string
}

const notAttacked: readonly NamedAttack[] = [
  { group: 'No attack', name: 'our paper with six signatures', make: async ({ revisions }) => found(revisions[6]) },
]

export const cutOff = 'The eighth: the last signature cut off'

const eighth: readonly NamedAttack[] = [
  { group: cutOff, name: 'the file alone', make: async ({ revisions }) => found(revisions[5]) },
  { group: cutOff, name: 'beside the revisions we keep', make: async ({ revisions }) => found(revisions[5]) },
]

export async function makeAttackTable(): Promise<AttackRow[]> {
  const house = await makeHouse()
  const paper = { house, revisions: await signInTurn(house, 6) }
  const rows: AttackRow[] = []
  for (const attack of [...notAttacked, ...attackList, ...eighth]) rows.push(await rowOf(paper, attack))
  return rows
}

async function rowOf(paper: AttackedPaper, attack: NamedAttack): Promise<AttackRow> {
  const { group, name } = attack
  const pdf = await attack.make(paper)
  const options = { trust: [paper.house.root], at: new Date(now.getTime() + 3_600_000) }
  const isKept = group === cutOff && name.includes('we keep')
  const report = await verifyPdf(pdf, isKept ? { ...options, knownRevisions: kept(paper) } : options)
  return { group, name, pdf, report, ours: answerOf(report) }
}

const kept = ({ revisions }: AttackedPaper) =>
  revisions.map((bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length }))

/** The verdict, and the first thing found; numbers of objects change with the program that printed the paper. */
function answerOf(report: PdfVerification): string {
  const { sentences, signatures } = describeReport(report, 'en')
  const { label } = words('en')
  const details = signatures.flatMap(({ facts }) => facts.filter((fact) => fact.label === label.details))
  const [said] = details.map(({ value }) => value.replace(/ \(object \d+\)/g, ''))
  if ('problem' in report) return `refused: ${sentences[0]}`
  return `${report.verdict}: ${said ?? sentences.slice(1, -1).join(' ')}`
}
