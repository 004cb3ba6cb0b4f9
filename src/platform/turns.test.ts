import { expect, test } from 'vitest'
import { openTurns } from './turns.ts'

test('only so many work at once, the others in their order, and one too many hears so', async () => {
  const turns = openTurns({ atOnce: 2, mostWaiting: 2 })
  const gates = [1, 2, 3, 4].map(() => Promise.withResolvers<void>())
  const started: number[] = []
  const taken = gates.map(({ promise }, index) =>
    turns.take(async () => {
      started.push(index)
      await promise
      return index
    }),
  )
  expect(await turns.take(async () => 'late')).toBe('busy')
  expect(started).toEqual([0, 1])
  gates[1]?.resolve()
  expect(await taken[1]).toBe(1)
  for (const { resolve } of gates) resolve()
  expect(await Promise.all(taken)).toEqual([0, 1, 2, 3])
  expect(started).toEqual([0, 1, 2, 3])
})

test('work that fails gives its turn on', async () => {
  const turns = openTurns({ atOnce: 1, mostWaiting: 1 })
  const failing = turns.take(() => Promise.reject(new Error('no')))
  const next = turns.take(async () => 'next')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('next')
})
