interface Said {
  name: string
  by: string
}

export const vi = {
  link: 'Ghi địa chỉ thư',
  title: (name: string) => `Địa chỉ thư của ${name}`,
  intro: 'Nhắc hạn, thông báo và lời mời được gửi đến địa chỉ này. Hỏi đúng người ấy trước khi ghi.',
  present: 'Địa chỉ hiện nay',
  none: 'chưa có',
  email: 'Thư điện tử',
  example: 'ten@namdinh.gov.vn',
  wrong: 'Thư điện tử chưa đúng dạng ten@noi.vn.',
  save: 'Lưu địa chỉ',
  cancel: 'Quay lại',
  confirmFirst: 'Xác nhận mật khẩu trước khi ghi',
  told: 'Người ấy được báo trong hệ thống; địa chỉ mới và địa chỉ cũ cùng nhận một thư.',
  mail: {
    subject: 'Địa chỉ thư của tài khoản Giao Ước',
    added: ({ name, login, by }: Said & { login: string }) =>
      `Kính gửi ${name},\n\n${by} đã ghi địa chỉ này cho tài khoản ${login}. Từ nay nhắc hạn và thông báo được gửi đến đây.\n\n` +
      'Nếu tài khoản không phải của anh, chị, xin báo người quản trị.\n\nThư này do hệ thống Giao Ước gửi tự động.\n',
    moved: ({ name, by }: Said) =>
      `Kính gửi ${name},\n\n${by} đã ghi địa chỉ thư khác cho tài khoản của anh, chị. Từ nay thư không gửi đến đây nữa.\n\n` +
      'Nếu anh, chị không yêu cầu việc này, báo ngay người quản trị.\n\nThư này do hệ thống Giao Ước gửi tự động.\n',
  },
  actions: { 'identity.addressChanged': 'ghi địa chỉ thư' },
  violations: { isTheSame: 'Địa chỉ này đã là địa chỉ thư của tài khoản.' },
}
