import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Draft, Read, Span } from './draft.ts'
import { readAgreement } from './read-agreement.ts'

type Expected = {
  kind: Draft['kind']
  bloc: string | null
  year: string | null
  signing_date: string | null
  members: string[]
  head: string | null
  deputy: string | null
  theme: string | null
  movements: { title: string; to?: number }[]
  /** How many; where clauses are cut is a matter of taste, so one more or less passes. */
  commitments: number
  witness?: string
  doubts?: string[]
}

const fixtures = new URL('./fixtures/', import.meta.url)
const names = readdirSync(fixtures)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace('.txt', ''))

const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, fixtures), 'utf8')
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, fixtures), 'utf8'))

const valueOf = <T>(read: Read<T> | null) => (read === null ? null : read.value)
const dashless = (text: string | null) => text?.replace(/\s*[–—‑-]\s*/gu, ' - ') ?? null

function judged(draft: Draft) {
  return {
    kind: draft.kind,
    bloc: dashless(valueOf(draft.bloc)),
    year: valueOf(draft.year),
    signing_date: valueOf(draft.signing_date),
    members: draft.members.map(({ name }) => dashless(name.value)),
    head: dashless(valueOf(draft.head)),
    deputy: dashless(valueOf(draft.deputy)),
    theme: dashless(valueOf(draft.theme)),
    movements: draft.movements.map(({ title, to }) => ({ title: dashless(title.value), to })),
  }
}

function wanted(expected: Expected) {
  const { kind, year, signing_date: signingDate } = expected
  return {
    kind,
    bloc: dashless(expected.bloc),
    year,
    signing_date: signingDate,
    members: expected.members.map(dashless),
    head: dashless(expected.head),
    deputy: dashless(expected.deputy),
    theme: dashless(expected.theme),
    movements: expected.movements.map(({ title, to }) => ({ title: dashless(title), to: to ?? null })),
  }
}

function spansOf(draft: Draft): Span[] {
  const found: Span[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('span' in value && Array.isArray(value.span)) found.push(value.span as unknown as Span)
    Object.values(value).forEach(visit)
  }
  visit(draft)
  return found
}

describe.each(names)('the article %s', (name) => {
  const expected = expectedOf(name)
  const text = textOf(name)
  const draft = readAgreement(text)

  test('gives every judged field', () => {
    expect(judged(draft)).toEqual(wanted(expected))
    expect(Math.abs(draft.commitments.length - expected.commitments)).toBeLessThanOrEqual(1)
    expect(valueOf(draft.witness)).toBe(expected.witness ?? valueOf(draft.witness))
  })

  test('raises the doubts it should, each in both languages', () => {
    expect(draft.doubts.map(({ code }) => code)).toEqual(expect.arrayContaining(expected.doubts ?? []))
    expect(draft.doubts.every(({ message }) => message.vi !== '' && message.en !== '')).toBe(true)
  })

  test('reads the same when typed in combining marks, with Windows line ends or hard blanks', () => {
    expect(readAgreement(text.normalize('NFD'))).toEqual(draft)
    expect(judged(readAgreement(text.replaceAll('\n', '\r\n')))).toEqual(judged(draft))
    expect(judged(readAgreement(text.replaceAll(' năm ', '\u00a0năm\u00a0')))).toEqual(judged(draft))
  })

  test('has spans that lie in the text and cover what was read', () => {
    const nfc = text.normalize('NFC')
    expect(spansOf(draft).every(([start, end]) => start >= 0 && start < end && end <= nfc.length)).toBe(true)
    const literal = [draft.bloc, draft.theme, ...draft.movements.map(({ title }) => title), ...draft.commitments]
    const reads = literal.filter((read) => read !== null)
    expect(reads.map(({ span }) => nfc.slice(...span).replace(/\s+/gu, ' '))).toEqual(reads.map(({ value }) => value))
  })
})

test('a text about something else gives an empty draft and one doubt that says so', () => {
  const draft = readAgreement('Sáng nay, giá lúa ở đồng bằng tăng nhẹ. Nông dân phấn khởi.')
  expect(draft).toMatchObject({ kind: 'other', bloc: null, year: null, members: [], movements: [], commitments: [] })
  expect(draft.doubts.map(({ code, field }) => [code, field])).toEqual([['not_agreement', 'kind']])
})

test('an empty text is no agreement', () => {
  expect(readAgreement('').kind).toBe('other')
})

test('a slip in a slogan is kept, and its correction offered', () => {
  const { theme, doubts } = readAgreement(
    'Ngày 5/3/2024, Khối thi đua Y tế tỉnh ký kết giao ước thi đua năm 2024 với chủ đề “Tận tâm, kip thời, trách nhiệm”.',
  )
  expect(theme?.value).toBe('Tận tâm, kip thời, trách nhiệm')
  expect(doubts.find(({ code }) => code === 'misspelt')?.message.vi).toBe("'kip' có thể là 'kịp'")
})

test('lines broken by a PDF in mid-sentence are joined again', () => {
  const words = textOf('cum-xa-phuong').replace(/[^\n]{60,}/gu, (line) => line.replace(/(.{50,70}) /gu, '$1\n'))
  expect(judged(readAgreement(words))).toEqual(judged(readAgreement(textOf('cum-xa-phuong'))))
})

test('two days of meeting give no date, and a doubt that says why', () => {
  const draft = readAgreement(textOf('khoi-bao-chi'))
  expect(draft.signing_date).toBeNull()
  expect(draft.doubts.map(({ code }) => code)).toContain('date_of_several_days')
})
