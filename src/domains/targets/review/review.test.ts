import { beforeAll, describe, expect, test } from 'vitest'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, Forbidden, RuleViolation } from '#platform/errors.ts'
import { morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addClause } from './add-clause.ts'
import { checkReview, citedNumbers } from './check-review.ts'
import { correctFigure } from './correct-figure.ts'
import { freezeReview } from './freeze-review.ts'
import { gatherReview } from './gather-review.ts'
import { clausesOf, reviewById } from './queries.ts'
import { removeClause } from './remove-clause.ts'
import { renewDraft } from './renew-draft.ts'
import { reviewPaper } from './review-document.ts'
import { changedFigures, withFigure, type ReviewClause } from './review.ts'
import { draftReview } from '../review-rules/rules.ts'
import { startReview, startReviewInput } from './start-review.ts'
import { report, tellHalfYear, type Told } from './testing/half-year.ts'
import { writeClause } from './write-clause.ts'

let db: Db

beforeAll(async () => {
  db = (await testDatabase()).db
})

const span = { kind: 'interim', from: '2023-01-01', to: '2023-01-31', datedOn: '2023-02-05', place: 'Nam Định' }

const start = ({ cast }: Told, actor: Actor = cast.an, more: object = {}) =>
  startReview(db, actor, startReviewInput.parse({ blocYear: cast.blocYear, ...span, ...more }), morning)

async function clause(review: string, rule: string, has = ''): Promise<ReviewClause> {
  const one = (await clausesOf(db, review)).find((each) => each.rule === rule && each.text.includes(has))
  if (one === undefined) throw new Error(`no sentence of ${rule}`)
  return one
}

async function drawNow(review: string) {
  const row = await reviewById(db, review)
  return draftReview(await gatherReview(db, await yearById(db, row.bloc_year_id), row))
}

const write = (actor: Actor, one: ReviewClause, text: string) =>
  writeClause(db, actor, { clause: one.id, version: one.version, text }, morning)

describe('a review is drafted by named rules', () => {
  test('each sentence names its rule, its records and the figures in it, with decimal commas', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const clauses = await clausesOf(db, review)
    const each = await clause(review, 'targets.each')
    expect(each.text).toBe(
      'Thu Quỹ “Vì người nghèo”: 56 triệu đồng; đạt 30,1\u00a0% mức phải đạt đến kỳ; kế hoạch cả năm 2.190 triệu đồng.',
    )
    expect(each.sources).toEqual([{ kind: 'target', id: told.target, label: 'Chỉ tiêu QUY', version: 1 }])
    expect(each.figures.map(({ key }) => key)).toEqual(['value', 'percent', 'planned'])
    for (const one of clauses) for (const figure of one.figures) expect(one.text).toContain(figure.text)
    expect(clauses.every((one) => one.rule !== '' && one.sources.length > 0)).toBe(true)
  })

  test('who is behind is named with its share; who reported nothing is not counted as zero', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const behind = (await clausesOf(db, review)).filter((one) => one.rule === 'shortcomings.behind')
    expect(behind.map(({ topic }) => topic)).toEqual([told.cast.units[1]])
    expect(behind[0]?.text).toContain('chậm ở 1 chỉ tiêu')
    expect(behind[0]?.text).toContain('(50\u00a0%)')
    expect((await clause(review, 'direction.reports')).text).toContain('4 báo cáo chưa gửi')
  })

  test('a review of one unit speaks of that unit alone and is its own people’s', async () => {
    const told = await tellHalfYear(db)
    const [unit] = told.cast.units
    const review = await start(told, told.cast.binh, { unit })
    expect((await clause(review, 'targets.each')).text).toContain('40,5 triệu đồng')
    expect((await clausesOf(db, review)).some((one) => one.rule === 'shortcomings.behind')).toBe(false)
    await expect(start(told, told.cast.binh, { unit: told.cast.units[1] })).rejects.toThrow(Forbidden)
  })

  test('only the head drafts the bloc’s, once at a time and within the year', async () => {
    const told = await tellHalfYear(db)
    await expect(start(told, told.cast.binh)).rejects.toThrow(Forbidden)
    await expect(start(told, told.cast.chi)).rejects.toThrow(Forbidden)
    await expect(start(told, told.cast.an, { to: '2024-01-31', datedOn: '2024-02-02' })).rejects.toThrow(
      'review.outsideTheYear',
    )
    await expect(start(told, told.cast.an, { datedOn: '2023-01-15' })).rejects.toThrow('review.datedTooEarly')
    await start(told)
    await expect(start(told)).rejects.toThrow('review.alreadyDrafted')
  })
})

describe('data change while a person writes', () => {
  test('untouched sentences are drawn again, a person’s words stay and their old figure is marked and can be taken', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const own = await clause(review, 'targets.each')
    await write(told.cast.an, own, 'Quỹ thu được 56 triệu đồng, bằng 30,1\u00a0% mức phải đạt.')
    await report(db, told, { period: told.periods[0] ?? '', unit: told.cast.units[2] ?? '', value: '31' })
    const marked = changedFigures(await clause(review, 'targets.each'), await drawNow(review))
    expect(marked.map(({ before, after }) => [before, after])).toEqual([
      ['56 triệu đồng', '87 triệu đồng'],
      ['30,1\u00a0%', '46,8\u00a0%'],
    ])
    const counts = await renewDraft(db, told.cast.an, { review }, morning)
    expect(counts.changed).toBeGreaterThan(0)
    expect((await clause(review, 'direction.reports')).text).toContain('3 báo cáo chưa gửi')
    const kept = await clause(review, 'targets.each')
    expect(kept.text).toContain('Quỹ thu được 56 triệu đồng')
    const take = { review, clause: kept.id, version: kept.version, key: 'value' }
    await correctFigure(db, told.cast.an, take, morning)
    const after = await clause(review, 'targets.each')
    expect(after.text).toBe('Quỹ thu được 87 triệu đồng, bằng 30,1\u00a0% mức phải đạt.')
    expect(changedFigures(after, await drawNow(review)).map(({ key }) => key)).toEqual(['percent'])
    await expect(correctFigure(db, told.cast.binh, take, morning)).rejects.toThrow(Forbidden)
  })

  test('a sentence left out does not come back, and a person’s own goes for good', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const drafted = await clause(review, 'general.span')
    await removeClause(db, told.cast.an, { clause: drafted.id, version: drafted.version }, morning)
    const own = await addClause(db, told.cast.an, { review, section: 'outlook' }, morning)
    await removeClause(db, told.cast.an, { clause: own, version: 1 }, morning)
    await renewDraft(db, told.cast.an, { review }, morning)
    const clauses = await clausesOf(db, review)
    expect(clauses.find((one) => one.id === drafted.id)?.text).toBe('')
    expect(clauses.some((one) => one.id === own)).toBe(false)
  })

  test('of two editors the second is told what stands there now', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const one = await clause(review, 'general.span')
    const both = await Promise.allSettled([write(told.cast.an, one, 'Lời một.'), write(told.cast.an, one, 'Lời hai.')])
    const lost = both.filter((each) => each.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toBeInstanceOf(Conflict)
    await expect(write(told.cast.binh, one, 'Lời ba.')).rejects.toThrow(Forbidden)
  })

  test('a figure is replaced only where it stands whole', () => {
    const change = { key: 'a', label: '', before: '12', after: '15' }
    expect(withFigure('1.125 và 12 mô hình', change)).toBe('1.125 và 15 mô hình')
    expect(withFigure('12,5 triệu, 112', change)).toBeUndefined()
    expect(withFigure('đạt 12.', change)).toBe('đạt 15.')
  })
})

describe('finishing', () => {
  async function seenOf(told: Told, review: string) {
    const row = await reviewById(db, review)
    const clauses = await clausesOf(db, review)
    const data = await gatherReview(db, await yearById(db, row.bloc_year_id), row)
    const paper = reviewPaper(row, { data, clauses, pictures: [] }, { parent: 'Tỉnh Nam Định', signer: 'Khối trưởng' })
    return { paper, versions: new Map(clauses.map(({ id, version }) => [id, version])), findings: 1, told }
  }

  test('keeps the paper with its hash; nothing changes any more', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const seen = await seenOf(told, review)
    const finish = (actor: Actor, isMeant: boolean) => freezeReview(db, actor, { review, isMeant, seen }, morning)
    await expect(finish(told.cast.an, false)).rejects.toThrow('review.notConfirmed')
    await expect(finish(told.cast.binh, true)).rejects.toThrow(Forbidden)
    await finish(told.cast.an, true)
    const row = await reviewById(db, review)
    expect([row.state, row.paper_sha256?.length]).toEqual(['finished', 64])
    const one = await clause(review, 'general.span')
    await expect(write(told.cast.an, one, 'Sửa.')).rejects.toThrow('review.finished')
    await expect(renewDraft(db, told.cast.an, { review }, morning)).rejects.toThrow(RuleViolation)
    await expect(finish(told.cast.an, true)).rejects.toThrow('review.finished')
  })

  test('a sentence that changed after the page was read stops it', async () => {
    const told = await tellHalfYear(db)
    const review = await start(told)
    const seen = await seenOf(told, review)
    await write(told.cast.an, await clause(review, 'general.span'), 'Lời khác.')
    await expect(freezeReview(db, told.cast.an, { review, isMeant: true, seen }, morning)).rejects.toThrow(Conflict)
  })
})

describe('the check of the text', () => {
  const against = {
    legalTexts: new Map([
      [
        '15/2003/QH11',
        { kind: 'Luật', number: '15/2003/QH11', in_force_from: '2004-07-01', in_force_to: '2023-12-31' },
      ],
    ]),
    formerNames: [{ former: 'Ban Thi đua', now: 'Sở Nội vụ' }],
  }
  const read = (text: string, more: Partial<ReviewClause> = {}) =>
    checkReview(
      { dated_on: '2024-01-10' },
      [{ id: 'a', section: 'general', rule: '', text, drafted: '', figures: [], ...more }],
      against,
    ).map(({ doubt }) => doubt)

  test('points out days that cannot be, figures, legal bases and names that the records contradict', () => {
    expect(read('Ngày 31/02/2023')).toEqual(['noSuchDay'])
    expect(read('Ngày 11/01/2024')).toEqual(['afterThePaper'])
    expect(read('từ ngày 30/06/2023 đến ngày 01/01/2023')).toEqual(['endsBeforeItBegins'])
    expect(read('Theo Luật số 15/2003/QH11')).toEqual(['legalTextEnded'])
    expect(read('Theo Nghị định 91/2017/NĐ-CP')).toEqual(['legalTextUnknown'])
    expect(read('Ban Thi đua chủ trì')).toEqual(['formerName'])
    expect(
      read('Thu 60 triệu', { rule: 'x', drafted: 'y', figures: [{ key: 'k', label: 'Thu', text: '56' }] }),
    ).toEqual(['figureDiffers'])
    expect(read('Còn chậm.', { section: 'shortcomings' })).toEqual(['noCause'])
    expect(read('Ngày 05/01/2024, chậm do mưa bão', { section: 'shortcomings' })).toEqual([])
  })

  test('reads the numbers of papers as they are cited', () => {
    expect(citedNumbers('Luật số 06/2022/QH15, Nghị định 98/2023/NĐ-CP; Kế hoạch 53/KH-STNMT ngày 12/03/2023')).toEqual(
      ['06/2022/QH15', '98/2023/NĐ-CP', '53/KH-STNMT'],
    )
  })
})
