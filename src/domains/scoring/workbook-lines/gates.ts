import { wordsOf } from './draft.ts'
import { addStep } from './draft.ts'
import { plainText } from './sum.ts'
import { f, quoted, type Formula, type Line } from './line.ts'
import { toldOf } from './criterion-lines.ts'
import { cellOf } from '../workbook-rules/reading.ts'
import { readFormula, readingAt, type Workshop } from './workshop.ts'

/** What a closed criterion gives: nothing but a word, no points, or all of its base points. */
const outcome = { zero: '2', full: '3' } as const

interface Closing {
  readonly cell: Line
  readonly is: 'assigned' | 'exempt'
  readonly gives: Formula
}

function closingsOf(shop: Workshop, index: number): Closing[] {
  const { ready, draft } = shop
  const criterion = ready.criteria[index]
  const { standing } = wordsOf(draft)
  return (criterion?.gates ?? []).flatMap((gate) => {
    const cell = gateCell(shop, gate)
    if (cell === null || criterion === undefined) return []
    const { whenNotAssigned } = criterion
    const gives = gate.is === 'assigned' ? whenNotAssigned : (ready.criteria[gate.criterion]?.whenExempt ?? 'out')
    const word = quoted(gate.is === 'assigned' ? standing.notAssigned : standing.exempt)
    return [{ cell, is: gate.is, gives: gives === 'out' ? [word] : [outcome[gives]] }]
  })
}

const formulaOf = (node: Workshop['nodes'][number], is: 'assigned' | 'exempt') =>
  is === 'assigned' ? node?.assigned : node?.exempt?.when

/** What one gate says, in a cell of its own that all criteria under it read. */
function gateCell(
  shop: Workshop,
  gate: { readonly is: 'assigned' | 'exempt'; readonly criterion: number },
): Line | null {
  const { draft, nodes } = shop
  const node = nodes[gate.criterion]
  const { standing } = wordsOf(draft)
  const formula = formulaOf(node, gate.is)
  const word = gate.is === 'assigned' ? standing.notAssigned : standing.exempt
  if (node === undefined || formula === undefined) return null
  const key = `gate ${gate.criterion} ${gate.is}`
  const at = readingAt(shop, toldOf(draft, node, word), null)
  const line = draft.known.get(key) ?? cellOf(at, readFormula(at, formula)).needs[0]
  if (line === undefined || !('grid' in line)) return null
  draft.known.set(key, line)
  return line
}

/** Whether a criterion is for a unit: 1, else what closes it; null where it is for all. */
export function gateLine(shop: Workshop, index: number): Line | null {
  const { draft } = shop
  const closings = closingsOf(shop, index)
  const node = shop.nodes[index]
  if (closings.length === 0 || node === undefined) return null
  const key = `open ${closings.map(({ cell, gives }) => `${cell.place} ${plainText(gives)}`).join(' ')}`
  const known = draft.known.get(key)
  if (known !== undefined) return known
  const t = wordsOf(draft)
  const { notAssigned } = t.standing
  const value = closings.reduceRight<Formula>(
    (rest, { cell, is, gives }) => {
      const closes = is === 'assigned' ? f`OR(${cell}=0,${cell}=${quoted(notAssigned)})` : f`${cell}=1`
      const passes = is === 'assigned' ? f`ISTEXT(${cell})` : f`AND(ISTEXT(${cell}),${cell}<>${quoted(notAssigned)})`
      return f`IF(${closes},${gives},IF(${passes},${cell},${rest}))`
    },
    ['1'],
  )
  const line = addStep(draft, { ...toldOf(draft, node, t.isFor), shows: 'count' }, value)
  draft.known.set(key, line)
  return line
}

/** Points behind a gate: what is closed gives all, nothing, or only the word. */
export function behind(gate: Line | null, value: Formula, full: Formula): Formula {
  if (gate === null) return value
  return f`IF(ISTEXT(${gate}),${gate},IF(${gate}=${outcome.full},${full},IF(${gate}=${outcome.zero},0,${value})))`
}
