import { expect, test } from 'vitest'
import { levellingSigns, type CrossGiven, type Levelled } from './levelling.ts'
import type { RankedUnit } from './result.ts'

const unit = (name: string, total: string, given: Partial<RankedUnit> = {}): RankedUnit => ({
  unit: name,
  name,
  state: 'complete',
  total,
  bonus: '0',
  penalty: '0',
  max: '100',
  percent: total,
  rank: null,
  class: null,
  titles: [],
  disqualified: [],
  needs: [],
  tables: [],
  ...given,
})

const measures = { nearTie: '0.5', jumpPercent: '10', mutualPercent: '5' }
const signs = (units: RankedUnit[], more: Partial<Levelled> = {}) =>
  levellingSigns({ units, measures, before: new Map(), given: [], ...more })

test('all units alike is told as such, some alike as equal, close ones as neighbours', () => {
  expect(signs([unit('a', '95'), unit('b', '95')])).toEqual([{ kind: 'allEqual', units: ['a', 'b'], points: '95' }])
  expect(signs([unit('a', '95'), unit('b', '95'), unit('c', '94.75'), unit('d', '94.25')])).toEqual([
    { kind: 'equal', units: ['a', 'b'], points: '95' },
    { kind: 'nearTie', units: ['b', 'c'], apart: '0.25' },
  ])
})

test('a unit without a result is compared with nobody', () => {
  expect(signs([unit('a', '95'), unit('b', '95', { state: 'incomplete' })])).toEqual([])
})

test('several units with everything are told', () => {
  expect(signs([unit('a', '100'), unit('b', '102'), unit('c', '90')])).toContainEqual({
    kind: 'full',
    units: ['a', 'b'],
  })
})

test('a jump against the year before is told from the measure on, up or down', () => {
  const before = new Map([
    ['a', '80'],
    ['b', '99.9'],
    ['c', '70.01'],
  ])
  expect(signs([unit('a', '90'), unit('b', '89'), unit('c', '80')], { before }).map((sign) => sign.units)).toEqual([
    ['a'],
    ['b'],
  ])
})

test('two units that raised each other above what others gave are told, once; one alone is not', () => {
  const gave = (assessor: string, assessed: string, percent: string): CrossGiven => ({ assessor, assessed, percent })
  const given = [
    gave('a', 'b', '99'),
    gave('b', 'a', '98'),
    ...['c', 'd'].flatMap((other) => [gave(other, 'a', '90'), gave(other, 'b', '91'), gave('a', other, '98')]),
    gave('c', 'd', '97'),
    gave('b', 'c', '80'),
    gave('b', 'd', '80'),
  ]
  expect(signs([], { given })).toEqual([{ kind: 'mutual', units: ['a', 'b'], above: '8' }])
  expect(signs([], { given: given.filter(({ assessor }) => assessor !== 'd') })).toEqual([])
})
