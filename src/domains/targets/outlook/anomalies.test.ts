import { expect, test } from 'vitest'
import { anomaliesOf, type Compared } from './anomalies.ts'

const compared = (given: Partial<Compared>): Compared => ({
  target: { measure: 'count', accumulation: 'flow' },
  typed: '100',
  fromSubUnits: null,
  fromShorter: null,
  last: null,
  ...given,
})
const kinds = (given: Partial<Compared>) => anomaliesOf(compared(given)).map(({ kind }) => kind)

test('a typed figure that is not what the sub-units reported together is shown beside it', () => {
  expect(anomaliesOf(compared({ fromSubUnits: '98' }))).toEqual([
    { kind: 'differsFromSubUnits', typed: '100', other: '98' },
  ])
  expect(kinds({ fromSubUnits: '100.00' })).toEqual([])
})

test('a quarter that is not its three months is shown', () => {
  expect(kinds({ fromShorter: '90' })).toEqual(['differsFromShorter'])
  expect(kinds({ fromShorter: null })).toEqual([])
})

test('three times as much or a third is a jump; a share jumps by thirty points', () => {
  expect(kinds({ last: '33' })).toEqual(['jump'])
  expect(kinds({ last: '300' })).toEqual(['jump'])
  expect(kinds({ last: '34' })).toEqual([])
  const share = { measure: 'percent', accumulation: 'level' } as const
  expect(kinds({ target: share, typed: '60', last: '90' })).toEqual(['jump'])
  expect(kinds({ target: share, typed: '61', last: '90' })).toEqual([])
})

test('a running total and a beginning from nothing are no jumps', () => {
  expect(kinds({ target: { measure: 'count', accumulation: 'running' }, last: '10' })).toEqual([])
  expect(kinds({ last: '0' })).toEqual([])
})

test('what is missing is compared with nothing', () => {
  expect(kinds({ typed: null, fromSubUnits: '98', last: '1' })).toEqual([])
})
