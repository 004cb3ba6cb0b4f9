import { actual, better, choice, formula, label, points, words, type RuleForm } from './rule-form.ts'

/** The kinds that most tables get by with. */
export const usualRules: readonly RuleForm[] = [
  {
    kind: 'judged',
    name: label('Người chấm cho điểm', 'A person gives points'),
    says: label(
      'Người chấm cho điểm trong khoảng đã định, theo lời văn.',
      'An assessor gives points between two ends.',
    ),
    fields: [
      points('from', 'Từ', 'From'),
      points('to', 'Đến', 'To'),
      points('step', 'Bước điểm (0,25; 0,5…)', 'Step (0.25, 0.5 …)'),
    ],
    rows: {
      key: 'options',
      label: label('Các mức để chọn', 'Levels to choose'),
      isNeeded: false,
      columns: [words, points('points', 'Điểm', 'Points')],
    },
  },
  {
    kind: 'tiers',
    name: label('Theo bậc', 'Tiers'),
    says: label(
      'Điểm theo bậc của một số liệu: từ 98 % được 5, từ 95 đến dưới 98 % được 4…',
      'Points by the tier a figure falls in.',
    ),
    fields: [
      actual,
      choice('pick', label('Khi nhiều bậc cùng đúng', 'When several tiers match'), [
        ['first', 'Lấy bậc đứng trước', 'The first'],
        ['highest', 'Lấy điểm cao nhất', 'The highest'],
        ['lowest', 'Lấy điểm thấp nhất', 'The lowest'],
      ]),
      points('otherwise', 'Điểm khi không bậc nào đúng', 'Points when no tier matches'),
    ],
    rows: {
      key: 'tiers',
      label: label('Các bậc', 'Tiers'),
      columns: [
        words,
        points('from', 'Từ (≥)', 'From (≥)'),
        points('above', 'Trên (>)', 'Above (>)'),
        points('below', 'Dưới (<)', 'Below (<)'),
        points('to', 'Đến hết (≤)', 'To (≤)'),
        { key: 'is', kind: 'value', label: label('Bằng', 'Equals') },
        points('points', 'Điểm', 'Points'),
      ],
    },
  },
  {
    kind: 'pass',
    name: label('Đạt hoặc không đạt', 'Pass or fail'),
    says: label('Đạt thì được trọn điểm, không đạt thì không có điểm.', 'All points when passed, none when not.'),
    fields: [
      formula('passed', ['Đạt khi', 'Passed when'], 'yes_no'),
      points('points', 'Điểm khi đạt (để trống: điểm chuẩn)', 'Points when passed (empty: the maximum)'),
      points('failed', 'Điểm khi không đạt', 'Points when failed'),
    ],
  },
  {
    kind: 'per_case',
    name: label('Mỗi việc, mỗi vụ', 'Per case'),
    says: label('Cộng hoặc trừ cho mỗi việc: +0,5 mỗi sáng kiến, −0,25 mỗi lần.', 'Adds or takes away for each case.'),
    fields: [
      formula('cases', ['Số việc, số vụ', 'Number of cases']),
      points('points', 'Điểm mỗi việc (trừ thì ghi dấu −)', 'Points per case (negative: a penalty)', true),
      { key: 'free', kind: 'integer', label: label('Số việc đầu không tính', 'First cases that do not count') },
    ],
  },
  {
    kind: 'fixed',
    name: label('Điểm cố định', 'Fixed points'),
    says: label('Một số điểm, luôn có hoặc khi điều kiện đúng.', 'Points, always or when a condition holds.'),
    fields: [
      points('points', 'Điểm', 'Points', true),
      { key: 'when', kind: 'formula', label: label('Khi', 'When'), isOwn: false },
    ],
  },
  {
    kind: 'proportional',
    name: label('Theo tỷ lệ hoàn thành', 'In proportion'),
    says: label('Điểm chuẩn nhân với số đã làm chia cho số được giao.', 'The maximum times done over planned.'),
    fields: [
      formula('done', ['Đã làm', 'Done']),
      formula('of', ['Được giao', 'Planned']),
      choice('over', label('Vượt kế hoạch', 'Beyond the plan'), [
        ['cut', 'Chỉ tính đến 100 %', 'Cut at 100 %'],
        ['counts', 'Tính cả phần vượt', 'Counts on'],
      ]),
      points('nothingBelow', 'Dưới phần này không có điểm (0,5 là một nửa)', 'Nothing below this share (0.5 is half)'),
      better,
    ],
  },
  {
    kind: 'relative_to_leader',
    name: label('So với đơn vị dẫn đầu', 'Relative to the leader'),
    says: label(
      'Chưa đạt, đạt, vượt và dẫn đầu khối; điểm tùy cả số liệu của đơn vị khác.',
      'Below, met, exceeded and leading among the group.',
    ),
    fields: [
      formula('actual', ['Thực hiện', 'Actual']),
      formula('target', ['Chỉ tiêu giao', 'Target']),
      better,
      points('met', 'Phần điểm khi vừa đạt (thường 1/2)', 'Share for meeting the target (usually 1/2)'),
      choice('whenTargetIsZero', label('Khi chỉ tiêu bằng 0', 'When the target is zero'), [
        ['ask', 'Hỏi người chấm', 'Ask a person'],
        ['leads', 'Có kết quả là dẫn đầu', 'Any result leads'],
        ['met', 'Coi là đạt', 'Counts as met'],
      ]),
    ],
  },
]
