import type { TargetDraft } from '#domains/targets/cards/target-draft.ts'
import { usualDraft } from '#domains/targets/cards/target-draft.ts'
import type { TargetDirection, TargetMeasure } from '#domains/targets/target.ts'
import { readValue, type Measured } from '#domains/targets/value.ts'
import type { Clause } from '../agreement.ts'

/** What a reader of the clause must decide for themselves. */
export const promiseDoubts = ['noNumber', 'severalNumbers', 'noDirection', 'oneUnit', 'shortened'] as const
export type PromiseDoubt = (typeof promiseDoubts)[number]

/** What a clause promises, as far as its words say. */
export interface PromisedTarget {
  draft: Omit<TargetDraft, 'code'>
  /** The unit that alone promises it; all of them where it is empty. */
  unit: string
  doubts: readonly PromiseDoubt[]
}

interface Amount {
  measure: TargetMeasure
  unit: string
  text: string
  at: number
}

const number = String.raw`(?<number>\d+(?:[.,]\d+)*)`
const percent = new RegExp(String.raw`(?<![\p{L}\d/])${number}\s*%`, 'giu')
const money = new RegExp(String.raw`(?<![\p{L}\d/])${number}\s*(?<word>tỷ|triệu)(?: đồng)?(?!\p{L})`, 'giu')
const day = /(?<number>(?<!\d)\d{1,2}\/\d{1,2}\/\d{4})/gu
/** What is counted: one to three words after the number, as far as they belong to it. */
const count = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?<number>\d+(?:\.\d{3})*(?:,\d+)?)\s+(?<word>\p{Ll}+(?: \p{Ll}+){0,2})`,
  'gu',
)
const notCounted = /^(?:trở|đến|trong|và|của|cho|ở|tại|theo|là|năm (?:qua|trước|sau|nay))(?!\p{L})/u
const endsUnit =
  /\s(?:mới|trở|được|trong|và|của|cho|ở|tại|theo|là|về|để|có|tham|hoàn|đạt|thuộc|trên|mỗi|so|nghèo)(?!\p{L}).*$/u
const yearBefore = /(?:năm|giai đoạn|\d{4}\s*[-–])\s*$/iu

const amounts = (text: string, pattern: RegExp, measure: TargetMeasure): Amount[] =>
  [...text.matchAll(pattern)].map((match) => {
    const { number: found = '', word = '' } = match.groups ?? {}
    return { measure, unit: word, text: measure === 'money' ? `${found} ${word}` : found, at: match.index }
  })

function counted(text: string): Amount[] {
  return amounts(text, count, 'count')
    .filter(({ at, unit }) => !yearBefore.test(text.slice(0, at)) && !notCounted.test(unit))
    .filter(({ unit }) => !/^(?:triệu|tỷ|đồng)/u.test(unit))
    .map((amount) => ({ ...amount, unit: amount.unit.replace(endsUnit, '') }))
}

/** All that a text says in numbers, the most telling first. */
function amountsOf(text: string): Amount[] {
  const plain = text.replace(/(?<!\d\/)\d{1,2}\/\d{4}/gu, '')
  const days = amounts(text, day, 'day')
  return [...amounts(plain, percent, 'percent'), ...amounts(plain, money, 'money'), ...counted(plain), ...days]
}

const atLeast = /trở lên|ít nhất|tối thiểu|trên|từ|vượt|tăng|không dưới|không thấp hơn/u
const atMost = /trở xuống|không quá|tối đa|dưới|giảm (?:còn|xuống)|ít hơn/u

function directionOf(text: string): TargetDirection | undefined {
  const bare = text.replace(/không dưới/gu, 'ít nhất').replace(/không quá|không vượt quá/gu, 'tối đa')
  if (atMost.test(bare)) return 'less'
  return atLeast.test(bare) ? 'more' : undefined
}

const mostName = 300
const nameOf = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,:]+$/u, '')
    .trim()

/** The plan that the clause's details say, else what stands in its words. */
const spokenOf = ({ text, details }: Pick<Clause, 'text' | 'details'>) => {
  // "từ 60 trở lên", counted in "hội viên": the number takes its measure along.
  const plan = (details['plan'] ?? '').replace(/\d+(?:[.,]\d+)*(?![\d%])/u, `$& ${details['measure'] ?? ''}`)
  return amountsOf(plan).length > 0 ? plan : text
}

function plannedOf({ measure, text, unit }: Amount): string | null {
  const measured: Measured = { measure, measure_unit: unit, classes: [] }
  const read = readValue(text, measured)
  return read.ok ? read.value : null
}

/** A clause without a number can still be kept or not. */
const withoutNumber = (name: string): PromisedTarget['draft'] => ({
  ...usualDraft('yes_no'),
  name,
  planned: '1',
})

function withNumber(name: string, amount: Amount, direction: TargetDirection | undefined): PromisedTarget['draft'] {
  const usual = usualDraft(amount.measure)
  return {
    ...usual,
    name,
    measureUnit: amount.measure === 'count' ? amount.unit : '',
    direction: amount.measure === 'day' ? 'less' : (direction ?? usual.direction),
    planned: plannedOf(amount),
  }
}

interface Found {
  amounts: readonly Amount[]
  direction: TargetDirection | undefined
  unit: string
  isShortened: boolean
}

const asks: Readonly<Record<PromiseDoubt, (found: Found) => boolean>> = {
  noNumber: ({ amounts: all }) => all.length === 0,
  severalNumbers: ({ amounts: all }) => all.length > 1,
  noDirection: ({ amounts: [first], direction }) =>
    first !== undefined && first.measure !== 'day' && direction === undefined,
  oneUnit: ({ unit }) => unit !== '',
  shortened: ({ isShortened }) => isShortened,
}

/** Reads a clause as a target: measure, plan and direction where its words say so, and what is doubtful. */
export function readPromise(clause: Pick<Clause, 'text' | 'details'>): PromisedTarget {
  const whole = nameOf(clause.text)
  const name = whole.slice(0, mostName).trim()
  const unit = clause.details['unit'] ?? ''
  const spoken = spokenOf(clause)
  const found = amountsOf(spoken)
  const [amount] = found
  const direction = directionOf(spoken)
  const facts: Found = { amounts: found, direction, unit, isShortened: name.length < whole.length }
  const draft = amount === undefined ? withoutNumber(name) : withNumber(name, amount, direction)
  return { draft, unit, doubts: promiseDoubts.filter((doubt) => asks[doubt](facts)) }
}
