import type { ReadDoubt } from '../tables/read-doubt.ts'
import { followsLetter, type Mark, type MarkStyle } from './numbering.ts'
import { hasPoints, type SheetRow } from './sheet-rows.ts'
import { readTier } from './read-tier.ts'

/** A row in its place. */
export interface ReadNode extends SheetRow {
  mark: Mark | undefined
  children: ReadNode[]
}

type Doubt = Omit<ReadDoubt, 'code' | 'values'> & { values?: Record<string, string> }

const bullets: readonly MarkStyle[] = ['dash', 'plus']
const letters: readonly MarkStyle[] = ['upper', 'lower']
const firsts: Readonly<Record<MarkStyle, number>> = {
  part: 1,
  roman: 1,
  upper: 97,
  arabic: 1,
  lower: 97,
  dash: 1,
  plus: 1,
  dotted: 1,
  path: 0,
}

function follows(before: Mark, mark: Mark): boolean {
  if (before.style !== mark.style) return false
  if (bullets.includes(mark.style)) return true
  if (letters.includes(mark.style)) return followsLetter(before.code.toLowerCase(), mark.code.toLowerCase())
  return mark.value === before.value + 1 && before.under === mark.under
}

/** Follows rows from above to below; the way from the last section down to the last row says where the next one goes. */
class TreeBuilder {
  readonly sections: ReadNode[] = []
  readonly doubts: Doubt[] = []
  #way: ReadNode[] = []

  add(row: SheetRow): void {
    const mark = this.#meant(row.marks)
    if (row.wasDay) this.#doubt(row, 'codeWasDay', { code: mark?.code ?? '' })
    const node: ReadNode = { ...row, mark, children: [] }
    if (mark === undefined) this.#addBare(node)
    else this.#put(node, mark.under === undefined ? this.#depthOf(mark, row) : this.#depthUnder(mark, mark.under, row))
  }

  #doubt({ row }: SheetRow, says: string, values: Record<string, string> = {}): void {
    this.doubts.push({ says, row, values })
  }

  /** Of several meanings the one that goes on with a count that is open, else the one that begins one. */
  #meant(marks: readonly Mark[]): Mark | undefined {
    const goesOn = marks.find((mark) => this.#way.some((node) => node.mark !== undefined && follows(node.mark, mark)))
    return goesOn ?? marks.find((mark) => mark.value === firsts[mark.style]) ?? marks[0]
  }

  #put(node: ReadNode, depth: number): void {
    const parent = this.#way[depth - 1]
    ;(parent?.children ?? this.sections).push(node)
    this.#way = [...this.#way.slice(0, depth), node]
  }

  /** A simple number: beside the one that it follows, deeper when it begins a count. */
  #depthOf(mark: Mark, row: SheetRow): number {
    const next = this.#way.findLastIndex((node) => node.mark !== undefined && follows(node.mark, mark))
    if (next !== -1) return next
    if (mark.value === firsts[mark.style]) return this.#depthOfFirst(mark)
    const alike = this.#way.findLastIndex((node) => node.mark?.style === mark.style)
    this.#doubt(row, alike === -1 ? 'levelUnclear' : 'numberSkips', { code: mark.code })
    return alike === -1 ? this.#way.length : alike
  }

  /** "Phần thứ hai" after parts, "I" after I, 1, a: a count that stands at the top begins again at the top. */
  #depthOfFirst({ style }: Mark): number {
    return style === 'part' ? 0 : this.#way.length
  }

  /** "1.2" stands under "1", "I.1.a" under "I.1". */
  #depthUnder(mark: Mark, under: string, row: SheetRow): number {
    const isIt = (node: ReadNode) => node.mark?.code === under
    const parent = this.#way.findLastIndex(isIt)
    if (parent !== -1) return parent + 1
    const sibling = this.#way.findLastIndex((node) => node.mark?.style === mark.style && node.mark.under === under)
    if (sibling !== -1) return sibling
    const alike = this.#way.findLastIndex((node) => node.mark?.style === mark.style)
    const isFirst = mark.style === 'path' && this.#way.length <= 1
    if (!isFirst) this.#doubt(row, 'levelUnclear', { code: mark.code })
    return alike === -1 ? this.#way.length : alike
  }

  /** A row without a number: a tier of the row above, words that go on, or something nobody can place. */
  #addBare(node: ReadNode): void {
    const isTier = readTier(node.text, node.max?.amount) !== undefined
    const above = this.#way.findLastIndex(({ mark }) => mark !== undefined)
    if (above === -1 || (!isTier && isHeading(node.text))) return this.#addSection(node)
    if (!isTier && !hasPoints(node)) return this.#join(node)
    if (!isTier) this.#doubt(node, 'levelUnclear', { code: node.text.slice(0, 40) })
    this.#put(node, above + 1)
  }

  #join(node: ReadNode): void {
    const to = this.#way.at(-1)
    if (to !== undefined) to.text = `${to.text}\n${node.text}`
    this.#doubt(node, 'joined', { text: node.text.slice(0, 80) })
  }

  #addSection(node: ReadNode): void {
    this.#doubt(node, 'noNumber', { text: node.text.slice(0, 80) })
    this.#put(node, 0)
  }
}

/** "CÁC TIÊU CHÍ THƯỞNG": words in capitals across the sheet head a section. */
const isHeading = (text: string) => text.length > 5 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)

export function buildTree(rows: readonly SheetRow[]): { sections: ReadNode[]; doubts: Doubt[] } {
  const builder = new TreeBuilder()
  for (const row of rows) builder.add(row)
  return { sections: builder.sections, doubts: builder.doubts }
}
