import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDoubtKey, sayDoubt } from '../table/doubt.ts'
import { vi as doubts } from '../table/doubt-words.vi.ts'
import { sayStep } from './derivation-words.ts'
import { vi } from './derivation-words.vi.ts'

const folders = ['formula', 'criteria', 'engine', 'giving', 'rules', 'table']
const sources = folders.flatMap((folder) => {
  const path = `src/domains/scoring/${folder}`
  return readdirSync(path)
    .filter((name) => name.endsWith('.ts') && !name.includes('words') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${path}/${name}`, 'utf8'))
})
const keysLike = (pattern: RegExp) => [...new Set(sources.flatMap((text) => text.match(pattern) ?? []))].toSorted()

/** Any value at all, so that only what a sentence itself writes can be wrong. */
const anyValues: Readonly<Record<string, string>> = new Proxy({}, { get: () => '3/7' })

test('whatever a formula, a rule or a criterion may say has its sentence', () => {
  const used = keysLike(/(?<=')(?:asks|rule|node)\.\w+(?=')/gu)
  expect(used.length).toBeGreaterThan(40)
  expect(used.filter((key) => !(key in vi) && !isDoubtKey(key))).toEqual([])
  const ofFormulas = keysLike(/(?<=')formula\.\w+(?=')/gu)
  expect(ofFormulas.filter((key) => !isDoubtKey(key) && !(key in vi))).toEqual([])
})

test('every sentence stands in both languages, in which only the words differ', () => {
  for (const says of Object.keys(vi)) {
    for (const locale of ['vi', 'en'] as const) {
      expect(sayStep({ says, values: anyValues }, locale)).not.toMatch(/undefined|null|NaN|^$/u)
    }
  }
  for (const says of Object.keys(doubts).filter(isDoubtKey)) {
    for (const locale of ['vi', 'en'] as const) {
      expect(sayDoubt({ says, values: anyValues }, locale)).not.toMatch(/undefined|NaN|^$/u)
    }
  }
})

test('numbers are written as the language writes them: comma, minus, halves, days, and what has no end', () => {
  const relative = { actual: '8.5', target: '10', met: '1/2', max: '5', ratio: '0.85', points: '2.125' }
  expect(sayStep({ says: 'relative.below', values: { ...relative, met: '0.5' } }, 'vi')).toBe(
    '8,5/10 chỉ tiêu → ½ × 5 × 0,85 = 2,125 điểm',
  )
  const rounded = { points: '20/3', places: '2', rounded: '6.67' }
  expect(sayStep({ says: 'rule.round', values: rounded }, 'vi')).toBe(
    '≈ 6,6667 → làm tròn 2 chữ số thập phân: 6,67 điểm',
  )
  expect(sayStep({ says: 'deadline.never', values: { due: '2023-06-15', points: '-1' } }, 'vi')).toBe(
    'Không thực hiện (hạn 15/06/2023) → −1,00 điểm',
  )
  expect(sayStep({ says: 'asks.notNumber', values: { value: 'true' } }, 'en')).toBe('Needs a number but is yes')
})
