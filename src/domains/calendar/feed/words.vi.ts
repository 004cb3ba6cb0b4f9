export const vi = {
  title: 'Lịch trên điện thoại, máy tính',
  body: 'Tạo một địa chỉ riêng rồi thêm vào ứng dụng lịch (Google, Outlook, iPhone) để mọi hạn tự hiện. Ai có địa chỉ này đều đọc được tên việc và ngày; không có số liệu nào. Lộ địa chỉ thì tạo lại, địa chỉ cũ hết hiệu lực ngay.',
  made: 'Địa chỉ chỉ hiện một lần, sao chép ngay:',
  since: (day: string) => `Đang có một địa chỉ, tạo ngày ${day}.`,
  make: 'Tạo địa chỉ',
  renew: 'Tạo địa chỉ mới',
  end: 'Bỏ địa chỉ',
  name: 'Giao Ước',
  actions: {
    'calendar.feedIssued': 'tạo địa chỉ lịch riêng',
    'calendar.feedEnded': 'bỏ địa chỉ lịch riêng',
  },
}
