import { expect, test } from 'vitest'
import { canonicalHash } from '#platform/canonical-json.ts'
import { canonicalText, type CanonicalAgreement } from './canonical-text.ts'

const agreement: CanonicalAgreement = {
  format: 'giao-uoc/agreement/1',
  id: '018f0000-0000-7000-8000-000000000001',
  version: 1,
  title: 'Giao ước thi đua năm 2023',
  year: { label: '2023', kind: 'calendar', from: '2023-01-01', to: '2023-12-31' },
  bloc: { id: 'b', code: 'K01', name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh', founding: '' },
  tenant: 'Tỉnh Nam Định',
  place: 'Nam Định',
  signingOn: '2023-02-23',
  theme: '',
  legalBases: [],
  opening: '',
  commitments: ['Mở đợt thi đua đầu năm'],
  movements: [],
  targets: [],
  titles: [],
  organisation: [],
  copies: 7,
  witness: '',
  isSample: false,
  parties: [],
}

test('the same content in another order of keys and in NFD has the same text and hash', () => {
  const reversed = Object.fromEntries(Object.entries(agreement).reverse()) as unknown as CanonicalAgreement
  const decomposed = { ...reversed, title: agreement.title.normalize('NFD') }
  expect(canonicalText(decomposed)).toBe(canonicalText(agreement))
})

test('one changed tone mark is another text', () => {
  const changed = { ...agreement, commitments: ['Mở đợt thi đua đâu năm'] }
  expect(canonicalHash(canonicalText(changed))).not.toBe(canonicalHash(canonicalText(agreement)))
})

test('the text is RFC 8785 JSON: keys sorted, no blanks, letters as they are', () => {
  expect(canonicalText(agreement)).toMatch(
    /^\{"bloc":\{"code":"K01","founding":"","id":"b","name":"Khối thi đua Mặt trận/u,
  )
})
