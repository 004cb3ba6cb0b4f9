import { expect, test } from 'vitest'
import { storyMembers } from './story.ts'

const party = (unit: string) => ({
  unit,
  name: `Tên ${unit} ngày ký`,
  office: null,
  field: unit,
  signer: { name: '', post: '', mandate: '', document: '' },
})
const present = (unit: string) => ({ unit, full_name: `Tên ${unit} nay`, office: null, from_on: '2023-07-01' })

test('before an agreement the members are those of today', () => {
  expect(storyMembers(null, [present('a')], []).map(({ name }) => name)).toEqual(['Tên a nay'])
})

test('a member that ended within the year stays to be seen, with its last day', () => {
  const ended = [{ unit_id: 'b', to_on: '2025-06-30', name: 'UBND huyện' }]
  const members = storyMembers(null, [present('a')], ended)
  expect(members.map(({ name, leftOn }) => [name, leftOn])).toEqual([
    ['Tên a nay', null],
    ['UBND huyện', '2025-06-30'],
  ])
})

test('the signed past keeps its names; who left and who came since is said', () => {
  const ended = [{ unit_id: 'b', to_on: '2023-06-30' }]
  const members = storyMembers([party('a'), party('b')], [present('a'), present('c')], ended)
  expect(members.map(({ name, leftOn, joinedOn }) => [name, leftOn, joinedOn])).toEqual([
    ['Tên a ngày ký', null, null],
    ['Tên b ngày ký', '2023-06-30', null],
    ['Tên c nay', null, '2023-07-01'],
  ])
})

test('a unit that left and came back is a member', () => {
  const ended = [{ unit_id: 'a', to_on: '2023-03-31' }]
  expect(storyMembers([party('a')], [present('a')], ended)[0]?.leftOn).toBeNull()
})
