/** How many opinions one topic, place or group has; keys are told apart, names stand elsewhere. */
export interface Count {
  key: string
  count: number
}

/**
 * A breakdown as it may be told: what stands there is at least the threshold, and so is what is left over (`rest`), so
 * that no difference of any of its figures speaks of fewer. What is not named is in `rest`; with `rest` 0 there is none.
 */
export interface Told {
  shown: readonly Count[]
  rest: number
}

const byCount = (one: Count, other: Count) => other.count - one.count || (one.key < other.key ? -1 : 1)
const sum = (counts: readonly Count[]) => counts.reduce((total, { count }) => total + count, 0)

/** Whether the hidden counts betray one of themselves: too few together, or all of them just under the threshold. */
function isBetrayed(hidden: readonly Count[], least: number): boolean {
  const left = sum(hidden)
  return left > 0 && (left < least || hidden.every(({ count }) => count === least - 1))
}

/**
 * Hides every count under the threshold, and then the smallest of the others, all that are alike at once, until none
 * can be had by subtraction. Which of the hidden is which stays open even to who knows this rule: it treats equal
 * counts alike, so that they may be exchanged, and where all are equal one may be more and another less.
 */
export function withhold(counts: readonly Count[], least: number): Told {
  const sorted = counts.toSorted(byCount)
  let shown = sorted.filter(({ count }) => count >= least)
  let hidden = sorted.filter(({ count }) => count < least)
  while (isBetrayed(hidden, least) && shown.length > 0) {
    const smallest = shown.at(-1)?.count
    hidden = [...hidden, ...shown.filter(({ count }) => count === smallest)]
    shown = shown.filter(({ count }) => count !== smallest)
  }
  return { shown, rest: sum(hidden) }
}

/** A total alone: nothing when it speaks of fewer than the threshold, though of somebody. */
export const toldTotal = (total: number, least: number): number | null => (total > 0 && total < least ? null : total)

/** Rounded down to whole thresholds, for a span that may overlap what is told elsewhere; nothing below the first. */
export const atLeast = (total: number, least: number): number | null =>
  total < least ? null : Math.floor(total / least) * least
