import type { CriterionInput } from '../../src/domains/scoring/table/criterion.ts'
import type { ScoreTableInput } from '../../src/domains/scoring/table/score-table.ts'

type Rules = NonNullable<CriterionInput['rules']>

const leaf = (code: string, title: string, max: number, rules: Rules): CriterionInput => ({ code, title, max, rules })

/** Người chấm cho điểm theo bước 0,25. */
const judged = (code: string, title: string, max: number): CriterionInput =>
  leaf(code, title, max, [{ rule: 'judged', step: 0.25 }])

const done = (code: string, title: string, max: number, fact: string): CriterionInput =>
  leaf(code, title, max, [{ rule: 'pass', passed: fact }])

/** Theo phần trăm kế hoạch của một chỉ tiêu. */
const planned = (code: string, title: string, max: number, target: string): CriterionInput =>
  leaf(code, title, max, [{ rule: 'proportional', done: `${target}_dat`, of: `${target}_giao` }])

interface Case {
  fact: string
  points: number
  atMost: number
}

const bonus = (code: string, title: string, { fact, points, atMost }: Case): CriterionInput => ({
  code,
  title,
  column: 'bonus',
  maxBonus: atMost,
  rules: [{ rule: 'per_case', cases: fact, points, atMost }],
})

const penalty = (code: string, title: string, { fact, points, atMost }: Case): CriterionInput => ({
  code,
  title,
  column: 'penalty',
  maxPenalty: atMost,
  rules: [{ rule: 'per_case', cases: fact, points: -points, atMost }],
})

const number = (label: string, measure: string, from?: string) => ({
  label,
  type: 'number' as const,
  measure,
  ...(from !== undefined && { from }),
})
const yesNo = (label: string, from?: string) => ({
  label,
  type: 'yes_no' as const,
  ...(from !== undefined && { from }),
})
const count = (label: string, measure: string) => ({ label, type: 'number' as const, measure, min: 0 })

const sample = 'Bảng mẫu: khung theo cách các khối thường làm; mức điểm và bậc là số minh họa, khối phải tự định lại.'

const tasks: CriterionInput = {
  code: 'I',
  title: 'Thực hiện nhiệm vụ chính trị, chuyên môn',
  max: 45,
  children: [
    {
      code: 'I.1',
      title: 'Tuyên truyền, vận động',
      max: 15,
      children: [
        planned('I.1.1', 'Buổi tuyên truyền chủ trương, pháp luật theo kế hoạch', 5, 'ct02'),
        leaf('I.1.2', 'Tỷ lệ đoàn viên, hội viên học chuyên đề năm', 5, [
          {
            rule: 'tiers',
            of: 'ct03_dat',
            tiers: [
              { text: 'Từ 95 % trở lên', from: 95, points: 5 },
              { text: 'Từ 90 % đến dưới 95 %', from: 90, below: 95, points: 4 },
              { text: 'Từ 80 % đến dưới 90 %', from: 80, below: 90, points: 2.5 },
              { text: 'Dưới 80 %', below: 80, points: 0 },
            ],
          },
        ]),
        done('I.1.3', 'Phát động đợt thi đua theo chủ đề năm tới mọi cơ sở', 3, 'ct01_dat'),
        judged('I.1.4', 'Chất lượng tin, bài về phong trào thi đua', 2),
      ],
    },
    {
      code: 'I.2',
      title: 'Đoàn viên, hội viên',
      max: 16,
      children: [
        leaf('I.2.1', 'Kết nạp đoàn viên, hội viên mới so với kế hoạch', 8, [
          { rule: 'relative_to_leader', actual: 'ct05_dat', target: 'ct05_giao' },
        ]),
        leaf('I.2.2', 'Tỷ lệ ý kiến, nguyện vọng được trả lời', 5, [
          {
            rule: 'tiers',
            of: 'ct08_dat',
            tiers: [
              { text: 'Từ 90 % trở lên', from: 90, points: 5 },
              { text: 'Từ 80 % đến dưới 90 %', from: 80, below: 90, points: 4 },
              { text: 'Từ 60 % đến dưới 80 %', from: 60, below: 80, points: 2 },
              { text: 'Dưới 60 %', below: 60, points: 0 },
            ],
          },
        ]),
        judged('I.2.3', 'Chăm lo, bảo vệ quyền lợi đoàn viên, hội viên', 3),
      ],
    },
    {
      code: 'I.3',
      title: 'Vì cộng đồng',
      max: 14,
      children: [
        planned('I.3.1', 'Vận động giúp hộ nghèo, xây dựng nông thôn mới', 6, 'ct09'),
        planned('I.3.2', 'Hoạt động vào các ngày lễ lớn và ngày truyền thống', 4, 'ct10'),
        leaf('I.3.3', 'Mô hình dân vận khéo, an ninh Tổ quốc đang duy trì', 4, [
          {
            rule: 'tiers',
            of: 'mo_hinh',
            tiers: [
              { text: 'Từ 3 mô hình', from: 3, points: 4 },
              { text: '2 mô hình', is: 2, points: 3 },
              { text: '1 mô hình', is: 1, points: 2 },
              { text: 'Không có', is: 0, points: 0 },
            ],
          },
        ]),
      ],
    },
  ],
}

const building: CriterionInput = {
  code: 'II',
  title: 'Chấp hành chủ trương, pháp luật; xây dựng tổ chức vững mạnh',
  max: 25,
  children: [
    {
      code: 'II.1',
      title: 'Chấp hành chủ trương, pháp luật',
      max: 11,
      children: [
        done('II.1.1', 'Có kế hoạch thực hành tiết kiệm, phòng chống tham nhũng, lãng phí', 3, 'ke_hoach_tiet_kiem'),
        leaf('II.1.2', 'Không có vụ việc tham nhũng, lãng phí phải xử lý', 5, [
          { rule: 'fixed', points: 5 },
          { rule: 'per_case', cases: 'ct11_dat', points: -2.5, atMost: 5 },
        ]),
        done('II.1.3', 'Kê khai tài sản đầy đủ, đúng thời hạn', 3, 'ke_khai'),
      ],
    },
    {
      code: 'II.2',
      title: 'Xây dựng Đảng, đoàn thể',
      max: 14,
      children: [
        leaf('II.2.1', 'Xếp loại tổ chức cơ sở cuối năm', 6, [
          {
            rule: 'tiers',
            of: 'ct12_dat',
            tiers: [
              { is: 'Hoàn thành xuất sắc', points: 6 },
              { is: 'Hoàn thành tốt', points: 5 },
              { is: 'Hoàn thành', points: 3 },
            ],
          },
        ]),
        leaf('II.2.2', 'Tỷ lệ hồ sơ, văn bản giải quyết đúng hạn', 5, [
          {
            rule: 'tiers',
            of: 'ct04_dat',
            tiers: [
              { text: 'Từ 98 % trở lên', from: 98, points: 5 },
              { text: 'Từ 95 % đến dưới 98 %', from: 95, below: 98, points: 4 },
              { text: 'Từ 90 % đến dưới 95 %', from: 90, below: 95, points: 2 },
              { text: 'Dưới 90 %', below: 90, points: 0 },
            ],
          },
        ]),
        judged('II.2.3', 'Văn hóa công sở, cải cách hành chính', 3),
      ],
    },
  ],
}

const movement: CriterionInput = {
  code: 'III',
  title: 'Phong trào thi đua và công tác khen thưởng',
  max: 18,
  children: [
    leaf('III.1', 'Ký giao ước thi đua đúng ngày khối đã định', 3, [
      { rule: 'deadline', date: 'ngay_ky', due: 'han_ky', onTime: 3, late: 1, never: 0 },
    ]),
    done('III.2', 'Có kế hoạch thi đua của đơn vị', 3, 'ke_hoach_thi_dua'),
    judged('III.3', 'Tổ chức, tham gia hoạt động chung của khối', 5),
    leaf('III.4', 'Điển hình tiên tiến được khối công nhận', 4, [
      { rule: 'step', of: 'dien_hinh', over: 0, each: 1, points: 2, atMost: 4 },
    ]),
    judged('III.5', 'Sơ kết, tổng kết, hồ sơ khen thưởng đúng quy định', 3),
  ],
}

const reporting: CriterionInput = {
  code: 'IV',
  title: 'Chế độ báo cáo, sinh hoạt khối',
  max: 12,
  children: [
    leaf('IV.1', 'Báo cáo tiến độ đúng hạn', 6, [
      { rule: 'fixed', points: 6 },
      { rule: 'per_period', reports: 'bao_cao', points: { late: -0.25, missing: -0.5 }, atMost: 6 },
    ]),
    leaf('IV.2', 'Dự họp khối đầy đủ, đúng thành phần', 4, [
      {
        rule: 'tiers',
        of: 'vang_hop',
        tiers: [
          { text: 'Không vắng', is: 0, points: 4 },
          { text: 'Vắng 1 lần', is: 1, points: 3 },
          { text: 'Vắng 2 lần', is: 2, points: 1.5 },
          { text: 'Vắng từ 3 lần', from: 3, points: 0 },
        ],
      },
    ]),
    judged('IV.3', 'Phối hợp với khối trưởng, góp ý văn bản', 2),
  ],
}

const extra: readonly CriterionInput[] = [
  {
    code: 'V',
    title: 'Điểm thưởng',
    column: 'bonus',
    maxBonus: 5,
    children: [
      bonus('V.1', 'Sáng kiến được công nhận cấp tỉnh', { fact: 'sang_kien', points: 0.5, atMost: 1 }),
      {
        code: 'V.2',
        title: 'Khen thưởng trong năm',
        column: 'bonus',
        maxBonus: 3,
        rules: [
          {
            rule: 'awards',
            awards: 'khen_thuong',
            pick: 'highest',
            points: [
              { award: 'co_chinh_phu', text: 'Cờ thi đua của Chính phủ', points: 3 },
              { award: 'co_tinh', text: 'Cờ thi đua của tỉnh, bộ, ngành', points: 2 },
              { award: 'bang_khen_tinh', text: 'Bằng khen của tỉnh, bộ, ngành', points: 1 },
            ],
          },
        ],
      },
      bonus('V.3', 'Mô hình mới được nhân rộng ngoài đơn vị', { fact: 'mo_hinh_nhan_rong', points: 0.5, atMost: 1 }),
    ],
  },
  {
    code: 'VI',
    title: 'Điểm trừ',
    column: 'penalty',
    maxPenalty: 10,
    children: [
      penalty('VI.1', 'Cán bộ, công chức bị kỷ luật', { fact: 'ky_luat', points: 1, atMost: 4 }),
      penalty('VI.2', 'Đơn thư vượt cấp đúng sự thật', { fact: 'don_thu', points: 0.5, atMost: 2 }),
      penalty('VI.3', 'Số liệu báo cáo phải sửa sau khi đã duyệt', { fact: 'sua_so_lieu', points: 0.25, atMost: 1 }),
      penalty('VI.4', 'Để xảy ra tai nạn, cháy nổ do lỗi chủ quan', { fact: 'tai_nan', points: 1.5, atMost: 3 }),
    ],
  },
]

const facts = {
  ct01_dat: yesNo('Đã phát động đợt thi đua theo chủ đề năm', 'target.CT01'),
  ct02_dat: number('Buổi tuyên truyền đã làm', 'buổi', 'target.CT02'),
  ct02_giao: number('Buổi tuyên truyền theo kế hoạch', 'buổi', 'target.CT02.planned'),
  ct03_dat: number('Tỷ lệ học chuyên đề năm', '%', 'target.CT03'),
  ct04_dat: number('Tỷ lệ hồ sơ đúng hạn', '%', 'target.CT04'),
  ct05_dat: number('Đoàn viên, hội viên kết nạp mới', 'người', 'target.CT05'),
  ct05_giao: number('Kế hoạch kết nạp mới', 'người', 'target.CT05.planned'),
  ct08_dat: number('Tỷ lệ ý kiến được trả lời', '%', 'target.CT08'),
  ct09_dat: number('Đã vận động giúp hộ nghèo', 'triệu đồng', 'target.CT09'),
  ct09_giao: number('Kế hoạch vận động giúp hộ nghèo', 'triệu đồng', 'target.CT09.planned'),
  ct10_dat: number('Hoạt động ngày lễ đã làm', 'hoạt động', 'target.CT10'),
  ct10_giao: number('Kế hoạch hoạt động ngày lễ', 'hoạt động', 'target.CT10.planned'),
  ct11_dat: number('Vụ việc tham nhũng, lãng phí', 'vụ', 'target.CT11'),
  ct12_dat: {
    label: 'Xếp loại tổ chức cơ sở',
    type: 'class' as const,
    classes: ['Hoàn thành', 'Hoàn thành tốt', 'Hoàn thành xuất sắc'],
    from: 'target.CT12',
  },
  bao_cao: { label: 'Báo cáo tiến độ trong năm', type: 'reports' as const, from: 'reports' },
  mo_hinh: count('Mô hình đang duy trì', 'mô hình'),
  ke_hoach_tiet_kiem: yesNo('Có kế hoạch thực hành tiết kiệm, phòng chống tham nhũng'),
  ke_khai: yesNo('Kê khai tài sản đầy đủ, đúng hạn'),
  ngay_ky: { label: 'Ngày ký giao ước', type: 'date' as const },
  han_ky: { label: 'Ngày khối định ký giao ước', type: 'date' as const },
  ke_hoach_thi_dua: yesNo('Có kế hoạch thi đua của đơn vị'),
  dien_hinh: count('Điển hình được khối công nhận', 'điển hình'),
  vang_hop: count('Lần vắng họp khối', 'lần'),
  sang_kien: count('Sáng kiến được công nhận cấp tỉnh', 'sáng kiến'),
  khen_thuong: { label: 'Hình thức khen thưởng trong năm', type: 'cases' as const, from: 'award' },
  mo_hinh_nhan_rong: count('Mô hình được nhân rộng', 'mô hình'),
  ky_luat: count('Người bị kỷ luật', 'người'),
  don_thu: count('Đơn thư vượt cấp đúng sự thật', 'đơn'),
  sua_so_lieu: count('Lần sửa số liệu đã duyệt', 'lần'),
  tai_nan: count('Vụ tai nạn, cháy nổ do lỗi chủ quan', 'vụ'),
}

/** For a bloc of the Front and the mass organisations; its targets are those of the shipped template of a year. */
const frontAndMassOrganisations: ScoreTableInput = {
  format: 'giao-uoc/score-table@1',
  code: 'MAU-MTTQ',
  title: 'Bảng điểm thi đua khối Mặt trận và các đoàn thể tỉnh (mẫu)',
  version: '1',
  source: { text: sample },
  baseTotal: 100,
  allowExceed: 'bonus',
  assessors: { KT: 'Khối trưởng', TV: 'Các thành viên chấm chéo' },
  facts,
  sections: [tasks, building, movement, reporting, ...extra],
  disqualify: [],
  classes: [
    { name: 'Xuất sắc', when: 'percent >= 90' },
    { name: 'Tốt', when: 'percent >= 80' },
    { name: 'Khá', when: 'percent >= 65' },
    { name: 'Chưa xếp loại tốt', when: true },
  ],
  // A unit that was not given a target is compared by what it could have had.
  ranking: { by: 'percent', ties: [{ by: 'share("I")', text: 'Tỷ lệ điểm phần I cao hơn' }] },
}

/** Three items that one person judges: to begin with, or to learn on. */
const tiny: ScoreTableInput = {
  format: 'giao-uoc/score-table@1',
  code: 'MAU-NGAN',
  title: 'Bảng điểm rút gọn (mẫu)',
  version: '1',
  source: { text: sample },
  baseTotal: 100,
  facts: {},
  sections: [
    judged('1', 'Thực hiện nhiệm vụ chính trị, chuyên môn', 60),
    judged('2', 'Chấp hành chủ trương, pháp luật; xây dựng tổ chức vững mạnh', 20),
    judged('3', 'Phong trào thi đua, báo cáo và sinh hoạt khối', 20),
  ],
}

/** The score tables that are shipped; a bloc takes one over and changes it. */
export const scoreTables: readonly { key: string; table: ScoreTableInput }[] = [
  { key: 'mttq', table: frontAndMassOrganisations },
  { key: 'ngan', table: tiny },
]
