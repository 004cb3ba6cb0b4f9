import type { LogKindDraft, LogNumber } from '../../src/domains/movements/log/log-kind.ts'
import { usualDraft, type TargetDraft } from '../../src/domains/targets/cards/target-draft.ts'

const sum = (code: string, name: string, measure: string): LogNumber => ({
  code,
  name,
  measure,
  counting: 'sum',
  required: false,
})
const main = (code: string, name: string, measure: string): LogNumber => ({
  ...sum(code, name, measure),
  required: true,
})
const last = (code: string, name: string, measure: string): LogNumber => ({
  ...sum(code, name, measure),
  counting: 'last',
})

/**
 * What a bloc of the Front and the mass organisations may log in a year: the matters are those of the agreement of Nam
 * Định's bloc of 2023, the words our own. A bloc takes the template over and changes it.
 */
export const logKinds: readonly LogKindDraft[] = [
  {
    code: 'propaganda',
    name: 'Tuyên truyền, vận động',
    help: 'Mỗi buổi, mỗi đợt tuyên truyền chủ trương, pháp luật tới đoàn viên, hội viên.',
    numbers: [main('sessions', 'Số buổi', 'buổi'), sum('people', 'Lượt người dự', 'lượt người')],
  },
  {
    code: 'news',
    name: 'Tin, bài về phong trào thi đua',
    help: 'Tin, bài đã đăng, phát; ghi nơi đăng và ngày đăng.',
    numbers: [main('items', 'Số tin, bài', 'tin, bài')],
  },
  {
    code: 'theme-study',
    name: 'Học tập chuyên đề của năm',
    help: 'Buổi học chuyên đề năm về tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
    numbers: [
      main('sessions', 'Số buổi', 'buổi'),
      sum('people', 'Lượt người dự', 'lượt người'),
      last('share', 'Tỷ lệ đoàn viên, hội viên đã học', '%'),
    ],
  },
  {
    code: 'admin-reform',
    name: 'Cải cách hành chính',
    help: 'Việc đã làm để thủ tục gọn hơn, hồ sơ đúng hạn hơn; văn hóa công sở.',
    numbers: [
      sum('dossiers', 'Hồ sơ đã giải quyết', 'hồ sơ'),
      sum('on-time', 'Trong đó đúng hạn', 'hồ sơ'),
      sum('initiatives', 'Sáng kiến, cải tiến', 'sáng kiến'),
    ],
  },
  {
    code: 'thrift',
    name: 'Thực hành tiết kiệm; phòng, chống tham nhũng, lãng phí',
    help: 'Khoản tiết kiệm được, cuộc tự kiểm tra, bản kê khai tài sản đã nộp.',
    numbers: [
      sum('saved', 'Số tiền tiết kiệm', 'triệu đồng'),
      sum('checks', 'Cuộc tự kiểm tra', 'cuộc'),
      sum('declarations', 'Bản kê khai đã nộp', 'bản'),
    ],
  },
  {
    code: 'party-building',
    name: 'Xây dựng Đảng, xây dựng tổ chức vững mạnh',
    help: 'Sinh hoạt chi bộ theo chuyên đề, giới thiệu người ưu tú cho Đảng.',
    numbers: [
      sum('sessions', 'Buổi sinh hoạt chuyên đề', 'buổi'),
      sum('introduced', 'Người được giới thiệu cho Đảng', 'người'),
      sum('admitted', 'Đảng viên mới được kết nạp', 'người'),
    ],
  },
  {
    code: 'membership',
    name: 'Phát triển đoàn viên, hội viên',
    help: 'Đoàn viên, hội viên kết nạp mới; cách tập hợp mới ở khu dân cư, doanh nghiệp.',
    numbers: [
      main('joined', 'Kết nạp mới', 'người'),
      last('members', 'Tổng số đoàn viên, hội viên', 'người'),
      sum('groups', 'Chi hội, câu lạc bộ mới', 'tổ chức'),
    ],
  },
  {
    code: 'policy-comments',
    name: 'Góp ý chính sách, pháp luật; giám sát, phản biện',
    help: 'Dự thảo đã góp ý, cuộc giám sát, hội nghị phản biện.',
    numbers: [
      sum('drafts', 'Dự thảo đã góp ý', 'văn bản'),
      sum('comments', 'Ý kiến góp ý', 'ý kiến'),
      sum('accepted', 'Ý kiến được tiếp thu', 'ý kiến'),
      sum('supervisions', 'Cuộc giám sát, phản biện', 'cuộc'),
    ],
  },
  {
    code: 'members-voice',
    name: 'Nắm bắt tâm tư, nguyện vọng',
    help: 'Lần tiếp xúc, lấy ý kiến; ý kiến đã chuyển tới nơi có trách nhiệm trả lời.',
    numbers: [
      sum('opinions', 'Ý kiến đã ghi nhận', 'ý kiến'),
      sum('forwarded', 'Ý kiến đã chuyển', 'ý kiến'),
      sum('solved', 'Ý kiến đã được giải quyết', 'ý kiến'),
    ],
  },
  {
    code: 'care',
    name: 'Chăm lo, bảo vệ quyền lợi đoàn viên, hội viên',
    help: 'Người được thăm hỏi, hỗ trợ; vụ việc được bảo vệ, tư vấn.',
    numbers: [
      sum('people', 'Người được chăm lo', 'người'),
      sum('money', 'Kinh phí', 'triệu đồng'),
      sum('cases', 'Vụ việc được bảo vệ, tư vấn', 'vụ'),
    ],
  },
  {
    code: 'poor-support',
    name: 'Giúp hộ nghèo, xây dựng nông thôn mới',
    help: 'Nhà, công trình, sinh kế giúp hộ nghèo và xã nông thôn mới.',
    numbers: [
      sum('households', 'Hộ được giúp', 'hộ'),
      sum('houses', 'Nhà xây mới, sửa chữa', 'nhà'),
      sum('works', 'Công trình, phần việc', 'công trình'),
      sum('money', 'Kinh phí', 'triệu đồng'),
    ],
  },
  {
    code: 'mobilisation-models',
    name: 'Mô hình dân vận khéo, an ninh Tổ quốc',
    help: 'Mô hình mới xây dựng hoặc duy trì; ghi tên và nơi làm.',
    numbers: [sum('new-models', 'Mô hình mới', 'mô hình'), last('models', 'Mô hình đang duy trì', 'mô hình')],
  },
]

type TargetKind = Partial<TargetDraft> & Pick<TargetDraft, 'code' | 'name' | 'topic'>

const target = (measure: TargetDraft['measure'], kind: TargetKind): TargetDraft => ({ ...usualDraft(measure), ...kind })

const work = 'Nhiệm vụ và tuyên truyền'
const members = 'Đoàn viên, hội viên'
const community = 'Vì cộng đồng'
const building = 'Xây dựng tổ chức'

/**
 * What a bloc of the Front and the mass organisations may set itself for a year, after the ten commitments of the sample
 * in our own words; plans are a beginning, for the bloc to change.
 */
export const targets: readonly TargetDraft[] = [
  target('yes_no', {
    code: 'CT01',
    topic: work,
    planned: '1',
    frequency: 'half_year',
    isPublic: true,
    name: 'Mở đợt thi đua theo chủ đề năm tới mọi cơ sở',
    explanation: 'Có khi mọi cơ sở trực thuộc đã phát động, có kế hoạch.',
  }),
  target('count', {
    code: 'CT02',
    topic: work,
    measureUnit: 'buổi',
    frequency: 'month',
    logKind: 'propaganda.sessions',
    name: 'Buổi tuyên truyền chủ trương, pháp luật',
    planned: '24',
  }),
  target('percent', {
    code: 'CT03',
    topic: work,
    planned: '90',
    isPublic: true,
    name: 'Tỷ lệ đoàn viên, hội viên học chuyên đề năm',
    explanation: 'Số đã học trên tổng số đoàn viên, hội viên của đơn vị đến cuối kỳ.',
  }),
  target('percent', {
    code: 'CT04',
    topic: work,
    planned: '95',
    name: 'Tỷ lệ hồ sơ, văn bản giải quyết đúng hạn',
    source: 'Phần mềm quản lý văn bản',
  }),
  target('count', {
    code: 'CT05',
    topic: members,
    measureUnit: 'người',
    frequency: 'month',
    isPublic: true,
    name: 'Đoàn viên, hội viên kết nạp mới',
    reporter: 'Ban Tổ chức',
  }),
  target('count', {
    code: 'CT06',
    topic: members,
    measureUnit: 'ý kiến',
    frequency: 'month',
    name: 'Ý kiến, nguyện vọng đã ghi nhận',
  }),
  target('count', {
    code: 'CT07',
    topic: members,
    measureUnit: 'ý kiến',
    frequency: 'month',
    name: 'Ý kiến, nguyện vọng đã được trả lời',
  }),
  target('percent', {
    code: 'CT08',
    topic: members,
    frequency: 'month',
    planned: '80',
    name: 'Tỷ lệ ý kiến, nguyện vọng được trả lời',
    formula: { kind: 'ratio', of: ['CT07', 'CT06'] },
  }),
  target('money', {
    code: 'CT09',
    topic: community,
    isPublic: true,
    name: 'Vận động giúp hộ nghèo, xây dựng nông thôn mới',
    explanation: 'Cả tiền và hiện vật quy ra tiền.',
  }),
  target('count', {
    code: 'CT10',
    topic: community,
    measureUnit: 'hoạt động',
    planned: '6',
    name: 'Hoạt động vào các ngày lễ lớn và ngày truyền thống',
  }),
  target('count', {
    code: 'CT11',
    topic: building,
    measureUnit: 'vụ',
    planned: '0',
    direction: 'less',
    name: 'Vụ việc tham nhũng, lãng phí phải xử lý',
  }),
  target('class', {
    code: 'CT12',
    topic: building,
    frequency: 'year',
    planned: '2',
    name: 'Xếp loại tổ chức cơ sở cuối năm',
    classes: ['Hoàn thành', 'Hoàn thành tốt', 'Hoàn thành xuất sắc'],
  }),
]
