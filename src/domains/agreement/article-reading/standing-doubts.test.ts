import { expect, test } from 'vitest'
import { emptyDraft, type Draft, type Span } from '../reading/draft.ts'
import { correctDraft, withoutRow } from './correct-draft.ts'
import { keepDraft } from './kept-draft.ts'
import { standingDoubts, takeOffer } from './standing-doubts.ts'

const source = 'Các đơn vị phản ánh kip thời ý kiến; gửi báo cáo đúng hạn.'
const spanOf = (words: string): Span => [source.indexOf(words), source.indexOf(words) + words.length]
const message = { vi: 'một điều', en: 'a thing' }

const draft = keepDraft({
  ...emptyDraft,
  kind: 'signing',
  commitments: [{ value: 'phản ánh kip thời ý kiến', span: spanOf('phản ánh kip thời ý kiến') }],
  doubts: [
    { field: 'commitments', span: spanOf('kip'), code: 'misspelt', message },
    { field: 'text', span: spanOf('hạn.'), code: 'cut_short', message },
  ],
} satisfies Draft)

const given = (text: string) => ({ commitments: { r0: text }, movements: {} })
const codes = (kept: typeof draft) => standingDoubts(kept, source).map((one) => one.doubt.code)

test('a misspelt word offers what it may stand for, at its field', () => {
  const [first] = standingDoubts(draft, source)
  expect(first?.field).toBe('commitments.r0')
  expect(first?.offers).toContain('kịp')
})

test('an offer that is taken mends the word, keeps the span and ends the doubt', () => {
  const offer = standingDoubts(draft, source)[0]?.offers.indexOf('kịp') ?? -1
  const mended = takeOffer(draft, source, { doubt: 0, offer })
  expect(mended.commitments[0]).toEqual({
    ...draft.commitments[0],
    value: 'phản ánh kịp thời ý kiến',
  })
  expect(codes(mended)).toEqual(['cut_short'])
  expect(takeOffer(mended, source, { doubt: 0, offer })).toEqual(mended)
})

test('a word mended by hand, or a row taken out, is in doubt no longer', () => {
  expect(codes(correctDraft(draft, given('phản ánh kịp thời ý kiến')))).toEqual(['cut_short'])
  expect(codes(withoutRow(draft, 'commitments', 'r0'))).toEqual(['cut_short'])
  expect(codes(correctDraft(draft, given('phản ánh kip thời, đầy đủ')))).toEqual(['misspelt', 'cut_short'])
})

test('a doubt about the whole text belongs to no field', () => {
  expect(standingDoubts(draft, source)[1]?.field).toBeNull()
})

test('a row that was typed after someone took it out comes back without a span', () => {
  const without = withoutRow(draft, 'commitments', 'r0')
  expect(correctDraft(without, given('còn đây')).commitments).toEqual([{ id: 'r0', value: 'còn đây', span: null }])
})
