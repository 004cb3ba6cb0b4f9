type ByUnit = Readonly<Record<string, string>>

/** Sample data: how the six units scored themselves for 2023. Facts that only a person knows, as they would be typed. */
export const typedFacts: Readonly<Record<string, ByUnit>> = {
  mo_hinh: { mttq: '6', ldld: '4', ccb: '3', lhpn: '5', 'nong-dan': '4', doan: '5' },
  ke_hoach_tiet_kiem: { mttq: 'có', ldld: 'có', ccb: 'có', lhpn: 'có', 'nong-dan': 'có', doan: 'có' },
  ke_khai: { mttq: 'có', ldld: 'có', ccb: 'có', lhpn: 'có', 'nong-dan': 'có', doan: 'có' },
  ngay_ky: {
    mttq: '23/02/2023',
    ldld: '23/02/2023',
    ccb: '23/02/2023',
    lhpn: '23/02/2023',
    'nong-dan': '23/02/2023',
    doan: '23/02/2023',
  },
  han_ky: {
    mttq: '28/02/2023',
    ldld: '28/02/2023',
    ccb: '28/02/2023',
    lhpn: '28/02/2023',
    'nong-dan': '28/02/2023',
    doan: '28/02/2023',
  },
  ke_hoach_thi_dua: { mttq: 'có', ldld: 'có', ccb: 'có', lhpn: 'có', 'nong-dan': 'có', doan: 'có' },
  dien_hinh: { mttq: '2', ldld: '2', ccb: '1', lhpn: '2', 'nong-dan': '1', doan: '2' },
  vang_hop: { mttq: '0', ldld: '0', ccb: '1', lhpn: '0', 'nong-dan': '2', doan: '1' },
  sang_kien: { mttq: '1', ldld: '2', ccb: '0', lhpn: '1', 'nong-dan': '0', doan: '2' },
  khen_thuong: {
    mttq: 'bang_khen_tinh',
    ldld: 'bang_khen_tinh',
    ccb: '0',
    lhpn: 'co_tinh',
    'nong-dan': '0',
    doan: 'bang_khen_tinh',
  },
  mo_hinh_nhan_rong: { mttq: '1', ldld: '0', ccb: '0', lhpn: '2', 'nong-dan': '1', doan: '1' },
  ky_luat: { mttq: '0', ldld: '0', ccb: '0', lhpn: '0', 'nong-dan': '1', doan: '0' },
  don_thu: { mttq: '0', ldld: '0', ccb: '0', lhpn: '0', 'nong-dan': '0', doan: '0' },
  sua_so_lieu: { mttq: '0', ldld: '1', ccb: '0', lhpn: '0', 'nong-dan': '0', doan: '0' },
  tai_nan: { mttq: '0', ldld: '0', ccb: '0', lhpn: '0', 'nong-dan': '0', doan: '0' },
}

/** Points that each unit gave itself where a person judges, by the code of the criterion. */
export const selfMarks: Readonly<Record<string, ByUnit>> = {
  'I.1.4': { mttq: '2', ldld: '1,75', ccb: '1,5', lhpn: '2', 'nong-dan': '1,5', doan: '1,75' },
  'I.2.3': { mttq: '2,75', ldld: '3', ccb: '2,5', lhpn: '3', 'nong-dan': '2,5', doan: '2,75' },
  'II.2.3': { mttq: '3', ldld: '2,75', ccb: '3', lhpn: '2,75', 'nong-dan': '2,5', doan: '2,75' },
  'III.3': { mttq: '4,75', ldld: '4,5', ccb: '4', lhpn: '5', 'nong-dan': '4,25', doan: '5' },
  'III.5': { mttq: '3', ldld: '2,5', ccb: '2,5', lhpn: '3', 'nong-dan': '2,25', doan: '2,75' },
  'IV.3': { mttq: '2', ldld: '1,75', ccb: '2', lhpn: '2', 'nong-dan': '1,5', doan: '1,75' },
}

/** What assessors of other members saw otherwise: by assessed unit and criterion. */
export const seenOtherwise: Readonly<Record<string, Readonly<Record<string, { points: string; reason: string }>>>> = {
  doan: { 'III.3': { points: '4,5', reason: 'Một mô hình nêu trong phiếu mới ở bước triển khai.' } },
  ccb: { 'III.5': { points: '2,75', reason: 'Hoạt động tri ân có sức lan tỏa, nên chấm cao hơn tự chấm.' } },
}

/** Sent after the last day, with why. */
export const sentLate = { unit: 'nong-dan', reason: 'Chờ xác nhận số liệu kết nạp hội viên của hai huyện.' }

export const scoringDays = {
  tableAdopted: '2023-12-20',
  opened: '2024-01-05',
  selfDue: '2024-01-12',
  sent: '2024-01-11',
  sentLate: '2024-01-13',
  crossDue: '2024-01-19',
  crossSent: '2024-01-18',
  verifyDue: '2024-01-31',
  verified: '2024-01-25',
  agreed: '2024-01-29',
}
