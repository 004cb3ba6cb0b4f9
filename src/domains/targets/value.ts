import type { Target } from './target.ts'

/**
 * A value is decimal text in the measure's own terms: 85 for 85 %, million đồng, yes = 1 and no = 0, a class by its
 * place (1 is the lowest), a day as days since 1970-01-01. Missing is null, and never zero.
 */
export type Value = string | null

export type Measured = Pick<Target, 'measure' | 'measure_unit' | 'classes'>

export const valueFaults = ['notANumber', 'negative', 'tooLong', 'notYesNo', 'notAClass', 'notADay'] as const
export type ValueFault = (typeof valueFaults)[number]

export type ReadValue = { ok: true; value: Value } | { ok: false; fault: ValueFault }

const taken = (value: Value): ReadValue => ({ ok: true, value })
const refused = (fault: ValueFault): ReadValue => ({ ok: false, fault })

const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/\s+/gu, ' ').trim()

/** "1.234,5", "1 234,5", "1,234.5" and "0.9" as people type them; a dot before three digits parts thousands. */
function plainNumber(text: string): string | null {
  const bare = text.replace('\u2212', '-').replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/gu, '')
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  if (/^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+|(?<=,\d{3},\d{3}))$/u.test(bare)) return bare.replaceAll(',', '')
  return /^-?\d+(?:[.,]\d+)?$/u.test(bare) ? bare.replace(',', '.') : null
}

/** Without zeros that say nothing, so that equal values are equal texts. */
export function normalNumber(text: string): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/u.exec(text) ?? []
  const size = `${whole === '' ? '0' : whole}${part === '' ? '' : `.${part}`}`
  return size === '0' ? '0' : `${sign}${size}`
}

const [mostWhole, mostPart] = [15, 6]

function isTooLong(number: string): boolean {
  const [whole = '', part = ''] = number.replace('-', '').split('.')
  return whole.length > mostWhole || part.length > mostPart
}

const moneyWords = /^(?<number>.*?)\s*(?<word>trieu dong|trieu|tr\.?d|tr|ty dong|ty|dong|d|vnd)?$/u

/** How many places the point moves to make million đồng of what a word says. */
const movedBy: Readonly<Record<string, number>> = { 'ty dong': 3, ty: 3, dong: -6, d: -6, vnd: -6 }

function movePoint(number: string, places: number): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(number) ?? []
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${part}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

function readMoney(text: string): string | null {
  const { number = '', word = '' } = moneyWords.exec(folded(text))?.groups ?? {}
  const plain = plainNumber(number)
  return plain === null ? null : movePoint(plain, movedBy[word] ?? 0)
}

function readCount(text: string, unit: string): string | null {
  const [typed, counted] = [folded(text), folded(unit)]
  return plainNumber(counted !== '' && typed.endsWith(counted) ? typed.slice(0, -counted.length).trim() : typed)
}

function readNumber(text: string, target: Measured): string | null {
  if (target.measure === 'money') return readMoney(text)
  if (target.measure === 'percent') return plainNumber(text.replace(/\s*%$/u, ''))
  return readCount(text, target.measure_unit)
}

function numberValue(text: string, target: Measured): ReadValue {
  const number = readNumber(text, target)
  if (number === null) return refused('notANumber')
  const value = normalNumber(number)
  if (isTooLong(value)) return refused('tooLong')
  // Growth and balances fall below zero; what is counted cannot.
  return target.measure === 'count' && value.startsWith('-') ? refused('negative') : taken(value)
}

const yes = ['x', 'v', '✓', '✔', 'co', 'yes', 'y', 'true', '1', 'dat', 'roi', 'da co']
const no = ['khong', 'ko', 'no', 'n', 'false', '0', 'chua', 'khong dat', 'chua dat', 'khong co', 'chua co']

function yesNoValue(text: string): ReadValue {
  const word = folded(text)
  if (yes.includes(word)) return taken('1')
  return no.includes(word) ? taken('0') : refused('notYesNo')
}

function classValue(text: string, classes: readonly string[]): ReadValue {
  const place = classes.findIndex((name) => folded(name) === folded(text))
  return place === -1 ? refused('notAClass') : taken(String(place + 1))
}

const aDay = 86_400_000
const writtenDay = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/u
const isoDay = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u

/** '2023-12-31' → the number of days since 1970-01-01, as text. */
export const dayNumber = (day: string) => String(Date.parse(`${day}T00:00:00Z`) / aDay)

/** The day of such a number, 'YYYY-MM-DD'. */
export const dayOfNumber = (value: string) => new Date(Number(value) * aDay).toISOString().slice(0, 10)

/** The same text when the calendar has such a day. */
function realDay(iso: string): string | null {
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso ? iso : null
}

function dayValue(text: string): ReadValue {
  const { day = '', month = '', year = '' } = (writtenDay.exec(text) ?? isoDay.exec(text))?.groups ?? {}
  const real = realDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return real === null ? refused('notADay') : taken(dayNumber(real))
}

/** What a person typed or pasted, as a value of this target; an empty text is a missing value. */
export function readValue(text: string, target: Measured): ReadValue {
  const typed = text.normalize('NFC').trim()
  if (typed === '') return taken(null)
  if (target.measure === 'yes_no') return yesNoValue(typed)
  if (target.measure === 'class') return classValue(typed, target.classes)
  return target.measure === 'day' ? dayValue(typed) : numberValue(typed, target)
}

type Language = 'vi' | 'en'

const marks = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const
const yesNo = { vi: ['Không', 'Có'], en: ['No', 'Yes'] } as const

/** "1234.5" → "1.234,5", digit for digit. */
export function writeNumber(value: string, language: Language = 'vi'): string {
  const [whole = '', part] = normalNumber(value).split('.')
  const { group, point } = marks[language]
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, group)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}

const written: Readonly<Record<Measured['measure'], (value: string, target: Measured, language: Language) => string>> =
  {
    count: (value, _target, language) => writeNumber(value, language),
    money: (value, _target, language) => writeNumber(value, language),
    percent: (value, _target, language) => `${writeNumber(value, language)}\u00a0%`,
    yes_no: (value, _target, language) => yesNo[language][normalNumber(value) === '1' ? 1 : 0],
    class: (value, { classes }) => classes[Number(value) - 1] ?? value,
    day: (value) => dayOfNumber(value).split('-').toReversed().join('/'),
  }

/** A value as it is read on screen and typed again: "85 %", "1.234,5", "Có", "31/12/2023"; nothing for a missing one. */
export const writeValue = (value: Value, target: Measured, language: Language = 'vi'): string =>
  value === null ? '' : written[target.measure](value, target, language)
