import { doubtsOf } from './doubts-of.ts'
import { clauseMark, headingOf, itemOf, pointMark, type Mark } from './heading-marks.ts'
import { isHeading, textOf, type Provision, type ReadDraft, type ReadingDoubt } from './provision.ts'
import { quotedLines } from './quoted-lines.ts'

interface Block {
  mark: Mark
  lines: string[]
}

const tidy = (line: string) => line.replace(/[\s\u00a0]+/gu, ' ').trim()

/** Whose line it is that ends a text: who signs it, and to whom it is sent. */
const ending = /^(?:Nơi nhận\s*:|TM\.\s|KT\.\s|T\/M\s|(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN)(?:\s|$))/u

const startsMark = (line: string) => clauseMark.test(line) || pointMark.test(line)
const isCapital = (line: string) => line === line.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(line)

/** A line that begins in small letters and with no mark goes on from the line before, as text taken from a PDF does. */
function joined(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const goesOn = last !== undefined && /^\p{Ll}/u.test(line) && !startsMark(line) && !/[.;:]$/u.test(last)
    if (goesOn) whole[whole.length - 1] = `${last} ${line}`
    else whole.push(line)
  }
  return whole
}

const ends = (line: string) => /[.;:]$/u.test(line)

/** Headings stand in capitals; without a title of their own, the next line is it in any case. */
function linesOfHeading({ title }: Mark, lines: readonly string[]): number {
  const other = lines.findIndex((line) => !isCapital(line))
  const capitals = other === -1 ? lines.length : other
  return title === '' ? Math.max(capitals, Math.min(lines.length, 1)) : capitals
}

/** How many of the lines after a mark belong to its title. */
function titleLines(mark: Mark, lines: readonly string[]): number {
  const [first] = lines
  if (isHeading(mark)) return linesOfHeading(mark, lines)
  if (first === undefined || startsMark(first)) return 0
  const isTitle = first.length <= 200 && !ends(first)
  const goesOn = /^\p{Ll}/u.test(first) && !ends(mark.title)
  return (mark.title === '' ? isTitle : goesOn) ? 1 : 0
}

function provisionOf({ mark, lines }: Block): Provision {
  const whole = joined(lines)
  const ofTitle = titleLines(mark, whole)
  const end = mark.kind === 'appendix' ? -1 : whole.findIndex((line) => ending.test(line))
  const body = whole.slice(ofTitle, end === -1 ? undefined : Math.max(end, ofTitle))
  return {
    kind: mark.kind,
    number: mark.number,
    title: [mark.title, ...whole.slice(0, ofTitle)].filter((part) => part !== '').join(' '),
    body: body.join('\n'),
  }
}

/** Lines under the heading before them; what stands before the first is the preamble. */
function blocksOf(lines: readonly string[], markOf: (line: string, index: number) => Mark | undefined) {
  const preamble: string[] = []
  const blocks: Block[] = []
  for (const [index, line] of lines.entries()) {
    const mark = markOf(line, index)
    if (mark === undefined) (blocks.at(-1)?.lines ?? preamble).push(line)
    else blocks.push({ mark, lines: [] })
  }
  return { preamble, blocks }
}

function whole(lines: readonly string[]): ReadDraft {
  const provisions: Provision[] = [{ kind: 'whole', number: '', title: '', body: joined(lines).join('\n') }]
  return { preamble: '', provisions, doubts: [{ kind: 'noArticles', index: 0, found: '', expected: '' }] }
}

/**
 * Reads a draft law or policy by rules into Phần, Chương, Mục, Điều and their clauses. A plan without articles is divided
 * by its Roman numbers; a text without either is one provision, which is said. Nothing is left out but the signatures.
 */
export function readProvisions(text: string): ReadDraft {
  const lines = text.normalize('NFC').split('\n').map(tidy).filter(Boolean)
  const { quoted, isUnclosed } = quotedLines(lines)
  const divide = (markOf: (line: string) => Mark | undefined) =>
    blocksOf(lines, (line, index) => (quoted.has(index) ? undefined : markOf(line)))
  const asLaw = divide(headingOf)
  const isLaw = asLaw.blocks.some(({ mark }) => mark.kind === 'article')
  const { preamble, blocks } = isLaw ? asLaw : divide((line) => itemOf(line) ?? headingOf(line))
  const provisions = blocks.map(provisionOf)
  if (provisions.every(isHeading)) return whole(lines)
  const unclosed: ReadingDoubt[] = isUnclosed ? [{ kind: 'unclosedQuote', index: 0, found: '', expected: '' }] : []
  return { preamble: joined(preamble).join('\n'), provisions, doubts: [...unclosed, ...doubtsOf(provisions)] }
}

/** How much there is to comment on. */
export const countCommentable = (provisions: readonly Provision[]) =>
  provisions.filter((provision) => !isHeading(provision) && textOf(provision) !== '').length
