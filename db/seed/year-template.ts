import type { LogKindDraft, LogNumber } from '../../src/domains/movements/log/log-kind.ts'

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
