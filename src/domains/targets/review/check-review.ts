import { forceOn, type LegalText } from '#domains/law/legal-text.ts'
import { writtenDay } from '../review-rules/say.ts'
import type { Review, ReviewClause } from './review.ts'

export type ReviewDoubt =
  | 'noSuchDay'
  | 'afterThePaper'
  | 'endsBeforeItBegins'
  | 'figureDiffers'
  | 'legalTextEnded'
  | 'legalTextUnknown'
  | 'formerName'
  | 'noCause'

/** What a reader should look at once more: where, why, and the words or record that disagree. */
export interface ReviewFinding {
  clause: string | null
  doubt: ReviewDoubt
  found: string
  expected: string
}

export interface CheckedAgainst {
  /** By the number as it stands in the text. */
  legalTexts: ReadonlyMap<string, Pick<LegalText, 'kind' | 'number' | 'in_force_from' | 'in_force_to'> | undefined>
  formerNames: readonly { former: string; now: string }[]
}

type Clause = Pick<ReviewClause, 'id' | 'section' | 'text' | 'rule' | 'figures' | 'drafted'>

const days = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/gu
const spans = /từ(?: ngày)? (\d{1,2})\/(\d{1,2})\/(\d{4}) đến(?: hết)?(?: ngày)? (\d{1,2})\/(\d{1,2})\/(\d{4})/giu
const numbers = /(?<![\d/])\d{1,4}(?:\/\d{4})?\/(?:[A-ZĐƯ]{2,}|QH\d+)(?:-[A-ZĐƯ]+\d*)*(?![A-ZĐƯ\d])/gu

/** Numbers of legal texts as papers cite them: "152/2025/NĐ-CP". */
export const citedNumbers = (text: string): string[] => [...new Set(text.match(numbers) ?? [])]

const iso = (day = '', month = '', year = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

type Found = Omit<ReviewFinding, 'clause'>

function datesOf(text: string, datedOn: string): Found[] {
  const single = [...text.matchAll(days)].flatMap(([found, ...parts]): Found[] => {
    const day = iso(...parts)
    if (!isDay(day)) return [{ doubt: 'noSuchDay', found, expected: '' }]
    return day > datedOn ? [{ doubt: 'afterThePaper', found, expected: writtenDay(datedOn) }] : []
  })
  const turned = [...text.matchAll(spans)].flatMap(([found, a, b, c, d, e, f]): Found[] =>
    iso(d, e, f) < iso(a, b, c) ? [{ doubt: 'endsBeforeItBegins', found, expected: '' }] : [],
  )
  return [...single, ...turned]
}

/** A figure of the records that the words of a person no longer hold. */
function figuresOf({ text, drafted, figures }: Clause): Found[] {
  if (text === drafted || text === '') return []
  return figures
    .filter((figure) => !text.includes(figure.text))
    .map(({ label, text: expected }) => ({ doubt: 'figureDiffers', found: label, expected }))
}

function lawOf(text: string, { legalTexts }: CheckedAgainst, datedOn: string): Found[] {
  return citedNumbers(text).flatMap((found): Found[] => {
    const known = legalTexts.get(found)
    if (known === undefined) return [{ doubt: 'legalTextUnknown', found, expected: '' }]
    const isOver = forceOn(known, datedOn) === 'ended'
    return isOver ? [{ doubt: 'legalTextEnded', found, expected: writtenDay(known.in_force_to ?? '') }] : []
  })
}

const namesOf = (text: string, { formerNames }: CheckedAgainst): Found[] =>
  formerNames
    .filter(({ former, now }) => text.includes(former) && !text.includes(now))
    .map(({ former, now }) => ({ doubt: 'formerName', found: former, expected: now }))

/** Rules of reading, no judgement of style: each finding names what stands there and what the records say. */
export function checkReview(
  review: Pick<Review, 'dated_on'>,
  clauses: readonly Clause[],
  against: CheckedAgainst,
): ReviewFinding[] {
  const inClauses = clauses.flatMap((clause) =>
    [
      ...datesOf(clause.text, review.dated_on),
      ...figuresOf(clause),
      ...lawOf(clause.text, against, review.dated_on),
      ...namesOf(clause.text, against),
    ].map((finding) => ({ ...finding, clause: clause.id })),
  )
  const shortcomings = clauses.filter(({ section, text }) => section === 'shortcomings' && text !== '')
  const lacksCause =
    shortcomings.length > 0 && !shortcomings.some(({ text }) => /nguyên nhân|lý do|\bdo\b/iu.test(text))
  return [...inClauses, ...(lacksCause ? [{ clause: null, doubt: 'noCause', found: '', expected: '' } as const] : [])]
}
