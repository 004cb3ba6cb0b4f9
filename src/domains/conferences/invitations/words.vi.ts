interface About {
  title: string
  bloc: string
  when: string
  place: string
  agenda: string
  name: string
  url: string
  reason: string
}

const facts = ({ when, place, agenda }: About) => `Thời gian: ${when}\nĐịa điểm: ${place}\n\nChương trình:\n${agenda}`

export const vi = {
  title: 'Thành phần dự họp',
  under: 'Đại biểu của các đơn vị và khách mời; ai có quyền biểu quyết, ai đã trả lời.',
  name: 'Họ và tên',
  nameExample: 'Nguyễn Thị Lan',
  post: 'Chức vụ',
  of: 'Đơn vị, nơi công tác',
  unit: 'Đơn vị',
  unitNone: 'Khách mời, không thuộc đơn vị thành viên',
  organisation: 'Nơi công tác của khách',
  email: 'Thư điện tử',
  emailHelp: 'Không có địa chỉ thì in giấy mời; mã trên giấy cũng trả lời được.',
  hasVote: 'Có quyền biểu quyết của đơn vị',
  voter: 'biểu quyết',
  kinds: { delegate: 'đại biểu', guest: 'khách mời' },
  reply: 'Trả lời',
  answers: { accepted: 'sẽ dự', declined: 'vắng', proxy: 'cử người dự thay' },
  noReply: 'chưa trả lời',
  proxyOf: (name: string) => `dự thay: ${name}`,
  letter: 'Thư mời',
  letters: {
    asked: 'đang gửi',
    deferred: 'máy chủ thư hẹn lại',
    accepted: 'máy chủ thư đã nhận',
    refused: 'máy chủ thư từ chối',
    bounced: 'thư bị trả lại',
    withheld: 'không gửi, địa chỉ đã bị từ chối',
  },
  noLetter: 'không có thư',
  notInvited: 'chưa mời',
  add: 'Thêm người dự họp',
  addSubmit: 'Thêm',
  remove: 'Bỏ khỏi danh sách',
  invite: 'Gửi giấy mời',
  inviteNote: (count: string) => `${count} người trong danh sách chưa được mời.`,
  acts: 'Giấy mời và việc khác',
  paper: 'In giấy mời',
  asked: 'đã hỏi bằng văn bản',
  ask: 'Ghi đã hỏi bằng văn bản',
  none: 'Danh sách còn trống',
  noneBody: 'Thêm đại biểu của từng đơn vị và khách mời.',
  answerTitle: (name: string) => `Trả lời giấy mời của ${name}`,
  answer: 'Anh, chị trả lời thế nào',
  acceptLabel: 'Tôi sẽ dự',
  declineLabel: 'Tôi không dự được',
  proxyLabel: 'Tôi cử người dự thay',
  note: 'Ghi chú cho ban tổ chức',
  proxyName: 'Người dự thay',
  proxyPost: 'Chức vụ của người dự thay',
  proxyMandate: 'Giấy ủy quyền, giấy giới thiệu',
  proxyMandateExample: 'Giấy ủy quyền số 12/GUQ ngày 22/02/2023',
  proxyHelp: 'Chỉ ghi khi cử người dự thay. Người dự thay chỉ được biểu quyết khi có giấy.',
  send: 'Gửi trả lời',
  answered: (answer: string) => `Đã ghi trả lời: ${answer}.`,
  changeable: 'Đổi trả lời được cho đến khi hội nghị khai mạc.',
  invitedTo: (bloc: string) => `${bloc} trân trọng kính mời`,
  chair: 'Chủ trì',
  noAnswerNow: 'Hội nghị không còn nhận trả lời.',
  cancelled: (reason: string) => `Hội nghị đã hủy. Lý do: ${reason}`,
  arrive: 'Tôi đã có mặt',
  arriveNote: 'Hôm nay họp. Bấm khi đã đến hội trường.',
  arrived: 'Đã ghi có mặt. Xin mời vào chỗ.',
  checkIn: 'Điểm danh',
  checkInNote: 'Chọn tên mình rồi bấm nút. Thư ký thấy từng lượt điểm danh và sửa khi có nhầm lẫn.',
  who: 'Tôi là',
  codeOver: 'Mã đã hết hạn',
  codeOverBody: 'Mã trên màn hình lớn đổi mười phút một lần. Quét lại mã đang hiện.',
  nobodyLeft: 'Mọi người trong danh sách đã được điểm danh.',
  mail: {
    when: (time: string, day: string) => `${time}, ${day}`,
    invited: (about: About) => ({
      subject: `Giấy mời: ${about.title}`,
      text: `Kính gửi ${about.name},

${about.bloc} trân trọng kính mời dự “${about.title}”.

${facts(about)}

Xin trả lời tại: ${about.url}
Không cần tài khoản. Liên kết này của riêng người được mời; tại hội trường cũng dùng để báo có mặt.
`,
    }),
    changed: (about: About) => ({
      subject: `Giấy mời thay đổi: ${about.title}`,
      text: `Kính gửi ${about.name},

Nội dung giấy mời dự “${about.title}” của ${about.bloc} đã thay đổi, nay là:

${facts(about)}

Xin trả lời tại: ${about.url}
`,
    }),
    cancelled: (about: About) => ({
      subject: `Hủy: ${about.title}`,
      text: `Kính gửi ${about.name},

“${about.title}” của ${about.bloc}, ${about.when}, không tổ chức.
Lý do: ${about.reason}
`,
    }),
  },
  document: {
    heading: 'GIẤY MỜI',
    about: (title: string) => `dự ${title}`,
    dear: (name: string) => `Kính gửi: ${name}`,
    invites: (bloc: string, title: string) => `${bloc} trân trọng kính mời ông, bà dự ${title}.`,
    time: (when: string) => `Thời gian: ${when}.`,
    place: (place: string) => `Địa điểm: ${place}.`,
    chair: (name: string) => `Chủ trì: ${name}.`,
    agenda: 'Chương trình:',
    qr: 'Mã để trả lời giấy mời và báo có mặt',
    qrNote: 'Quét mã để trả lời giấy mời; tại hội trường, quét lại để báo có mặt.',
    closing: 'Rất mong ông, bà đến dự đúng giờ.',
    sign: ['TM. KHỐI THI ĐUA', 'KHỐI TRƯỞNG'],
  },
}
