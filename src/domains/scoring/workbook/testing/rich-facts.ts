import { scoreFacts, type ScoreFacts } from '../../table/score-facts.ts'

const report = (month: number, sent: string | null) => ({ kind: 'month', due: `2023-0${month}-25`, sent })

const cases = [
  { so_diem: 0.5, tu_phat_hien: false, loai: 'nặng' },
  { so_diem: 0.25, tu_phat_hien: true, loai: 'nặng' },
  { so_diem: 0.75, tu_phat_hien: false, loai: 'nặng' },
  { so_diem: 0.5, tu_phat_hien: false, loai: 'nhẹ' },
]

const facts = {
  da_ban_hanh: true,
  ngay: '2023-05-20',
  ngay_gui: '2023-12-10',
  dat: 12,
  giao: 10,
  lam: 5,
  ty_le: 97.3,
  ho_so: 320,
  xep_loai: 'Tốt',
  khu_vuc: 'thành thị',
  vi_pham: [],
  vang: 2,
  khen: ['Cờ tỉnh'],
  y_kien: [{ points: 1.25 }, { points: -0.5 }],
  bao_cao: [report(1, '2023-01-25'), report(2, '2023-02-26'), report(3, null)],
  cham: { marks: { so_noi_vu: 8, so_tai_chinh: 9 } },
}

const unit = (id: string, name: string, more: object = {}, marks = 4.25) => ({
  id,
  name,
  facts: { ...facts, ...more },
  marks: { 'II.8': marks },
})

/** Eight units, each with something of its own: late, missing, not assigned, exempt, equal to another, disqualified. */
export const richFacts: ScoreFacts = scoreFacts.parse({
  units: [
    unit('mttq', 'Ủy ban MTTQ Việt Nam tỉnh'),
    unit('ldld', 'Liên đoàn Lao động tỉnh', { dat: 15, ngay: '2023-06-15', vi_pham: cases, ty_le: 98 }),
    unit('ccb', 'Hội Cựu chiến binh tỉnh', {
      dat: 8,
      ngay: false,
      ngay_gui: false,
      xep_loai: 'Khá',
      ty_le: 95.5,
      vang: [],
    }),
    unit('lhpn', '=Hội Liên hiệp Phụ nữ tỉnh', {
      dat: { value: 15, assigned: false },
      giao: null,
      khen: ['cờ chính phủ', 'Cờ tỉnh', 'khác'],
    }),
    unit('nong-dan', 'Hội Nông dân tỉnh', {
      dat: { value: 10, assigned: false },
      vang: null,
      cham: { marks: { so_noi_vu: 8, so_tai_chinh: 7.5 } },
    }),
    { ...unit('doan', 'Tỉnh Đoàn', { ty_le: null }), kind: 'miễn' },
    {
      ...unit('tre', 'Hội Liên hiệp Thanh niên'),
      kind: 'miễn',
      agreed: { 'II.1': { points: 5.5, reason: 'Thống nhất tại hội nghị' } },
    },
    unit('tach', 'Đơn vị tách', { khu_vuc: 'tách' }),
    unit('mttq-2', 'Đơn vị bằng điểm'),
  ],
})
