type Values = Readonly<Record<string, string>>

export const vi = {
  title: 'Khóa truy cập',
  what: 'Khóa truy cập nằm trong máy tính, điện thoại hoặc khóa bảo mật của anh, chị, mở bằng vân tay, khuôn mặt hoặc mã của máy. Đăng nhập bằng khóa thì không phải gõ mật khẩu và mã, và không ai lừa lấy được khóa bằng trang giả.',
  countsAsBoth:
    'Có khóa truy cập là đã có xác thực hai bước: từ đó chỉ mật khẩu thôi thì không vào được nữa. Ở máy không có khóa, cần thêm mã trên điện thoại hoặc một mã khôi phục.',
  account: {
    title: 'Khóa truy cập',
    count: (count: number) => (count === 0 ? 'Chưa có khóa nào.' : `Đang có ${count} khóa.`),
    open: 'Xem và thêm khóa',
  },
  add: 'Thêm khóa cho máy này',
  addHelp: 'Máy sẽ hỏi vân tay, khuôn mặt hoặc mã của máy. Khóa bí mật không rời máy; hệ thống chỉ giữ phần công khai.',
  name: 'Tên khóa',
  nameHelp: 'Để sau này nhận ra máy nào.',
  nameExample: 'Máy tính ở cơ quan',
  submit: 'Thêm khóa',
  confirmFirst: 'Xác nhận lại để thêm hoặc bỏ khóa',
  noScript:
    'Muốn thêm khóa phải dùng trình duyệt có JavaScript, trên trang mở bằng https, và máy có khóa màn hình. Không thấy nút thêm khóa thì bật xác thực hai bước bằng điện thoại.',
  none: 'Chưa có khóa truy cập',
  noneBody: 'Thêm một khóa cho máy hay dùng; nên có thêm khóa ở điện thoại để phòng khi máy hỏng.',
  made: 'Thêm lúc',
  used: 'Dùng lần cuối',
  unused: 'chưa dùng',
  kept: 'Nơi giữ',
  isSynced: 'có bản đồng bộ của hãng',
  isNotSynced: 'chỉ trong máy này',
  state: 'Tình trạng',
  states: { good: 'dùng được', halted: 'đã chặn' },
  haltedBody: 'Bộ đếm của khóa lùi lại: có thể khóa đã bị sao chép. Bỏ khóa này, thêm khóa mới và đổi mật khẩu.',
  host: 'Dùng cho trang',
  rename: 'Đổi tên khóa',
  save: 'Lưu tên',
  remove: 'Bỏ khóa',
  removeWhat: 'Khóa này không còn mở được tài khoản. Sau đó xóa khóa cả trong máy.',
  removeUndo: 'Không lấy lại được; thêm khóa mới lúc nào cũng được.',
  toList: 'Về danh sách khóa',
  done: {
    'da-them': 'Đã thêm khóa truy cập.',
    'da-doi-ten': 'Đã đổi tên khóa.',
    'da-bo': 'Đã bỏ khóa truy cập.',
  },
  use: 'Dùng khóa truy cập',
  says: {
    waiting: 'Làm theo máy: đặt vân tay, nhìn vào máy hoặc gõ mã của máy.',
    refused: 'Máy chưa trả lời, hoặc đã bấm hủy. Bấm lại khi sẵn sàng.',
    known: 'Máy này đã có khóa của tài khoản rồi.',
    failed: 'Chưa hỏi được máy chủ. Kiểm tra mạng rồi bấm lại.',
  },
  led: 'Thay cho điện thoại, có thể dùng khóa truy cập trong máy này.',
  deeds: {
    'identity.passkeyRegistered': ({ name = '' }: Values) => `thêm khóa truy cập “${name}”`,
    'identity.passkeyRenamed': ({ name = '', before = '' }: Values) =>
      `đổi tên khóa truy cập “${before}” thành “${name}”`,
    'identity.passkeyRemoved': ({ name = '' }: Values) => `bỏ khóa truy cập “${name}”`,
    'identity.passkeyHalted': ({ name = '' }: Values) => `khóa truy cập “${name}” bị chặn vì bộ đếm lùi lại`,
  },
  violations: {
    notAccepted:
      'Khóa này không mở được tài khoản ở đây: có thể đã bỏ, hoặc là của trang khác. Chọn khóa khác, hoặc đăng nhập bằng mật khẩu.',
    challengeOver: 'Lần hỏi này đã dùng rồi, hoặc đã để quá năm phút. Bấm lại để máy ký lần hỏi mới.',
    noSite: 'Địa chỉ này không dùng được khóa truy cập. Mở trang bằng tên miền.',
    halted: 'Khóa này đã bị chặn vì có dấu hiệu bị sao chép. Đăng nhập bằng mật khẩu và mã, rồi bỏ khóa ấy.',
    known: 'Khóa này đã được thêm rồi.',
    tooMany: (values: Values) => `Mỗi tài khoản giữ nhiều nhất ${values['most']} khóa. Bỏ khóa không dùng nữa.`,
    lastFactor:
      'Vai trò của anh, chị cần xác thực hai bước, và đây là khóa cuối cùng. Thêm khóa khác hoặc bật mã trên điện thoại rồi mới bỏ.',
  },
}
