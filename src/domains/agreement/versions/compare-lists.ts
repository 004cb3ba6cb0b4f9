/** What became of one line of a list; places count from 1. */
export type LineChange =
  | { kind: 'same' | 'moved'; text: string; from: number; to: number }
  | { kind: 'changed'; older: string; newer: string; from: number; to: number }
  | { kind: 'removed'; text: string; from: number }
  | { kind: 'added'; text: string; to: number }

/** Lines that share at least this part of their words are one line that was rewritten, not one gone and one new. */
const alike = 0.4

const wordsOf = (text: string) => new Set(text.toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? [])

/** How much of their words two lines share, from 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const shared = [...left].filter((word) => right.has(word)).length
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size)
}

type Pairs = Map<number, number>

/** The same words found again, wherever they stand now; of several equal lines each is found once. */
function pairEqual(older: readonly string[], newer: readonly string[]): Pairs {
  const pairs: Pairs = new Map()
  const taken = new Set<number>()
  for (const [from, text] of older.entries()) {
    const to = newer.findIndex((line, index) => line === text && !taken.has(index))
    if (to < 0) continue
    taken.add(to)
    pairs.set(from, to)
  }
  return pairs
}

/** Of the lines left, those most alike first. */
function pairAlike(older: readonly string[], newer: readonly string[], equal: Pairs): Pairs {
  const taken = new Set(equal.values())
  const left = [...older.keys()].filter((from) => !equal.has(from))
  const free = [...newer.keys()].filter((to) => !taken.has(to))
  const ranked = left
    .flatMap((from) => free.map((to) => ({ from, to, score: likeness(older[from] ?? '', newer[to] ?? '') })))
    .filter(({ score }) => score >= alike)
    .toSorted((one, other) => other.score - one.score || one.from - other.from || one.to - other.to)
  const pairs: Pairs = new Map()
  const used = new Set<number>()
  for (const { from, to } of ranked) {
    if (pairs.has(from) || used.has(to)) continue
    pairs.set(from, to)
    used.add(to)
  }
  return pairs
}

/** The longest run of places that rises: the lines that kept their order; the others were moved. */
function keptOrder(places: readonly number[]): Set<number> {
  const best: number[][] = []
  for (const place of places) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < place)
    const longest = before.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
    best.push([...longest, place])
  }
  return new Set(best.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []))
}

/** Compares two lists of lines; answers in the order of the newer one, what is gone after what stood before it. */
export function compareLists(older: readonly string[], newer: readonly string[]): LineChange[] {
  const equal = pairEqual(older, newer)
  const rewritten = pairAlike(older, newer, equal)
  const inOrder = keptOrder([...equal.values()])
  const origin = new Map([...equal, ...rewritten].map(([from, to]) => [to, from] as const))
  const changes = newer.map((text, to): LineChange => {
    const from = origin.get(to)
    if (from === undefined) return { kind: 'added', text, to: to + 1 }
    if (rewritten.has(from))
      return { kind: 'changed', older: older[from] ?? '', newer: text, from: from + 1, to: to + 1 }
    return { kind: inOrder.has(to) ? 'same' : 'moved', text, from: from + 1, to: to + 1 }
  })
  const gone = [...older.keys()].filter((from) => !equal.has(from) && !rewritten.has(from))
  for (const from of gone.toReversed()) {
    const before = changes.findLastIndex((change) => 'from' in change && change.from <= from)
    changes.splice(before + 1, 0, { kind: 'removed', text: older[from] ?? '', from: from + 1 })
  }
  return changes
}
