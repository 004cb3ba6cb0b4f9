import type { LegalRuleDraft } from '../../src/domains/law/rules/legal-rule.ts'

const foreignAffairs = {
  text_name: 'Thông tư 03/2018/TT-BNG',
  source: 'Thông tư 03/2018/TT-BNG của Bộ Ngoại giao, theo luật cũ; khối của tỉnh cần đối chiếu quy định của tỉnh.',
  in_force_from: null,
  in_force_to: null,
}

/** Deadlines and thresholds of movements as first entered: read at second hand, none is confirmed. */
export const legalRules: readonly LegalRuleDraft[] = [
  { ...foreignAffairs, code: 'movement-registration', measure: 'days', value: '15' },
  { ...foreignAffairs, code: 'yearly-registration', measure: 'day_of_year', value: '03-15' },
  {
    code: 'provincial-flag-years',
    measure: 'years',
    value: '3',
    text_name: 'Luật Thi đua, khen thưởng số 06/2022/QH15, điều 26',
    source: 'Nhắc lại ở Thông tư 22/2023/TT-BCT, điều 6 (hethongphapluat.com); lawnet.vn 22767.',
    in_force_from: '2024-01-01',
    in_force_to: null,
  },
  {
    code: 'government-flag-years',
    measure: 'years',
    value: '5',
    text_name: 'Luật Thi đua, khen thưởng số 06/2022/QH15, điều 25',
    source: 'lawnet.vn 22767; phong trào do Thủ tướng Chính phủ phát động.',
    in_force_from: '2024-01-01',
    in_force_to: null,
  },
]
