import { nameOf } from './deadlines/name-of.ts'
import { newsKinds } from './kinds/news-kinds.vi.ts'
import { conferenceKinds, minutesKinds } from './conference-kinds.vi.ts'
import { consultationKinds } from './kinds/consultation-kinds.vi.ts'
import { scoringKinds } from './scoring-kinds.vi.ts'
import { voiceKinds } from './kinds/voices.vi.ts'

type Facts = Record<string, string>

const named = (f: Facts) => nameOf({ naming: f['naming'] ?? '', facts: f }, 'vi')

/** What each kind of task is called, what is said of it, and its button. */
export const kinds = {
  'calendar.due': {
    title: named,
    detail: (_f: Facts) => 'Có trong lịch của năm.',
    action: 'Mở',
  },
  'calendar.headDue': {
    title: named,
    detail: (_f: Facts) => 'Việc của khối trưởng, có trong lịch của năm.',
    action: 'Mở',
  },
  'agreement.dates': {
    title: (f: Facts) => `Đưa ${f['count']} mốc thời gian của giao ước vào lịch`,
    detail: (f: Facts) => `Đọc được trong phần tổ chức thực hiện của “${f['title']}”; xác nhận từng mốc.`,
    action: 'Xem và xác nhận',
  },
  'blocs.secretaryLeft': {
    title: (f: Facts) => `Cử thư ký mới cho ${f['bloc']}, năm ${f['year']}`,
    detail: (f: Facts) => `${f['person']} đã rời đi, không còn là thư ký.`,
    action: 'Cử thư ký',
  },
  'identity.recoveryOpened': {
    title: (f: Facts) => `Xác nhận khôi phục tài khoản của ${f['person']}`,
    detail: (f: Facts) => `${f['opener']} đã gặp và xem giấy tờ; cần một người thứ hai gặp trực tiếp rồi xác nhận.`,
    action: 'Xem và xác nhận',
  },
  'mandates.asked': {
    title: (f: Facts) => `Xác nhận ủy quyền của ${f['unit']}`,
    detail: (f: Facts) => `Đề nghị cho ${f['person']}; so với giấy ủy quyền rồi xác nhận hoặc từ chối.`,
    action: 'Xem và quyết định',
  },
  'mandates.refused': {
    title: (f: Facts) => `Ủy quyền của ${f['unit']} bị từ chối`,
    detail: (f: Facts) => `Đề nghị cho ${f['person']}; xem lý do rồi gửi lại nếu cần.`,
    action: 'Xem lý do',
  },
  'mandates.ended': {
    title: (f: Facts) => `Ủy quyền của ${f['unit']} đã chấm dứt`,
    detail: (f: Facts) =>
      `Từ ngày ${f['over']}, ${f['person']} không còn ký hay bỏ phiếu thay đơn vị theo ủy quyền này.`,
    action: 'Xem ủy quyền',
  },
  'mandates.ending': {
    title: (f: Facts) => `Ủy quyền của ${f['person']} sắp hết hạn`,
    detail: (f: Facts) =>
      `Từ ngày ${f['over']}, ${f['person']} không còn ký thay ${f['unit']}. Đề nghị ủy quyền mới kèm văn bản để không gián đoạn.`,
    action: 'Đề nghị ủy quyền mới',
  },
  'mandates.certificateRevoked': {
    title: (f: Facts) => `Chứng thư ký của anh, chị tại ${f['unit']} đã bị thu hồi`,
    detail: () => 'Xem lý do trong lịch sử của ủy quyền; muốn ký tiếp thì tạo chữ ký mới.',
    action: 'Xem lý do',
  },
  'blocs.headWanted': {
    title: (f: Facts) => `Chọn khối trưởng năm ${f['year']}`,
    detail: (f: Facts) => `${f['bloc']} chưa có đơn vị làm khối trưởng.`,
    action: 'Chọn khối trưởng',
  },
  'blocs.memberEnded': {
    title: (f: Facts) => `${f['unit']} đã kết thúc hoạt động`,
    detail: (f: Facts) => `Từ ngày ${f['day']} đơn vị thôi là thành viên, theo ${f['document']}.`,
    action: 'Xem thành viên',
  },
  'blocs.handedOn': {
    title: (f: Facts) => `Nhận tiếp: ${f['work']}`,
    detail: (f: Facts) => `Việc còn dở của ${f['bloc']} năm ${f['year']}, đóng do sắp xếp.`,
    action: 'Xem việc cũ',
  },
  'reports.due': {
    title: (f: Facts) => `Gửi báo cáo ${f['period']}`,
    detail: (f: Facts) => `${f['bloc']}; điền số liệu từng chỉ tiêu rồi gửi khối trưởng.`,
    action: 'Điền báo cáo',
  },
  'reports.sent': {
    title: (f: Facts) => `Duyệt báo cáo ${f['period']} của ${f['unit']}`,
    detail: (f: Facts) => `${f['bloc']}; xem số liệu rồi duyệt hoặc trả lại kèm lý do.`,
    action: 'Xem báo cáo',
  },
  'reports.returned': {
    title: (f: Facts) => `Sửa báo cáo ${f['period']} bị trả lại`,
    detail: (f: Facts) => `Lý do: ${f['reason']}`,
    action: 'Sửa báo cáo',
  },
  'reports.correction': {
    title: (f: Facts) => `Quyết định đề nghị sửa số liệu đã duyệt của ${f['unit']}`,
    detail: (f: Facts) => `Báo cáo ${f['period']}; so số cũ, số mới và lý do.`,
    action: 'Xem và quyết định',
  },
  'reports.reopening': {
    title: (f: Facts) => `Quyết định đề nghị mở lại kỳ ${f['period']}`,
    detail: (f: Facts) => `${f['bloc']}; người thứ hai đồng ý hoặc không, kèm lý do.`,
    action: 'Xem và quyết định',
  },
  ...scoringKinds,
  ...minutesKinds,
  ...conferenceKinds,
  ...voiceKinds,
  ...consultationKinds,
  ...newsKinds,
  'scoring.selfDue': {
    title: (f: Facts) => `Tự chấm điểm theo “${f['table']}”`,
    detail: (f: Facts) => `${f['bloc']}, ${f['round']}; điền điểm, lý do, minh chứng rồi lãnh đạo đơn vị gửi phiếu.`,
    action: 'Tự chấm',
  },
  'scoring.returned': {
    title: (f: Facts) => `Sửa phiếu “${f['table']}” bị trả lại`,
    detail: (f: Facts) => `Lý do: ${f['reason']}`,
    action: 'Sửa phiếu',
  },
  'handover.draft': {
    title: (f: Facts) => `Lập biên bản bàn giao khối trưởng cho ${f['receiving']}`,
    detail: (_f: Facts) => 'Khối trưởng đã thay; lập biên bản, chốt rồi hai bên cùng ký.',
    action: 'Bàn giao',
  },
  'handover.returned': {
    title: (f: Facts) => `Biên bản bàn giao cho ${f['receiving']} bị trả lại`,
    detail: (_f: Facts) => 'Xem lý do trong các bản trước, sửa rồi chốt lại.',
    action: 'Xem và sửa',
  },
  'handover.sign': {
    title: (f: Facts) => `Ký biên bản bàn giao khối trưởng từ ${f['giving']} sang ${f['receiving']}`,
    detail: (_f: Facts) => 'Đối chiếu nội dung rồi ký, hoặc trả lại kèm lý do.',
    action: 'Xem và ký',
  },
  'blocs.takenOver': {
    title: (f: Facts) => `Nhận bàn giao: ${f['work']}`,
    detail: (f: Facts) => `Việc còn dở của ${f['bloc']} năm ${f['year']}, do ${f['giving']} bàn giao.`,
    action: 'Xem việc cũ',
  },
  'evidence.more': {
    title: (f: Facts) => `Bổ sung minh chứng cho ${f['subject']}`,
    detail: (f: Facts) => `“${f['title']}”: ${f['asked']}`,
    action: 'Xem và bổ sung',
  },
  'evidence.judge': {
    title: (f: Facts) => `Xem xét ${f['count']} minh chứng của ${f['unit']}`,
    detail: (f: Facts) => `${f['bloc']}; mở từng minh chứng rồi kết luận hợp lệ hoặc cần bổ sung.`,
    action: 'Xem minh chứng',
  },
  'movements.join': {
    title: (f: Facts) => `Đăng ký tham gia phong trào “${f['title']}”`,
    detail: (_f: Facts) => 'Tham gia là tự nguyện; đăng ký kèm kế hoạch của đơn vị.',
    action: 'Đăng ký',
  },
  'movements.review': {
    title: (f: Facts) => `Ghi kết quả ${f['review'] === 'final' ? 'tổng kết' : 'sơ kết'} phong trào “${f['title']}”`,
    detail: (_f: Facts) => 'Tổ chức xong thì ghi ngày và kết quả.',
    action: 'Ghi kết quả',
  },
  'movements.carry': {
    title: (f: Facts) => `Chuyển tiếp phong trào còn thời hạn sang năm ${f['year']}`,
    detail: (f: Facts) => `${f['count']} phong trào của năm trước còn thời hạn.`,
    action: 'Xem và chuyển tiếp',
  },
  'examples.judge': {
    title: (f: Facts) => `Xác nhận điển hình do ${f['unit']} giới thiệu`,
    detail: (_f: Facts) => 'Đọc câu chuyện, xem minh chứng rồi xác nhận hoặc trả lại kèm lý do.',
    action: 'Xem',
  },
  'activities.report': {
    title: (f: Facts) => `Báo cáo hoạt động “${f['title']}”`,
    detail: (f: Facts) => `Hoạt động dự kiến đến ngày ${f['day']}; báo cáo số người, kinh phí, kết quả.`,
    action: 'Báo cáo',
  },
  'activities.plan': {
    title: (f: Facts) => `Lập kế hoạch hoạt động chào mừng: ${f['name']}`,
    detail: (f: Facts) => `Ngày lễ lớn ${f['day']} sắp đến, khối chưa có hoạt động nào.`,
    action: 'Lập kế hoạch',
  },
  'targets.adopted': {
    title: (f: Facts) => `Xem chỉ tiêu thi đua năm ${f['year']}`,
    detail: (f: Facts) => `${f['bloc']} đưa ${f['count']} chỉ tiêu vào thực hiện; đơn vị báo cáo theo kỳ.`,
    action: 'Xem chỉ tiêu',
  },
  'targets.consent': {
    title: (f: Facts) => `Cho ý kiến về thay đổi chỉ tiêu ${f['code']}`,
    detail: (f: Facts) => `${f['name']}. ${f['person']} đề nghị; lãnh đạo đơn vị đồng ý hoặc không, kèm lý do.`,
    action: 'Xem và cho ý kiến',
  },
  'targets.changeAgreed': {
    title: (f: Facts) => `Thay đổi chỉ tiêu ${f['code']} được mọi đơn vị đồng ý`,
    detail: (f: Facts) => `${f['name']}: thay đổi đã được áp dụng.`,
    action: 'Xem',
  },
  'targets.changeRefused': {
    title: (f: Facts) => `Thay đổi chỉ tiêu ${f['code']} không được đồng ý`,
    detail: (f: Facts) => `${f['name']}: chỉ tiêu giữ như đã ký; xem lý do.`,
    action: 'Xem lý do',
  },
  'agreement.draft': {
    title: (f: Facts) => `Soạn “${f['title']}”`,
    detail: (_f: Facts) => 'Soạn xong thì kiểm tra và chốt văn bản để các đơn vị ký.',
    action: 'Soạn tiếp',
  },
  'agreement.refused': {
    title: (f: Facts) => `Một đơn vị từ chối ký “${f['title']}”`,
    detail: (_f: Facts) => 'Xem lý do, trao đổi với đơn vị rồi lập bản mới.',
    action: 'Xem lý do',
  },
  'agreement.withdrawn': {
    title: (f: Facts) => `Một đơn vị rút lại chữ ký trên “${f['title']}”`,
    detail: (_f: Facts) => 'Xem lý do, trao đổi với đơn vị rồi lập bản mới.',
    action: 'Xem lý do',
  },
  'agreement.expired': {
    title: (f: Facts) => `Quá hạn ký “${f['title']}”`,
    detail: (_f: Facts) => 'Gia hạn ký kèm lý do, hoặc lập bản mới.',
    action: 'Gia hạn hoặc lập bản mới',
  },
  'agreement.witness': {
    title: (f: Facts) => `Làm chứng chữ ký trên giấy của ${f['unit']}`,
    detail: (f: Facts) => `“${f['title']}”, người ký: ${f['signer']}; so bản quét với văn bản đã chốt.`,
    action: 'Xem bản quét',
  },
  'agreement.scanBrought': {
    title: (_f: Facts) => 'Khối trưởng đã gửi bản quét chữ ký trên giấy của đơn vị',
    detail: (f: Facts) => `“${f['title']}”, ghi người ký: ${f['signer']}. Nếu đơn vị chưa ký, báo ngay khối trưởng.`,
    action: 'Xem bản quét',
  },
  'agreement.scanRefused': {
    title: (f: Facts) => `Bản quét của ${f['unit']} không được xác nhận`,
    detail: (f: Facts) => `“${f['title']}”; xem lý do rồi gửi bản quét khác.`,
    action: 'Gửi bản khác',
  },
  'agreement.sign': {
    title: (f: Facts) => `Ký “${f['title']}”`,
    detail: (f: Facts) => `Người ký: ${f['signer']}.`,
    action: 'Xem và ký',
  },
}
