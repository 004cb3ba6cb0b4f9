import { describe, expect, test } from 'vitest'
import { scoreLeaf } from './testing/score-leaf.ts'

const relative = { rule: 'relative_to_leader', actual: 'a', target: 't' }
const off = { assigned: false }
const of = (a: unknown, t: unknown, more: object = {}) => ({ facts: { a, t }, ...more })

describe('relative to the leader', () => {
  test('below, met, exceeded and leading, whatever the order of units', () => {
    const units = [of(8, 10), of(10, 10), of(15, 10), of(20, 10)]
    expect(scoreLeaf({ rules: [relative], node: { max: 5 } }, ...units).came).toEqual(['2', '2.5', '3.75', '5'])
    expect(scoreLeaf({ rules: [relative], node: { max: 5 } }, ...units.toReversed()).came).toEqual([
      '5',
      '3.75',
      '2.5',
      '2',
    ])
  })

  test('English tells the same as Vietnamese', () => {
    const { says } = scoreLeaf({ rules: [relative], node: { max: 5 } }, of(8, 10), of(20, 10), of(15, 10))
    expect(says('A', 'en')).toEqual(['8/10 of the target → ½ × 5 × 0.8 = 2.00 points'])
    expect(says('C')).toEqual(['15/10 chỉ tiêu, vượt 50%; dẫn đầu B vượt 100% → ½ × 5 + 50%/100% × ½ × 5 = 3,75 điểm'])
  })

  test('another share for meeting the target, and nothing below it', () => {
    const rule = { ...relative, met: '0.6', below: 'zero' }
    expect(scoreLeaf({ rules: [rule] }, of(9, 10), of(10, 10), of(12, 10), of(14, 10)).came).toEqual([
      '0',
      '6',
      '8',
      '10',
    ])
  })

  test('each group has its own leader', () => {
    const units = [of(15, 10, { group: 'Cụm 1' }), of(20, 10, { group: 'Cụm 2' }), of(15, 10, { group: 'Cụm 2' })]
    expect(scoreLeaf({ rules: [relative] }, ...units).came).toEqual(['10', '10', '7.5'])
  })

  test('a unit without its figure is not compared, and the others say that the leader may change', () => {
    const { came, says } = scoreLeaf({ rules: [relative] }, of(15, 10), of(null, 10), of(12, 10))
    expect(came).toEqual(['10', 'missing', '7'])
    expect(says('A')[0]).toBe('Còn 1 đơn vị trong nhóm chưa có số liệu: đơn vị dẫn đầu có thể thay đổi')
  })

  test('a target of zero asks a person, leads, or is met: as the table says', () => {
    const came = (whenTargetIsZero: string, better = 'more') =>
      scoreLeaf({ rules: [{ ...relative, whenTargetIsZero, better }] }, of(3, 0), of(0, 0), of(12, 10)).came
    expect(came('ask')).toEqual(['asks', 'asks', '10'])
    expect(came('leads')).toEqual(['10', '5', '10'])
    expect(came('met')).toEqual(['5', '5', '10'])
    expect(came('leads', 'less').slice(0, 2)).toEqual(['0', '10'])
    expect(scoreLeaf({ rules: [relative] }, of(3, -1)).came).toEqual(['asks'])
  })

  test('nobody exceeds: nobody leads, unless the table lets those who met', () => {
    expect(scoreLeaf({ rules: [relative] }, of(10, 10), of(5, 10)).came).toEqual(['5', '2.5'])
    const rule = { ...relative, leaderMustExceed: false }
    expect(scoreLeaf({ rules: [rule] }, of(10, 10), of(5, 10)).came).toEqual(['10', '2.5'])
    expect(scoreLeaf({ rules: [rule] }, of(10, 10), of(11, 10)).came).toEqual(['5', '10'])
  })

  test('where less is better the ratios turn round; nothing done is everything', () => {
    const rule = { ...relative, better: 'less' }
    expect(scoreLeaf({ rules: [rule] }, of(0, 10), of(5, 10), of(10, 10), of(20, 10)).came).toEqual([
      '10',
      '7.5',
      '5',
      '2.5',
    ])
  })
})

describe('not assigned', () => {
  test('what was done all the same is measured among those who did, for proportional rules too', () => {
    for (const rule of [relative, { rule: 'proportional', done: 'a', of: 't' }]) {
      const units = [150, 100, 75, 0].map((value) => of({ ...off, value }, off))
      const among = { notAssigned: { butDone: 'among_doers' } }
      expect(scoreLeaf({ rules: [rule], node: among }, ...units).came).toEqual(['10', '6.67', '5', 'not_assigned'])
      expect(scoreLeaf({ rules: [rule] }, ...units).came).toEqual(Array.from({ length: 4 }, () => 'not_assigned'))
    }
  })

  test('those to whom it was assigned neither lead the doers nor follow them', () => {
    const node = { notAssigned: { butDone: 'among_doers' } }
    const units = [of({ ...off, value: 4 }, off), of(500, 100), of({ ...off, value: 2 }, off)]
    expect(scoreLeaf({ rules: [relative], node }, ...units).came).toEqual(['10', '10', '5'])
  })
})

describe('proportional', () => {
  const rule = { rule: 'proportional', done: 'a', of: 't' }
  test('cut at the whole, or counted on; nothing under a share; never below zero', () => {
    expect(scoreLeaf({ rules: [rule] }, of(45, 60), of(66, 60), of(-5, 60), of(0, 60)).came).toEqual([
      '7.5',
      '10',
      '0',
      '0',
    ])
    expect(scoreLeaf({ rules: [{ ...rule, over: 'counts' }] }, of(66, 60)).came).toEqual(['11'])
    expect(scoreLeaf({ rules: [{ ...rule, nothingBelow: 0.5 }] }, of(29, 60), of(30, 60)).came).toEqual(['0', '5'])
    expect(scoreLeaf({ rules: [{ ...rule, better: 'less' }] }, of(3, 1.5), of(0, 1.5), of(1, 0)).came).toEqual([
      '5',
      '10',
      '0',
    ])
    expect(scoreLeaf({ rules: [rule] }, of(5, 0), of(5, -1)).came).toEqual(['asks', 'asks'])
  })
})

describe('points by rank', () => {
  const rule = { rule: 'points_by_rank', of: 'x', points: [60, 45, 30], beyond: 5 }
  const marks = (one: number, other: number) => ({ x: { marks: { a: one, b: other } } })

  test('equal units share the best place, or the average of the places they fill', () => {
    const units = [{ x: 9 }, { x: 7 }, { x: 9 }, { x: 1 }, { x: 0 }]
    expect(scoreLeaf({ rules: [rule] }, ...units).came).toEqual(['60', '30', '60', '5', '5'])
    expect(scoreLeaf({ rules: [{ ...rule, ties: 'average' }] }, ...units).came).toEqual([
      '52.5',
      '30',
      '52.5',
      '5',
      '5',
    ])
    expect(scoreLeaf({ rules: [{ ...rule, better: 'less' }] }, ...units).came).toEqual(['5', '30', '5', '45', '60'])
  })

  test('marks are averaged and ranked, or ranked and averaged', () => {
    const units = [marks(10, 2), marks(7, 7), marks(6, 3)]
    expect(scoreLeaf({ rules: [rule] }, ...units).came).toEqual(['45', '60', '30'])
    const each = scoreLeaf({ rules: [{ ...rule, assessors: 'rank_then_average' }] }, ...units)
    expect(each.came).toEqual(['45', '52.5', '37.5'])
    expect(each.says('A')).toEqual([
      'a: xếp thứ 1 → 60,00 điểm',
      'b: xếp thứ 3 → 30,00 điểm',
      'Bình quân 2 đơn vị chấm: 45',
    ])
  })

  test('who has no figure has no place, and takes none from the others', () => {
    const { came, says } = scoreLeaf({ rules: [rule] }, { x: 9 }, {}, { x: 5 }, { x: { marks: {} } })
    expect(came).toEqual(['60', 'missing', '45', 'not_marked'])
    expect(says('C')).toContain('Còn 2 đơn vị trong nhóm chưa có số liệu: thứ hạng có thể thay đổi')
  })
})
