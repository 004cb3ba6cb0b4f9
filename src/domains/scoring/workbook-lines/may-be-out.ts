import type { Draft } from './draft.ts'
import { valueOfFact } from './fact-value.ts'
import type { Line } from './line.ts'

/** Lines that a line's formula reads, for any unit. */
function readBy(line: Line): Line[] {
  const formula = typeof line.holds === 'function' ? [] : line.holds
  return formula.flatMap((piece) =>
    typeof piece === 'object' && 'line' in piece && piece.span === 'own' ? [piece.line] : [],
  )
}

/** Whether some unit's cell on this line may say that it was not assigned: a fact of this workbook does. */
export function mayBeOut(draft: Draft, line: Line): boolean {
  const known = draft.outs.get(line)
  if (known !== undefined) return known
  // A line does not rest on itself.
  draft.outs.set(line, false)
  const source = draft.sources.get(line)
  const found =
    line.grid === 'facts'
      ? draft.units.some(({ facts }) => !valueOfFact(facts[line.code]).isAssigned)
      : source !== undefined
        ? mayBeOut(draft, source)
        : readBy(line).some((one) => mayBeOut(draft, one))
  draft.outs.set(line, found)
  return found
}
