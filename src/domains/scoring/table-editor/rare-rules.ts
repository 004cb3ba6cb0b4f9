import { actual, better, choice, formula, label, points, whens, words, type RuleForm } from './rule-form.ts'

/** The kinds that some tables need. */
export const rareRules: readonly RuleForm[] = [
  {
    kind: 'deadline',
    name: label('Theo thời hạn', 'By a deadline'),
    says: label('So ngày làm với hạn: đúng hạn, chậm, sớm, không làm.', 'A day against its last day.'),
    fields: [
      formula('date', ['Ngày đã làm', 'Day it was done'], 'date'),
      formula('due', ['Hạn (ngày hoặc số liệu ngày)', 'Due (a day or a fact)'], 'date'),
      points('onTime', 'Điểm khi đúng hạn', 'Points on time'),
      points('late', 'Điểm khi chậm', 'Points when late'),
      points('never', 'Điểm khi không làm', 'Points when never'),
    ],
  },
  {
    kind: 'per_period',
    name: label('Theo từng kỳ báo cáo', 'Per report'),
    says: label(
      'Điểm cho mỗi báo cáo đúng hạn, chậm hoặc không gửi.',
      'Points for each report on time, late or missing.',
    ),
    fields: [
      formula('reports', ['Nhật ký báo cáo', 'Report log'], 'reports'),
      {
        key: 'kinds',
        kind: 'list',
        label: label('Chỉ các loại (month, half_year, year)', 'Only kinds (month, half_year, year)'),
      },
      points('points.onTime', 'Mỗi báo cáo đúng hạn', 'Each on time'),
      points('points.late', 'Mỗi báo cáo chậm', 'Each late'),
      points('points.missing', 'Mỗi báo cáo không gửi', 'Each missing'),
    ],
  },
  {
    kind: 'step',
    name: label('Mỗi bước trên một ngưỡng', 'Per step'),
    says: label('Cứ thêm 1 % trên 92 % được cộng 0,1.', 'Points for each step above or below a threshold.'),
    fields: [
      actual,
      points('over', 'Trên ngưỡng', 'Above'),
      points('under', 'Hoặc dưới ngưỡng', 'Or below'),
      points('each', 'Mỗi bước là', 'Each step is', true),
      points('points', 'Điểm mỗi bước', 'Points per step', true),
      { key: 'partial', kind: 'tick', label: label('Tính cả phần của bước', 'Parts of a step count') },
    ],
  },
  {
    kind: 'one_of',
    name: label('Chọn một trong các mức', 'One of several'),
    says: label('Một trong nhiều mức, mỗi mức một điều kiện.', 'One of several, each with its condition.'),
    fields: [
      choice('pick', label('Khi nhiều mức cùng đúng', 'When several hold'), [
        ['highest', 'Lấy điểm cao nhất', 'The highest'],
        ['lowest', 'Lấy điểm thấp nhất', 'The lowest'],
        ['first', 'Lấy mức đứng trước', 'The first'],
      ]),
      points('none', 'Điểm khi không mức nào đúng', 'Points when none holds'),
    ],
    rows: { key: 'options', label: label('Các mức', 'Options'), columns: whens },
  },
  {
    kind: 'parts',
    name: label('Cộng từng phần', 'Sum of parts'),
    says: label(
      'Nhiều phần, mỗi phần có điều kiện và điểm riêng, cộng lại.',
      'Parts, each with its condition, added up.',
    ),
    fields: [],
    rows: { key: 'parts', label: label('Các phần', 'Parts'), columns: whens },
  },
  {
    kind: 'awards',
    name: label('Theo khen thưởng', 'By awards'),
    says: label('Cộng điểm theo hình thức đã được khen: cờ, bằng khen.', 'Points by what was awarded.'),
    fields: [
      formula('awards', ['Danh sách khen thưởng', 'List of awards'], 'cases'),
      choice('pick', label('Khi được nhiều hình thức', 'With several'), [
        ['sum', 'Cộng lại', 'Added up'],
        ['highest', 'Lấy mức cao nhất', 'The highest'],
      ]),
    ],
    rows: {
      key: 'points',
      label: label('Các hình thức', 'Awards'),
      columns: [
        { key: 'award', kind: 'words', label: label('Mã hình thức', 'Code') },
        words,
        points('points', 'Điểm', 'Points'),
      ],
    },
  },
  {
    kind: 'flexible',
    name: label('Cộng trừ linh hoạt', 'Flexible plus and minus'),
    says: label(
      'Mỗi việc có mức điểm riêng trong khoảng: phê bình −3, biểu dương +3.',
      'Cases that each carry their own points.',
    ),
    fields: [
      formula('cases', ['Danh sách việc', 'List of cases'], 'cases'),
      points('from', 'Từ', 'From', true),
      points('to', 'Đến', 'To', true),
    ],
  },
  {
    kind: 'points_by_rank',
    name: label('Theo thứ hạng', 'By rank'),
    says: label('Điểm theo thứ hạng trong khối: nhất 60, nhì 45, ba 30…', 'Points by place among the group.'),
    fields: [
      { ...formula('of', ['Số liệu để xếp', 'Figure that ranks']) },
      {
        key: 'points',
        kind: 'list',
        label: label('Điểm từ hạng nhất trở đi', 'Points from the first place on'),
        required: true,
      },
      points('beyond', 'Điểm của các hạng sau', 'Points beyond'),
      better,
    ],
  },
  {
    kind: 'matrix',
    name: label('Theo hai chiều', 'Matrix'),
    says: label(
      'Điểm theo hai số liệu cùng lúc; ghi ở ô nâng cao.',
      'Points by two figures at once; written in the advanced box.',
    ),
    fields: [],
    begins: {
      rows: { of: 'tc_a', bands: [{ below: 1000 }, { from: 1000 }] },
      columns: { of: 'tc_b', bands: [{ below: 10 }, { from: 10 }] },
      points: [
        [0, 1],
        [1, 2],
      ],
    },
  },
  {
    kind: 'formula',
    name: label('Công thức', 'Formula'),
    says: label('Cho những gì các cách khác không nói được.', 'For what no other rule says.'),
    fields: [points('points', 'Công thức tính điểm', 'Formula for points', true)],
  },
]
