type Values = Readonly<Record<string, string | number>>

export const vi = {
  title: (name: string) => `${name} rời đi`,
  link: 'Người này rời đi',
  what: 'Dùng khi một người nghỉ hưu, chuyển công tác hoặc thôi giữ việc. Hôm nay là ngày làm việc cuối.',
  ends: 'Những gì chấm dứt ngay hôm nay',
  account: 'Tài khoản',
  accountLines: 'không đăng nhập được nữa; mọi nơi đang đăng nhập, lời mời và xác thực hai bước chấm dứt',
  roles: 'Vai trò chung',
  stays: 'Những gì giữ nguyên: văn bản đã ký, việc đã làm và lịch sử vẫn ghi tên người này.',
  reason: 'Lý do',
  reasonExample: 'Nghỉ hưu từ ngày 01/12',
  document: 'Văn bản',
  documentHelp: 'Quyết định nghỉ hưu, điều động hoặc thôi giữ chức; số và ngày.',
  documentExample: 'Quyết định 45/QĐ-HLHPN ngày 20/11/2026',
  submit: 'Xác nhận người này rời đi',
  confirmFirst: 'Xác nhận lại mật khẩu để tiếp tục',
  only: 'Người này còn giữ vai trò chung hoặc còn làm cho đơn vị khác: chỉ người quản trị cho rời đi được. Ở đơn vị mình, anh, chị thôi giao vai trò cho người này được.',
  gone: (name: string) => `${name} đã rời đi. Tài khoản đã đóng.`,
  done: 'Tới việc cần làm',
  back: 'Mời lại người này',
  backHelp:
    'Người ấy trở lại với chính tài khoản cũ để lịch sử liền một mạch; đặt mật khẩu mới bằng lời mời, vai trò và ủy quyền được giao lại từ đầu.',
  actions: {
    'identity.left': 'ghi nhận người này rời đi',
    'identity.invitedBack': 'mời người này trở lại',
  },
  violations: {
    isLeader: (values: Values) => `${values['name']} là lãnh đạo đơn vị; việc này do người quản trị làm.`,
    alsoElsewhere: (values: Values) =>
      `${values['name']} còn giữ vai trò chung hoặc còn làm cho đơn vị khác. Hãy nhờ người quản trị.`,
    gone: (values: Values) => `${values['name']} đã rời đi rồi.`,
    lastDay: (values: Values) =>
      `Hôm nay là ngày làm việc cuối của ${values['name']}, vai trò đến hết ngày mới thôi. Xin mời lại từ ngày mai.`,
    notGone: (values: Values) => `Tài khoản của ${values['name']} chưa đóng, nên không cần mời lại.`,
  },
}
