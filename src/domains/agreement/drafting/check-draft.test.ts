import { expect, test } from 'vitest'
import type { Clause } from '../agreement.ts'
import { words } from './words.ts'
import { checkDraft, type DraftFacts } from './check-draft.ts'

let number = 0
const clause = (section: Clause['section'], text: string, details: Clause['details'] = {}): Clause => {
  number += 1
  return { id: `c${number}`, section, position: number, text, details, version: 1 }
}

const law = { number: '15/2003/QH11', in_force_from: '2004-07-01', in_force_to: '2023-12-31' }

const good: DraftFacts = {
  head: {
    title: 'Giao ước thi đua năm 2023',
    theme: '',
    place: 'Nam Định',
    signing_on: '2023-02-23',
    sign_by: null,
    witness: '',
    copies: null,
  },
  clauses: [
    clause('legal_basis', 'Luật Thi đua, khen thưởng', { legalText: 'law' }),
    clause('commitment', 'Mở đợt thi đua.'),
  ],
  members: [
    { unit: 'a', name: 'LĐLĐ tỉnh', signer: { name: 'Bình', post: 'Chủ tịch' } },
    { unit: 'b', name: 'Tỉnh Đoàn', signer: { name: 'Yến', post: 'Bí thư' } },
  ],
  year: { label: '2023', starts_on: '2023-01-01', ends_on: '2023-12-31' },
  today: '2023-02-20',
  legalTexts: new Map([['law', law]]),
  offices: [],
}

const keysOf = (facts: Partial<DraftFacts>) =>
  checkDraft({ ...good, ...facts }).map(({ severity, key }) => `${severity} ${key}`)
const withHead = (head: Partial<DraftFacts['head']>) => keysOf({ head: { ...good.head, ...head } })
const withClauses = (...more: Clause[]) => keysOf({ clauses: [...good.clauses, ...more] })

test('a whole draft has nothing to mend', () => {
  expect(checkDraft(good)).toEqual([])
})

test('a title, a place and a day of signing must be there', () => {
  expect(withHead({ title: '', place: '', signing_on: null })).toEqual([
    'stops missing_title',
    'stops missing_place',
    'stops missing_signing_on',
  ])
})

test('days that contradict one another are pointed out', () => {
  expect(withHead({ sign_by: '2023-02-01' })).toEqual(['stops signByBeforeSigning'])
  expect(withHead({ signing_on: '2023-02-10', sign_by: '2023-02-19' })).toEqual(['stops signByOver'])
  expect(withHead({ signing_on: '2023-02-10', sign_by: '2023-02-20' })).toEqual([])
  expect(withHead({ signing_on: '2024-01-05' })).toContain('asks signingAfterYear')
  expect(withHead({ signing_on: '2022-10-31' })).toContain('asks signingLongBeforeYear')
})

test('a signing in December for the next year is usual and asked about by nobody', () => {
  expect(withHead({ signing_on: '2022-12-12' })).toEqual([])
})

test('a title left over from another year is asked about; a school year has two of its own', () => {
  expect(withHead({ title: 'Giao ước thi đua năm 2022' })).toEqual(['asks titleYear'])
  const school = { label: '2023–2024', starts_on: '2023-09-01', ends_on: '2024-08-31' }
  const head = { ...good.head, title: 'Giao ước năm học 2023 - 2024', signing_on: '2023-09-20' }
  expect(keysOf({ year: school, head })).toEqual([])
})

test('a member without a signer stops the freezing and is named', () => {
  const members = [...good.members, { unit: 'c', name: 'Hội Nông dân tỉnh', signer: null }]
  expect(checkDraft({ ...good, members })).toEqual([
    { severity: 'stops', key: 'noSigner', values: { unit: 'Hội Nông dân tỉnh' }, at: { unit: 'c' } },
  ])
})

test('two to twenty units sign one paper', () => {
  const member = (index: number) => ({ unit: `u${index}`, name: `Đơn vị ${index}`, signer: { name: 'A', post: 'B' } })
  expect(keysOf({ members: [member(1)] })).toEqual(['stops tooFewUnits'])
  expect(keysOf({ members: Array.from({ length: 20 }, (_, index) => member(index)) })).toEqual([])
  expect(keysOf({ members: Array.from({ length: 21 }, (_, index) => member(index)) })).toEqual(['stops tooManyUnits'])
})

test('a legal basis out of force on the day of signing is asked about', () => {
  expect(withHead({ signing_on: '2023-12-31' })).toEqual([])
  const later = { ...good.head, signing_on: '2024-01-01' }
  expect(keysOf({ head: later })).toEqual(['asks signingAfterYear', 'asks basisOver'])
  const notYet = new Map([['law', { number: '06/2022/QH15', in_force_from: '2024-01-01', in_force_to: null }]])
  expect(keysOf({ legalTexts: notYet })).toEqual(['asks basisNotYet'])
})

test('a movement may not end before it begins, and one that ended before the year is asked about', () => {
  expect(withClauses(clause('movement', 'Dân vận khéo', { from: '2025', to: '2021' }))).toEqual([
    'stops movementBackwards',
  ])
  expect(withClauses(clause('movement', 'Dân vận khéo', { from: '2016', to: '2020' }))).toEqual(['asks movementOver'])
  expect(withClauses(clause('movement', 'Dân vận khéo', { from: '', to: '2023' }))).toEqual([])
})

test('an empty clause stops; the same words twice are asked about; no promise at all stops', () => {
  expect(withClauses(clause('commitment', ''))).toEqual(['stops emptyClause'])
  expect(withClauses(clause('commitment', 'Mở đợt thi đua.'))).toEqual(['asks clauseTwice'])
  expect(keysOf({ clauses: [] })).toEqual(['stops noCommitments', 'asks noLegalBasis'])
})

test('fewer originals than signers and the authority need is asked about', () => {
  expect(withHead({ copies: 2 })).toEqual(['asks fewCopies'])
  expect(withHead({ copies: 3 })).toEqual([])
})

test('every finding has its sentence in both languages', () => {
  const bad: DraftFacts = {
    ...good,
    head: {
      ...good.head,
      title: 'Giao ước 2019',
      place: '',
      signing_on: '2025-03-01',
      sign_by: '2024-01-01',
      copies: 1,
    },
    members: [{ unit: 'a', name: 'LĐLĐ tỉnh', signer: null }],
    clauses: [clause('movement', 'A', { from: '2', to: '1' }), clause('movement', '')],
  }
  for (const locale of ['vi', 'en'] as const) {
    const sentences: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>> =
      words(locale).findings
    for (const { key, values } of checkDraft(bad)) expect(sentences[key]?.(values) ?? '').not.toMatch(/^$|undefined/)
  }
})

test('the awarding office is a witness under the name of the day of signing', () => {
  const board = { full_name: 'Ban Thi đua - Khen thưởng tỉnh', short_name: 'Ban TĐKT tỉnh', from_on: '2010-01-01' }
  const department = { full_name: 'Sở Nội vụ tỉnh', short_name: 'Sở Nội vụ', from_on: '2023-02-01', to_on: null }
  const offices = [department, { ...board, to_on: '2023-01-31' }]
  const witnessed = (witness: string) => checkDraft({ ...good, offices, head: { ...good.head, witness } })
  expect(witnessed('Sở Nội vụ')).toEqual([])
  expect(witnessed('Liên hiệp các hội')).toEqual([])
  for (const old of ['Ban Thi đua - Khen thưởng tỉnh', 'Ban TĐKT tỉnh'.normalize('NFD')]) {
    expect(witnessed(old)).toMatchObject([
      { severity: 'asks', key: 'witnessOfOtherDay', values: { name: 'Sở Nội vụ tỉnh' } },
    ])
  }
})
