import { expect, test } from 'vitest'
import { emptyDraft, type Draft } from '../reading/draft.ts'
import { differencesOf, type YearToCompare } from './differences.ts'
import { keepDraft } from './kept-draft.ts'

const read = (value: string) => ({ value, span: [0, 1] as const })
const member = (name: string, full_name: string | null = null) => ({ name: read(name), full_name })

const year: YearToCompare = {
  slug: '2023',
  label: '2023',
  bloc: { name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh', short_name: 'Khối MTTQ và các đoàn thể' },
  members: [
    { full_name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', short_name: 'Ủy ban MTTQ tỉnh', office: null },
    { full_name: 'Hội Liên hiệp Phụ nữ tỉnh', short_name: 'Hội LHPN tỉnh', office: 'head' },
    { full_name: 'Tỉnh Đoàn', short_name: 'Tỉnh Đoàn', office: null },
  ],
}

const same: Draft = {
  ...emptyDraft,
  kind: 'signing',
  bloc: read('Khối thi đua MTTQ và các đoàn thể tỉnh Nam Định'),
  year: read('2023'),
  head: read('Hội LHPN tỉnh'),
  members: [
    member('Ủy ban MTTQ Việt Nam tỉnh Nam Định'),
    member('HỘI LHPN TỈNH', 'Hội Liên hiệp Phụ nữ tỉnh'),
    member('Tỉnh đoàn', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh'),
  ],
}

const differences = (draft: Partial<Draft>) => differencesOf(keepDraft({ ...same, ...draft }), year)

test('the same bloc under short names, with its province and in capitals, is no difference', () => {
  expect(differences({})).toEqual([])
})

test('another bloc, another year and another head are told', () => {
  expect(differences({ bloc: read('Cụm thi đua các trường nghề') }).map((one) => one.key)).toEqual(['bloc'])
  expect(differences({ year: read('2013-2014') })).toEqual([
    { key: 'year', field: 'year', said: '2013–2014', known: '2023' },
  ])
  expect(differences({ head: read('Tỉnh Đoàn') })).toEqual([
    { key: 'head', field: 'head', said: 'Tỉnh Đoàn', known: 'Hội Liên hiệp Phụ nữ tỉnh' },
  ])
})

test('a member that the bloc does not have and one that the article does not name are both told', () => {
  const members = [member('Ủy ban MTTQ tỉnh'), member('Hội LHPN tỉnh'), member('Hội Chữ thập đỏ tỉnh')]
  expect(differences({ members })).toEqual([
    { key: 'notInBloc', field: 'members', names: ['Hội Chữ thập đỏ tỉnh'] },
    { key: 'notInText', field: 'members', names: ['Tỉnh Đoàn'] },
  ])
})

test('an article that does not list the members is not reproached for it', () => {
  const message = { vi: '', en: '' }
  const doubts = [{ field: 'members', span: null, code: 'members_partial', message }]
  expect(differences({ members: [member('Hội LHPN tỉnh')], doubts })).toEqual([])
  expect(differences({ members: [] })).toEqual([])
})
