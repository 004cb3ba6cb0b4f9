type Facts = Readonly<Record<string, string | number>>

const media = { pdf: 'Văn bản PDF', picture: 'Ảnh', office: 'Tệp Word, Excel, PowerPoint' }
const mediumOf = ({ medium = '' }: Facts) => (media as Readonly<Record<string, string>>)[medium] ?? String(medium)

export const vi = {
  title: 'Cài đặt minh chứng',
  intro: 'Tệp lớn đến đâu và địa chỉ của trang nào được nhận. Minh chứng đã nhận thì giữ nguyên.',
  limits: 'Giới hạn dung lượng',
  medium: 'Loại tệp',
  media,
  most: 'Lớn nhất',
  megabytes: (count: string) => `${count} MB`,
  from: 'Áp dụng từ',
  now: 'đang áp dụng',
  ahead: 'sắp áp dụng',
  over: 'đã thay',
  state: 'Trạng thái',
  change: 'Đặt giới hạn mới',
  megabytesLabel: 'Lớn nhất, tính bằng MB',
  megabytesHelp: (most: number) => `Từ 1 đến ${most}.`,
  save: 'Lưu giới hạn',
  hosts: 'Trang được nhận địa chỉ',
  hostsBody: 'Nhận địa chỉ của trang và mọi trang con. Hệ thống chỉ giữ địa chỉ, không tải về.',
  host: 'Trang',
  hostExample: 'vtc.vn',
  name: 'Tên gọi',
  accepted: 'đang nhận',
  ended: (day: string) => `thôi nhận sau ngày ${day}`,
  end: 'Thôi nhận',
  accept: 'Nhận thêm một trang',
  doAccept: 'Nhận trang này',
  wrongHost: 'Ghi tên trang như vtc.vn, không có khoảng trống.',
  deeds: {
    'evidence.limitKept': (f: Facts) => `đặt giới hạn minh chứng: ${mediumOf(f)} ${f['megabytes']} MB`,
    'evidence.hostAccepted': (f: Facts) => `nhận địa chỉ minh chứng của ${f['host']}`,
    'evidence.hostEnded': (f: Facts) => `thôi nhận địa chỉ minh chứng của ${f['host']}`,
  },
  violations: {
    dayIsOver: 'Ngày áp dụng không thể trước hôm nay.',
    hostGone: 'Trang này đã thôi nhận.',
  },
}
