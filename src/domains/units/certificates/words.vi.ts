export const vi = {
  heading: 'Chữ ký của tôi',
  intro:
    'Chữ ký nội bộ gắn với một ủy quyền ký đã được xác nhận. Khóa ký được tạo và khóa lại ngay trong trình duyệt này; máy chủ chỉ giữ bản đã khóa và chứng thư.',
  notOfficial: 'Đây là chữ ký nội bộ của hệ thống, không phải chữ ký số công cộng hay chuyên dùng.',
  none: 'Chưa có ủy quyền ký',
  noneBody:
    'Lãnh đạo đơn vị đề nghị ủy quyền kèm văn bản; cơ quan thi đua, khen thưởng xác nhận. Sau đó tạo chữ ký tại đây.',
  mandate: (post: string, unit: string) => `${post}, ${unit}`,
  valid: (from: string, to: string) => `có hiệu lực từ ${from} đến ${to}`,
  revoked: (day: string) => `hết hiệu lực từ ${day}`,
  replaced: 'đã thay bằng chứng thư mới',
  serial: (serial: string) => `số ${serial}`,
  make: 'Tạo chữ ký',
  makeAgain: 'Tạo chữ ký mới thay chữ ký này',
  againBody: 'Quên mật khẩu ký thì tạo chữ ký mới. Các chữ ký đã ký trước vẫn có giá trị.',
  passphrase: 'Mật khẩu ký',
  passphraseHelp: 'Ít nhất 12 ký tự, khác mật khẩu đăng nhập. Không ai lấy lại được mật khẩu này.',
  repeat: 'Nhập lại mật khẩu ký',
  needsScript: 'Tạo chữ ký cần bật JavaScript: khóa ký chỉ được tạo trong trình duyệt này.',
  progress: {
    making: 'Đang tạo khóa…',
    tooShort: 'Mật khẩu ký cần ít nhất 12 ký tự.',
    different: 'Hai lần nhập mật khẩu ký chưa giống nhau.',
    failed: 'Chưa tạo được. Thử lại.',
  },
  goBack: 'Quay lại việc đang làm',
  violations: {
    noAuthority: 'Nơi này chưa đặt mật khẩu của nơi cấp chứng thư, nên chưa cấp được. Báo người quản trị.',
    authorityClosed:
      'Mật khẩu của nơi cấp chứng thư đặt ở đây không mở được khóa của nơi cấp, nên chưa cấp được. Báo người quản trị.',
    outOfTerm: 'Thời hạn của ủy quyền đã hết hoặc dài hơn thời hạn của nơi cấp chứng thư. Báo người quản trị.',
    unreadable: 'Trình duyệt gửi khóa chưa đúng dạng. Thử lại.',
    refused: 'Khóa mới chưa chứng minh được là của anh, chị. Thử lại.',
  },
}
