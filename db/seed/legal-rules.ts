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
  {
    code: 'news-retention',
    measure: 'years',
    value: '5',
    text_name: 'Quy định của tỉnh về cổng thông tin',
    source: 'Mức tạm đặt khi cài; mỗi tỉnh đối chiếu quy chế cổng thông tin và danh mục thời hạn bảo quản của mình.',
    in_force_from: null,
    in_force_to: null,
  },
  {
    code: 'opinion-answer',
    measure: 'days',
    value: '10',
    text_name: 'Luật Tiếp công dân số 42/2013/QH13, điều 28',
    source: 'Mười ngày làm việc để báo kết quả tiếp nhận kiến nghị, phản ánh; đọc lại văn bản gốc trước khi xác nhận.',
    in_force_from: '2014-07-01',
    in_force_to: null,
  },
  {
    code: 'conference-quorum',
    measure: 'share',
    value: '2/3',
    text_name: 'Thông lệ trong quy chế hoạt động của các cụm, khối thi đua',
    source: 'Mức tạm đặt khi cài; quy chế của khối, cụm có mức riêng thì ghi ở từng hội nghị.',
    in_force_from: null,
    in_force_to: null,
  },
]
