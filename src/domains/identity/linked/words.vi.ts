type Values = Readonly<Record<string, string>>

export const vi = {
  title: 'Tài khoản liên kết',
  what: (label: string) =>
    `Đã liên kết thì đăng nhập ở đây bằng ${label}, không phải gõ mật khẩu của trang này. Mật khẩu và mã vẫn còn dùng, nhất là khi ký và làm việc quan trọng.`,
  account: {
    off: (label: string) => `Chưa liên kết ${label}.`,
    on: (count: number) => `Đang liên kết ${count} tài khoản.`,
    open: 'Xem và liên kết',
  },
  signIn: (label: string) => `Đăng nhập bằng ${label}`,
  link: (label: string) => `Liên kết ${label}`,
  linkHelp: 'Sẽ sang trang đăng nhập ở nơi ấy rồi quay lại đây.',
  confirmFirst: 'Xác nhận lại để liên kết',
  leave: {
    title: (label: string) => `Liên kết ${label}`,
    what: (label: string) =>
      `Đăng nhập đúng ${label} của mình. Quay lại đây, tài khoản ấy sẽ mở được tài khoản của anh, chị.`,
    go: 'Sang trang đăng nhập',
    cancel: 'Không liên kết nữa',
  },
  none: 'Chưa liên kết tài khoản nào',
  noneBody: 'Không bắt buộc: tên đăng nhập và mật khẩu của trang này vẫn dùng được.',
  label: 'Tài khoản',
  linkedAt: 'Liên kết lúc',
  way: 'Ai liên kết',
  ways: { person: 'chính mình', record: 'theo tên người quản trị đã ghi' },
  used: 'Dùng lần cuối',
  unused: 'chưa dùng',
  act: 'Việc',
  unlink: 'Bỏ liên kết',
  unlinkOf: (label: string) => `Bỏ liên kết ${label}`,
  done: { 'da-noi': 'Đã liên kết.', 'da-bo': 'Đã bỏ liên kết.', 'da-rut': 'Đã rút.' },
  own: {
    title: 'Có người được chờ đăng nhập vào tài khoản này',
    body: (recorder: string, value: string, at: string) =>
      `${recorder} đã ghi lúc ${at}: ai đăng nhập bằng tài khoản liên kết có tên “${value}” thì vào tài khoản của anh, chị. Nếu đó không phải tên của anh, chị thì từ chối ngay.`,
    refuse: 'Từ chối',
  },
  expected: {
    title: (name: string) => `Tài khoản liên kết của ${name}`,
    link: 'Tài khoản liên kết',
    what: (label: string) =>
      `Ghi tên hoặc mã số của người này ở ${label}. Lần đầu có ai đăng nhập từ đó với đúng tên ấy, tài khoản được liên kết với người này; ghi một lần, dùng một lần. Người ấy nhận thư báo và có thể từ chối.`,
    value: 'Tên hoặc mã số ở nơi ấy',
    valueHelp: 'Đúng từng chữ như nơi ấy ghi. Không dùng địa chỉ thư.',
    save: 'Ghi',
    waiting: (value: string, recorder: string, at: string) => `Đang chờ “${value}”, do ${recorder} ghi lúc ${at}.`,
    withdraw: 'Rút',
    saved: 'Đã ghi.',
  },
  mail: {
    subject: 'Tài khoản liên kết cho tài khoản của anh, chị trên hệ thống Giao Ước',
    text: (mail: { name: string; by: string; value: string; origin: string }) =>
      [
        `Kính gửi ${mail.name},`,
        '',
        `${mail.by} đã ghi rằng ai đăng nhập bằng tài khoản liên kết có tên “${mail.value}” thì vào tài khoản của anh, chị.`,
        '',
        `Nếu đó không phải tên của anh, chị, xin từ chối ngay ở trang: ${mail.origin}/tai-khoan/lien-ket`,
        'và báo cơ quan thi đua.',
      ].join('\n'),
  },
  deeds: {
    'identity.identityLinked': ({ name = '' }: Values) => `liên kết tài khoản “${name}” để đăng nhập`,
    'identity.identityAdopted': ({ name = '', value = '' }: Values) =>
      `đăng nhập lần đầu bằng tài khoản liên kết “${name}”, theo tên “${value}” người quản trị đã ghi`,
    'identity.identityUnlinked': ({ name = '' }: Values) => `bỏ liên kết tài khoản “${name}”`,
    'identity.identityExpected': ({ name = '', value = '' }: Values) =>
      `ghi “${value}” là tên tài khoản liên kết của ${name}`,
    'identity.expectedWithdrawn': ({ value = '' }: Values) => `rút tên tài khoản liên kết “${value}”`,
  },
  violations: {
    unreachable:
      'Chưa hỏi được nơi đăng nhập ấy: máy chủ của họ không trả lời. Thử lại sau, hoặc đăng nhập bằng mật khẩu.',
    declined: 'Ở nơi ấy, việc đăng nhập đã bị hủy hoặc từ chối.',
    notProven: 'Câu trả lời của nơi ấy không đúng với lần hỏi này nên không dùng được. Đăng nhập lại từ đầu.',
    requestOver:
      'Lần đăng nhập này đã dùng rồi, đã để quá mười phút, hoặc bắt đầu từ trình duyệt khác. Đăng nhập lại từ đầu.',
    unknown:
      'Tài khoản ấy chưa liên kết với ai ở đây. Đăng nhập bằng mật khẩu, vào Tài khoản, mục Tài khoản liên kết để liên kết; chưa có tài khoản thì hỏi người quản trị.',
    otherPerson: 'Lần liên kết này do người khác bắt đầu. Đăng nhập đúng tài khoản rồi liên kết lại.',
    taken: 'Tài khoản ấy đã liên kết rồi. Một tài khoản chỉ liên kết với một người.',
    notActive: 'Người này chưa mở tài khoản hoặc đã rời đi, nên chưa ghi được.',
    expectedElsewhere: 'Tên này đã ghi cho người khác.',
    nothingExpected: 'Không còn tên nào đang chờ.',
  },
}
