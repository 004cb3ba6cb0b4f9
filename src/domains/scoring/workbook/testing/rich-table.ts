import { scoreTable, type ScoreTable } from '../../table/score-table.ts'
import { richKinds } from './rich-kinds.ts'

/** Every rule kind, limit and way of being left out, in one table. */
export const richTable: ScoreTable = scoreTable.parse({
  format: 'giao-uoc/score-table@1',
  code: 'MAU',
  title: 'Bảng điểm thi đua khối, đủ các cách tính',
  version: '1',
  allowExceed: 'bonus',
  maxPenalty: 12,
  notAssigned: { gives: 'out', butDone: 'among_doers' },
  constants: { muc: 0.5 },
  holidays: ['2023-05-01', '2023-09-04'],
  workdays: ['2023-05-06'],
  facts: richKinds,
  derived: { vuot: 'dat - giao', ty_le_dat: 'dat / giao * 100' },
  sections: [
    {
      code: 'I',
      title: 'Chỉ đạo, điều hành',
      children: [
        { code: 'I.1', title: 'Ban hành kế hoạch', max: 3, rules: [{ rule: 'pass', passed: 'da_ban_hanh' }] },
        {
          code: 'I.2',
          title: 'Ban hành đúng hạn',
          max: 4,
          rules: [
            {
              rule: 'deadline',
              date: 'ngay',
              due: "'2023-05-31'",
              onTime: 2,
              late: 1,
              never: 0,
              lateEach: { workingDays: 3, points: -0.25, atMost: 1 },
              early: [
                { days: 3, points: 0.5 },
                { workingDays: 5, points: 1 },
              ],
              earlyEach: { weeks: 1, points: 0.1, atMost: 0.3 },
            },
          ],
        },
        {
          code: 'I.3',
          title: 'Báo cáo định kỳ',
          max: 5,
          floor: null,
          rules: [
            { rule: 'fixed', points: 5, when: 'onTime(bao_cao) >= 0' },
            { rule: 'per_period', reports: 'bao_cao', kinds: ['month'], points: { late: -0.25, missing: -0.5 } },
            {
              rule: 'per_period',
              periods: [{ text: 'năm', due: "'2023-12-15'", sent: 'ngay_gui' }],
              points: { onTime: 0.5, late: -0.5, missing: -1 },
            },
          ],
        },
        {
          code: 'I.4',
          title: 'Tham mưu',
          max: 6,
          rules: [
            {
              rule: 'parts',
              parts: [
                { when: 'da_ban_hanh', points: 1.5 },
                { when: "xep_loai >= 'Tốt' && count(vi_pham) == 0", points: 2.25 },
                { when: 'ty_le > 90 || ho_so > 500', points: 'muc * median(dat) / 4' },
              ],
            },
          ],
        },
      ],
    },
    {
      code: 'II',
      title: 'Chuyên môn',
      max: 60,
      maxBonus: 6,
      children: [
        {
          code: 'II.1',
          title: 'Tỷ lệ hài lòng',
          max: 5,
          rules: [
            {
              rule: 'tiers',
              of: 'ty_le',
              tiers: [
                { from: 98, points: 5 },
                { from: 96, below: 98, slide: [4, 5] },
                { from: 80, below: 96, share: 0.6 },
                { below: 80, points: 0 },
              ],
            },
            {
              rule: 'step',
              of: 'ty_le',
              over: 92,
              each: 1,
              points: 0.1,
              column: 'bonus',
              atMost: 0.5,
              onlyIfFull: true,
            },
          ],
        },
        {
          code: 'II.2',
          title: 'Kết nạp so với chỉ tiêu',
          max: 10,
          rules: [{ rule: 'relative_to_leader', actual: 'dat', target: 'giao' }],
        },
        {
          code: 'II.3',
          title: 'Mô hình',
          max: 8,
          rules: [{ rule: 'proportional', done: 'lam', of: 7, nothingBelow: 0.3 }],
        },
        {
          code: 'II.4',
          title: 'Hồ sơ trước hạn',
          max: 6,
          rules: [
            {
              rule: 'matrix',
              rows: { of: 'ho_so', bands: [{ below: 300 }, { from: 300 }] },
              columns: { of: 'ty_le', bands: [{ below: 90 }, { from: 90, to: 95 }, { above: 95 }] },
              points: [
                [1, 2, 3],
                [2, 4, 6],
              ],
            },
          ],
        },
        {
          code: 'II.5',
          title: 'Các ngành xếp hạng',
          max: 9,
          rules: [{ rule: 'points_by_rank', of: 'cham', points: [9, 6.5, 4], beyond: 1, ties: 'average' }],
        },
        {
          code: 'II.6',
          title: 'Thủ lĩnh theo từng ngành',
          max: 9,
          combine: 'highest',
          rules: [
            { rule: 'points_by_rank', of: 'cham', points: [9, 6, 4], assessors: 'rank_then_average' },
            {
              rule: 'one_of',
              options: [
                { when: "xep_loai == 'Xuất sắc'", points: 7 },
                { when: 'ty_le >= 95', points: 5 },
              ],
            },
          ],
        },
        {
          code: 'II.7',
          title: 'Xếp loại',
          max: 4,
          rules: [
            {
              rule: 'tiers',
              of: 'xep_loai',
              tiers: [
                { is: ['Xuất sắc', 'Tốt'], points: 4 },
                { is: 'Khá', points: '2/3' },
              ],
              otherwise: 0,
            },
          ],
        },
        { code: 'II.8', title: 'Tập thể chấm', max: 5, rules: [{ rule: 'judged', step: 0.25 }] },
        {
          code: 'II.9',
          title: 'Công thức',
          max: 4,
          factor: 1.5,
          exempt: { when: "unit.kind == 'miễn'" },
          rules: [{ rule: 'formula', points: 'min(max, max * coalesce(vuot, 0) / 9)', floor: 0 }],
        },
      ],
    },
    {
      code: 'III',
      title: 'Thưởng',
      column: 'bonus',
      children: [
        {
          code: 'III.1',
          title: 'Khen thưởng',
          rules: [
            {
              rule: 'awards',
              awards: 'khen',
              points: [
                { award: 'Cờ Chính phủ', points: 1.5 },
                { award: 'Cờ tỉnh', points: 1 },
              ],
            },
          ],
        },
        {
          code: 'III.2',
          title: 'Biểu dương, phê bình',
          rules: [{ rule: 'flexible', cases: 'y_kien', from: -3, to: 3 }],
        },
      ],
    },
    {
      code: 'IV',
      title: 'Trừ',
      column: 'penalty',
      maxPenalty: 5,
      children: [
        {
          code: 'IV.1',
          title: 'Vi phạm',
          rules: [
            {
              rule: 'per_case',
              cases: 'vi_pham',
              where: "case.loai != 'nhẹ'",
              exempt: 'case.tu_phat_hien',
              points: '-case.so_diem',
              free: 1,
              atMost: 1.5,
            },
          ],
        },
        {
          code: 'IV.2',
          title: 'Vắng họp',
          rules: [{ rule: 'per_case', cases: 'vang', points: -0.33, whenMissing: -1 }],
        },
      ],
    },
  ],
  disqualify: [{ when: "khu_vuc == 'tách'", text: 'Đơn vị tách trong năm' }],
  classes: [
    { name: 'Xuất sắc', when: 'percent >= 80' },
    { name: 'Khá', when: 'percent >= 50' },
    { name: 'Trung bình', when: true },
  ],
  downgrades: [{ when: 'count(vi_pham) >= 3', text: 'Nhiều vi phạm', by: 1 }],
  titles: [{ title: 'Tập thể lao động tiên tiến', requires: [{ when: 'ty_le >= 90', text: 'hài lòng' }] }],
  ranking: { by: 'percent', ties: [{ by: "points('II')" }, { by: 'ho_so', better: 'less' }] },
})
