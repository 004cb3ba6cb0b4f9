/** What officers heard at the grass roots in two months of the sample year: so many alike, in our own words. */
export interface HeardAlike {
  topic: string
  title: string
  text: string
  group: string
  place: string
  concern: 'low' | 'medium' | 'high'
  /** How many in April and in May. */
  counts: readonly [april: number, may: number]
}

const [hai, giao, xuan, city] = ['huyện Hải Hậu', 'huyện Giao Thủy', 'huyện Xuân Trường', 'thành phố Nam Định']

export const heardAlike: readonly HeardAlike[] = [
  {
    topic: 'Giá vật tư, nông sản',
    title: 'Giá phân bón tăng',
    text: 'Giá phân bón, thuốc bảo vệ thực vật tăng, lãi từ lúa thấp; mong có nơi bán đúng giá.',
    group: 'nong-dan',
    place: hai,
    concern: 'medium',
    counts: [9, 10],
  },
  {
    topic: 'Nước sạch',
    title: 'Nước máy yếu',
    text: 'Nước máy yếu vào giờ cao điểm, nhiều hộ phải bơm tích; đề nghị nâng công suất trạm cấp nước.',
    group: 'phu-nu',
    place: giao,
    concern: 'medium',
    counts: [7, 8],
  },
  {
    topic: 'Rác thải',
    title: 'Bãi rác ùn ứ',
    text: 'Bãi tập kết rác của xã ùn ứ, có mùi; đề nghị tăng chuyến thu gom.',
    group: 'phu-nu',
    place: hai,
    concern: 'high',
    counts: [6, 23],
  },
  {
    topic: 'Chăn nuôi gây ô nhiễm',
    title: 'Trại lợn xả thải ra kênh',
    text: 'Trại lợn xả nước thải ra kênh nội đồng; mong được kiểm tra.',
    group: 'nong-dan',
    place: hai,
    concern: 'high',
    counts: [2, 6],
  },
  {
    topic: 'Tiền lương, thưởng',
    title: 'Chậm trả lương',
    text: 'Công ty may chậm trả lương hai tháng; công nhân mong được đòi giúp.',
    group: 'cong-nhan',
    place: city,
    concern: 'high',
    counts: [11, 9],
  },
  {
    topic: 'Bảo hiểm y tế',
    title: 'Thủ tục chuyển tuyến',
    text: 'Chuyển tuyến khám chữa bệnh còn phải xin giấy nhiều lần.',
    group: 'nguoi-cao-tuoi',
    place: xuan,
    concern: 'low',
    counts: [5, 5],
  },
  {
    topic: 'Thủ tục, hồ sơ',
    title: 'Hồ sơ đất phải bổ sung nhiều lần',
    text: 'Hồ sơ đất phải bổ sung nhiều lần, mỗi lần một yêu cầu.',
    group: 'nong-dan',
    place: xuan,
    concern: 'medium',
    counts: [3, 2],
  },
]
