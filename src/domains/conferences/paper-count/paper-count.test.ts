import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { freezePieces, memoryFiles, testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { rollOf } from '../attendance/queries.ts'
import { holdConference } from '../minutes/testing/minutes.ts'
import { countPaperVotes, countPaperVotesInput } from './count-paper-votes.ts'
import { faultsOf, readNominees } from './paper-count.ts'
import { countPaths } from './paths.ts'
import { countsOf } from './queries.ts'
import { paperCountRoutes } from './routes.tsx'

test('every sum of a count agrees, and a line that is none is not guessed at', () => {
  const count = {
    issued: 6,
    returned: 6,
    valid: 5,
    invalid: 1,
    nominees: [{ name: 'A', votesFor: 4, votesAgainst: 1 }],
  }
  expect(faultsOf(count)).toEqual([])
  expect(faultsOf({ ...count, issued: 5 })).toEqual(['moreReturned'])
  expect(faultsOf({ ...count, valid: 4 })).toEqual(['validAndInvalid', 'nomineeSum'])
  expect(faultsOf({ ...count, nominees: [] })).toEqual(['noNominee'])
  expect(readNominees('Hội Nông dân tỉnh; 5; 1\n\nTỉnh Đoàn | 0 | 6')).toEqual([
    { name: 'Hội Nông dân tỉnh', votesFor: 5, votesAgainst: 1 },
    { name: 'Tỉnh Đoàn', votesFor: 0, votesAgainst: 6 },
  ])
  expect(readNominees('Hội Nông dân tỉnh: năm phiếu')).toBeUndefined()
})

test('three tellers of different units who are there count, never the chair; the page shows it and prints their minutes', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [, secretary] = cast.leaders
  if (!secretary) throw new Error('the cast has six leaders')
  const { conference } = await holdConference(db, cast, { chair: cast.an, secretary, state: 'opened' })
  const people = (await rollOf(db, conference)).map(({ id }) => id)
  const [first, second, third, chair] = people
  const sums = { issued: '6', returned: '6', valid: '5', invalid: '1', nominees: 'Tỉnh Đoàn; 4; 1' }
  const typed = { title: 'Suy tôn', teller1: first, teller2: second, teller3: third, ...sums }
  const input = (more: object = {}) => countPaperVotesInput.parse({ conference, ...typed, ...more })
  await expect(countPaperVotes(db, cast.binh, input(), morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(countPaperVotes(db, secretary, input({ teller3: chair }), morning)).rejects.toMatchObject({
    key: 'paperCount.chairCounts',
  })
  await expect(countPaperVotes(db, secretary, input({ teller3: first }), morning)).rejects.toMatchObject({
    key: 'paperCount.sameUnit',
  })
  await expect(countPaperVotes(db, secretary, input({ issued: '7' }), morning)).rejects.toMatchObject({
    key: 'paperCount.tooMany',
  })
  const web = openTestWeb(db, paperCountRoutes({ ...freezePieces(memoryFiles()), renderer: testRenderer() }))
  const at = [cast.blocSlug, '2023', conference] as const
  const wrong = await web.as(secretary).post(countPaths.list(...at), { ...typed, valid: '4' } as Record<string, string>)
  expect([wrong.status, wrong.text.includes('chưa bằng số phiếu thu về')]).toEqual([422, true])
  expect((await web.as(secretary).post(countPaths.list(...at), typed as Record<string, string>)).status).toBe(303)
  const [count] = await countsOf(db, conference)
  expect(count?.tellers).toHaveLength(3)
  const paper = await web.as(cast.binh).get(countPaths.paper(...at, count?.id ?? ''))
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})
