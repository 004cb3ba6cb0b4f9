import { expect, test } from 'vitest'
import { countRoll, quorumOf, readShare, votesThere, type OnRoll } from './quorum.ts'

const day = new Date('2023-02-23T14:00:00+07:00')
const rule = (share: string) => ({ share, source: 'Quy chế', isConfirmed: true })

const voter = (attendance: OnRoll['attendance'], more: Partial<OnRoll> = {}): OnRoll => ({
  has_vote: true,
  removed_at: null,
  asked_in_writing_at: null,
  attendance,
  ...more,
})

test('who is absent and neither represented nor asked in writing has no vote', () => {
  const roll = [
    voter('present'),
    voter('proxy'),
    voter('absent'),
    voter(null),
    voter('absent', { asked_in_writing_at: day }),
    voter('present', { has_vote: false }),
    voter('present', { removed_at: day }),
  ]
  const count = countRoll(roll)
  expect(count).toEqual({ voters: 5, present: 1, proxies: 1, inWriting: 1, without: 2 })
  expect(votesThere(count)).toBe(3)
})

test('a quorum is counted by whole people, of those who are there or represented', () => {
  const seven = (there: number) => Array.from({ length: 7 }, (_one, at) => voter(at < there ? 'present' : 'absent'))
  expect(quorumOf(seven(4), rule('2/3'))).toMatchObject({ needed: 5, isReached: false })
  expect(quorumOf(seven(5), rule('2/3'))).toMatchObject({ needed: 5, isReached: true })
  expect(quorumOf(seven(3), rule('1/2'))).toMatchObject({ needed: 4, isReached: false })
})

test('without a rule, or with nobody to count, nothing is said of a quorum', () => {
  expect(quorumOf([voter('present')], undefined)).toMatchObject({ needed: undefined, isReached: undefined })
  expect(quorumOf([], rule('2/3')).isReached).toBeUndefined()
  expect(['3/2', '0/3', '2/0', '66 %'].map(readShare)).toEqual([undefined, undefined, undefined, undefined])
})
