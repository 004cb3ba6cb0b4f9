import { array, assert, integer, nat, pre, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeast, toldTotal, withhold, type Count } from './withhold.ts'

const counted = (counts: readonly number[]): Count[] => counts.map((count, index) => ({ key: `${index}`, count }))

/** Every list of so many counts up to a most. */
function* lists(length: number, most: number): Generator<number[]> {
  if (length === 0) yield []
  else for (const head of lists(length - 1, most)) for (let last = 0; last <= most; last += 1) yield [...head, last]
}

/** What a reader who knows the rule sees; counts that give the same sight cannot be told apart. */
function sightOf(counts: readonly number[], least: number): string {
  const total = toldTotal(
    counts.reduce((sum, count) => sum + count, 0),
    least,
  )
  return JSON.stringify(total === null ? { total } : { total, ...withhold(counted(counts), least) })
}

describe('nothing under the threshold can be had', () => {
  const some = array(nat({ max: 60 }), { maxLength: 14 })
  const threshold = integer({ min: 5, max: 12 })

  test('each figure, and each difference of figures, speaks of nobody or of enough', () => {
    assert(
      property(some, threshold, (counts, least) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        pre(toldTotal(total, least) !== null)
        const { shown, rest } = withhold(counted(counts), least)
        expect(shown.every(({ count }) => count >= least)).toBe(true)
        expect(rest === 0 || rest >= least).toBe(true)
        expect(shown.reduce((sum, { count }) => sum + count, rest)).toBe(total)
      }),
    )
  })

  test('what is told does not depend on the order of what was counted', () => {
    assert(
      property(some, threshold, integer(), (counts, least, seed) => {
        const all = counted(counts)
        const mixed = all.toSorted((one, other) => ((Number(one.key) * seed) % 7) - ((Number(other.key) * seed) % 7))
        expect(withhold(mixed, least)).toEqual(withhold(all, least))
      }),
    )
  })

  // By brute force: all lists that look alike to a reader who knows the rule, and for each hidden count two values.
  test.each([
    { least: 5, length: 3, most: 13 },
    { least: 5, length: 4, most: 9 },
    { least: 5, length: 5, most: 6 },
  ])('a hidden count stays open even to who knows the rule: $length counts up to $most', ({ least, length, most }) => {
    const alike = new Map<string, { rest: number; values: Set<number>[] }>()
    for (const counts of lists(length, most)) {
      const told = withhold(counted(counts), least)
      const sight = sightOf(counts, least)
      const seen = alike.get(sight) ?? { rest: told.rest, values: counts.map(() => new Set<number>()) }
      for (const [index, count] of counts.entries()) seen.values[index]?.add(count)
      alike.set(sight, seen)
    }
    // Beyond `most` lists are missing here, and with them their likes.
    const whole = [...alike].filter(([, { rest }]) => rest > 0 && rest <= most)
    const told = (sight: string) => new Set((JSON.parse(sight) as { shown?: Count[] }).shown?.map(({ key }) => key))
    const betrayed = whole.flatMap(([sight, { values }]) =>
      values.flatMap((set, index) => (set.size < 2 && !told(sight).has(`${index}`) ? [`${sight} → ${index}`] : [])),
    )
    expect(whole.length).toBeGreaterThan(0)
    expect(betrayed).toEqual([])
  })
})

test('one small count takes the smallest other with it; a total under the threshold is not told, zero is', () => {
  expect(withhold(counted([40, 2, 9, 6]), 5)).toEqual({
    shown: [
      { key: '0', count: 40 },
      { key: '2', count: 9 },
    ],
    rest: 8,
  })
  // Three and four would both be four: the next one goes too.
  expect(withhold(counted([4, 4, 20, 30]), 5)).toEqual({ shown: [{ key: '3', count: 30 }], rest: 28 })
  expect(withhold(counted([7, 0, 5]), 5)).toMatchObject({ rest: 0 })
  expect([toldTotal(0, 5), toldTotal(4, 5), toldTotal(5, 5)]).toEqual([0, null, 5])
  expect([atLeast(4, 5), atLeast(14, 5), atLeast(15, 5)]).toEqual([null, 10, 15])
})
