/** A great day (ngày lễ lớn) with which every tenant begins. */
interface SeedGreatDay {
  month: number
  day: number
  name: string
  /** Whose day it is; empty when it is everybody's. */
  organisation: string
}

/** Days and names are general knowledge; a tenant adds its own local ones. */
export const greatDays: readonly SeedGreatDay[] = [
  { month: 2, day: 3, name: 'Ngày thành lập Đảng Cộng sản Việt Nam', organisation: 'Đảng' },
  { month: 3, day: 8, name: 'Ngày Quốc tế Phụ nữ', organisation: 'Hội Liên hiệp Phụ nữ' },
  { month: 3, day: 26, name: 'Ngày thành lập Đoàn TNCS Hồ Chí Minh', organisation: 'Đoàn Thanh niên' },
  { month: 4, day: 30, name: 'Ngày Giải phóng miền Nam, thống nhất đất nước', organisation: '' },
  { month: 5, day: 1, name: 'Ngày Quốc tế Lao động', organisation: 'Công đoàn' },
  { month: 5, day: 19, name: 'Ngày sinh Chủ tịch Hồ Chí Minh', organisation: '' },
  { month: 7, day: 28, name: 'Ngày thành lập Công đoàn Việt Nam', organisation: 'Công đoàn' },
  { month: 9, day: 2, name: 'Ngày Quốc khánh', organisation: '' },
  { month: 10, day: 14, name: 'Ngày thành lập Hội Nông dân Việt Nam', organisation: 'Hội Nông dân' },
  { month: 10, day: 20, name: 'Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam', organisation: 'Hội Liên hiệp Phụ nữ' },
  {
    month: 11,
    day: 18,
    name: 'Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam, Ngày hội Đại đoàn kết',
    organisation: 'Mặt trận Tổ quốc',
  },
  { month: 12, day: 6, name: 'Ngày thành lập Hội Cựu chiến binh Việt Nam', organisation: 'Hội Cựu chiến binh' },
  {
    month: 12,
    day: 22,
    name: 'Ngày thành lập Quân đội nhân dân Việt Nam, Ngày hội Quốc phòng toàn dân',
    organisation: 'Quân đội, Cựu chiến binh',
  },
]
