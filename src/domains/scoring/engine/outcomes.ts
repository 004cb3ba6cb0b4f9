import type { Run } from '../formula/run.ts'
import type { Answer, Place } from './giving.ts'
import type { ReadyTable } from './ready-table.ts'

/** What the table says of a unit beside its points. */
export interface Outcomes {
  readonly class: string | null
  readonly titles: readonly string[]
  readonly downgraded: readonly string[]
  /** Facts without which one of them cannot be said. */
  readonly needs: readonly string[]
}

const needsOf = (answer: Answer): readonly string[] => (answer.is === 'missing' ? answer.needs : [])
const holds = (answer: Answer) => answer.is === 'yes_no' && answer.yes
/** Neither yes nor no; what was not assigned holds nobody to anything. */
const isOpen = (answer: Answer) => answer.is !== 'yes_no' && answer.is !== 'not_assigned'

/** Why a unit is not ranked; and what must be known to say so. */
export function disqualified(ready: ReadyTable, place: Place) {
  const answers = ready.disqualify.map((outcome) => ({ ...outcome, answer: outcome.read(place) }))
  const met = answers.filter(({ answer }) => holds(answer))
  return {
    reasons: met.map(({ text }) => text),
    keepsTotal: met.every(({ keepsTotal }) => keepsTotal),
    isOpen: answers.some(({ answer }) => isOpen(answer)),
    needs: answers.flatMap(({ answer }) => needsOf(answer)),
  }
}

/** The first class that holds; none where one above it cannot be said. */
function classOf(ready: ReadyTable, place: Place): { at: number | null; needs: readonly string[] } {
  for (const [at, { read }] of ready.classes.entries()) {
    const answer = read(place)
    if (holds(answer)) return { at, needs: [] }
    if (isOpen(answer)) return { at: null, needs: needsOf(answer) }
  }
  return { at: null, needs: [] }
}

function downgradesOf(ready: ReadyTable, place: Place) {
  const answers = ready.downgrades.map((downgrade) => ({ ...downgrade, answer: downgrade.read(place) }))
  return {
    met: answers.filter(({ answer }) => holds(answer)),
    isOpen: answers.some(({ answer }) => isOpen(answer)),
    needs: answers.flatMap(({ answer }) => needsOf(answer)),
  }
}

/** Not above the class that a downgrade names, and so many classes lower; never below the lowest. */
function lowered(at: number, met: readonly { readonly to: number | null; readonly by: number }[], lowest: number) {
  const notAbove = met.reduce((found, { to }) => Math.max(found, to ?? 0), at)
  return Math.min(lowest, notAbove + met.reduce((sum, { by }) => sum + by, 0))
}

export function outcomesOf(ready: ReadyTable, run: Run, unit: number): Outcomes {
  const place: Place = { unit, max: null, run }
  const [found, downgrades] = [classOf(ready, place), downgradesOf(ready, place)]
  const isSaid = found.at !== null && !downgrades.isOpen
  const at = isSaid && found.at !== null ? lowered(found.at, downgrades.met, ready.classes.length - 1) : null
  const awarded = ready.awarded.map(({ title, requires }) => ({
    title,
    answers: requires.map(({ read }) => read(place)),
  }))
  const open = awarded.flatMap(({ answers }) => (answers.some((one) => one.is === 'yes_no' && !one.yes) ? [] : answers))
  return {
    class: at === null ? null : (ready.classes[at]?.name ?? null),
    titles: awarded.filter(({ answers }) => answers.every(holds)).map(({ title }) => title),
    downgraded: downgrades.met.map(({ text }) => text),
    needs: [...new Set([...found.needs, ...downgrades.needs, ...open.flatMap(needsOf)])],
  }
}
