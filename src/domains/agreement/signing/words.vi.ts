type Values = Readonly<Record<string, string | number>>
type Told<Name extends string> = Readonly<Record<Name, string>>

interface Letter {
  subject: string
  text: string
}

export const vi = {
  vacant: (units: string) => `Ủy quyền ký đã hết trước khi ký: ${units}`,
  vacantBody:
    'Người được nêu trong văn bản không còn ký được nữa. Khi đơn vị đã có người ký mới, khối trưởng lập bản mới để ký lại.',
  vacantMayFollow:
    'Người được nêu trong văn bản không còn ký được nữa. Văn bản cho phép người kế nhiệm ký thay: khi ủy quyền của người kế nhiệm được xác nhận, người đó ký được ngay tại ô của đơn vị.',
  voidWithYear: (day: string, document: string) => `Năm thi đua đóng do sắp xếp từ ngày ${day}, theo ${document}`,
  endedUnit: (unit: string) => `${unit} (đã kết thúc hoạt động)`,
  voidReason: (units: string) => `Ủy quyền của người ký đã hết trước khi ký: ${units}`,
  voidOverdue: (day: string) => `Quá hạn ký ngày ${day}`,
  insteadOf: (name: string) => `Ký thay ${name}`,
  substitute: (name: string, post: string) => `Người ký thay: ${name}, ${post}`,
  ways: { key: 'ký bằng khóa trên máy', pen: 'ký trên giấy' },
  withdrawn: (at: string) => `đã ký, rút lại ${at}`,
  withdrawnBy: (unit: string) => `${unit} rút lại chữ ký`,
  withdraw: {
    heading: 'Rút lại chữ ký',
    link: 'Rút lại chữ ký',
    consequence:
      'Văn bản này không ký tiếp được nữa. Chữ ký đã có không xóa được khỏi tệp; nó được giữ lại và ghi là đã rút. Khối trưởng lập bản mới để các đơn vị ký lại từ đầu. Khi mọi đơn vị đã ký thì không rút được nữa.',
    whom: 'Lý do được gửi tới tất cả các đơn vị.',
    reason: 'Lý do rút lại',
    do: 'Rút lại chữ ký và gửi lý do',
    keep: 'Giữ chữ ký',
  },
  overdue: (day: string) => `Đã quá hạn ký ngày ${day}`,
  overdueBody: 'Không đơn vị nào ký được nữa. Khối trưởng gia hạn ký hoặc lập bản mới.',
  extend: {
    heading: 'Gia hạn ký',
    link: 'Gia hạn ký',
    until: (day: string) => `Hạn ký hiện nay: ${day}`,
    consequence: 'Văn bản và các chữ ký đã có giữ nguyên. Mọi đơn vị được báo hạn mới và lý do.',
    signBy: 'Hạn ký mới',
    reason: 'Lý do gia hạn',
    do: 'Gia hạn và báo các đơn vị',
    keep: 'Không gia hạn',
  },
  mails: {
    withdrawn: ({ name, title, unit, reason }: Told<'name' | 'title' | 'unit' | 'reason'>): Letter => ({
      subject: `${unit} rút lại chữ ký trên ${title}`,
      text: `Kính gửi ${name},\n\n${unit} rút lại chữ ký trên “${title}”. Lý do:\n\n${reason}\n\nVăn bản này không ký tiếp được nữa. Khối trưởng sẽ lập bản mới và gửi lại.\n`,
    }),
    extended: ({ name, title, day, reason }: Told<'name' | 'title' | 'day' | 'reason'>): Letter => ({
      subject: `Gia hạn ký ${title} đến ${day}`,
      text: `Kính gửi ${name},\n\nHạn ký “${title}” được dời đến hết ngày ${day}. Lý do:\n\n${reason}\n\nVăn bản và các chữ ký đã có giữ nguyên.\n`,
    }),
    expired: ({ name, title, day }: Told<'name' | 'title' | 'day'>): Letter => ({
      subject: `Quá hạn ký ${title}`,
      text: `Kính gửi ${name},\n\nHạn ký “${title}” là hết ngày ${day}; đến hạn còn đơn vị chưa ký nên việc ký dừng lại. Khối trưởng sẽ gia hạn hoặc lập bản mới.\n`,
    }),
    substitute: ({ name, title, unit, instead }: Told<'name' | 'title' | 'unit' | 'instead'>): Letter => ({
      subject: `Ký thay: ${title}`,
      text: `Kính gửi ${name},\n\nỦy quyền ký của ${instead} đã hết trước khi ${unit} ký “${title}”. Theo ủy quyền đã được xác nhận, anh, chị ký thay tại ô của đơn vị. Việc ký ở trong Việc cần làm.\n`,
    }),
  },
  violations: {
    wasWithdrawn: 'Một đơn vị đã rút lại chữ ký trên văn bản này. Chờ khối trưởng lập bản mới.',
    wasStopped: 'Việc ký văn bản này đã dừng vì có đơn vị từ chối hoặc rút lại chữ ký; chỉ lập được bản mới.',
    signingOver: ({ day }: Values) => `Đã hết hạn ký ngày ${day}. Chờ khối trưởng gia hạn hoặc lập bản mới.`,
    signedByAll: 'Mọi đơn vị đã ký, không rút lại được nữa.',
    extendedToPast: 'Hạn ký mới phải từ hôm nay trở đi.',
    noDeadline: 'Văn bản này không ghi hạn ký.',
    notLater: ({ day }: Values) => `Hạn ký mới phải sau hạn hiện nay (${day}).`,
  },
  actions: {
    'agreement.withdrawn': 'rút lại chữ ký',
    'agreement.extended': 'gia hạn ký',
    'agreement.expired': 'ghi nhận quá hạn ký',
  } as Record<string, string>,
}
