/**
 * The sample story: the bloc of six organisations in Nam Định, 2023. Names of units, of movements and the slogan of the
 * year are facts from the press; people, commitments and organisation are invented for the sample, in our own words.
 */
export const tenant = { slug: 'nam_dinh', name: 'Tỉnh Nam Định' }

export interface SeedUnit {
  key: string
  full: string
  short: string
  leader: string
  post: string
}

/** In the bloc's official order. */
export const units: readonly SeedUnit[] = [
  {
    key: 'mttq',
    full: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định',
    short: 'Ủy ban MTTQ tỉnh',
    leader: 'Nguyễn Thị Ngọc Ánh',
    post: 'Chủ tịch',
  },
  {
    key: 'ldld',
    full: 'Liên đoàn Lao động tỉnh Nam Định',
    short: 'LĐLĐ tỉnh',
    leader: 'Trần Quang Bình',
    post: 'Chủ tịch',
  },
  {
    key: 'ccb',
    full: 'Hội Cựu chiến binh tỉnh Nam Định',
    short: 'Hội CCB tỉnh',
    leader: 'Phạm Đức Chiến',
    post: 'Chủ tịch',
  },
  {
    key: 'lhpn',
    full: 'Hội Liên hiệp Phụ nữ tỉnh Nam Định',
    short: 'Hội LHPN tỉnh',
    leader: 'Lê Thị Thu Hằng',
    post: 'Chủ tịch',
  },
  {
    key: 'nong-dan',
    full: 'Hội Nông dân tỉnh Nam Định',
    short: 'Hội Nông dân tỉnh',
    leader: 'Vũ Đình Đạt',
    post: 'Chủ tịch',
  },
  {
    key: 'doan',
    full: 'Tỉnh Đoàn Nam Định',
    short: 'Tỉnh Đoàn',
    leader: 'Đỗ Hải Yến',
    post: 'Bí thư',
  },
]

export const headUnit = 'lhpn'
export const deputyUnit = 'mttq'

export const bloc = {
  name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh',
  shortName: 'Khối MTTQ và các đoàn thể',
  code: 'K-MTTQ',
  kind: 'khoi',
  level: 'tinh',
  foundingNumber: '00/QĐ-UBND (số liệu mẫu)',
  foundingOn: '2018-01-15',
  foundingIssuer: 'Ủy ban nhân dân tỉnh Nam Định',
} as const

export const agreement = {
  title: 'Giao ước thi đua năm 2023',
  theme: 'Đoàn kết, vượt khó - Chủ động thích ứng - Điều hành linh hoạt - Đổi mới, sáng tạo - Kịp thời, hiệu quả',
  place: 'Nam Định',
  signingOn: '2023-02-23',
  witness: 'Ban Thi đua - Khen thưởng tỉnh',
  commitments: [
    'Mở đợt thi đua theo chủ đề của năm tới từng cơ sở, để cán bộ, đoàn viên, hội viên cùng tham gia.',
    'Cải cách hành chính trong từng cơ quan; cán bộ giữ nếp văn hóa công sở, làm công tác dân vận gần dân.',
    'Góp sức dựng xã nông thôn mới nâng cao, kiểu mẫu; giúp hộ nghèo bằng việc làm và nhà ở cụ thể.',
    'Phổ biến chủ trương của Đảng, pháp luật của Nhà nước bằng cách phù hợp với từng nhóm hội viên.',
    'Đổi mới cách tập hợp đoàn viên, hội viên, nhất là ở khu dân cư và doanh nghiệp.',
    'Lắng nghe, ghi lại và chuyển kịp thời ý kiến, nguyện vọng của hội viên tới nơi có trách nhiệm trả lời.',
    'Học các chuyên đề năm 2023 về tư tưởng, đạo đức, phong cách Hồ Chí Minh và làm theo bằng việc cụ thể.',
    'Tổ chức hoạt động thiết thực vào các ngày lễ lớn của đất nước và ngày truyền thống của mỗi tổ chức.',
    'Phòng, chống tham nhũng, lãng phí; xây dựng chi bộ và tổ chức đoàn thể vững mạnh.',
    'Hoàn thành chỉ tiêu nhiệm vụ được giao, cùng tỉnh đạt các chỉ tiêu kinh tế - xã hội năm 2023.',
  ],
  movements: [
    { title: 'Đẩy mạnh cải cách hành chính tỉnh Nam Định', from: '2021', to: '2025' },
    {
      title: 'Cán bộ, công chức, viên chức tỉnh Nam Định thi đua thực hiện văn hóa công sở',
      from: '2019',
      to: '2025',
    },
    { title: 'Dân vận khéo', from: '', to: '' },
    { title: 'Toàn dân bảo vệ an ninh Tổ quốc', from: '', to: '' },
    { title: 'Nam Định chung sức xây dựng nông thôn mới nâng cao, kiểu mẫu', from: '2021', to: '2025' },
    { title: 'Vì người nghèo - Không để ai bị bỏ lại phía sau', from: '2021', to: '2025' },
  ],
  titles: ['Cờ thi đua của Ủy ban nhân dân tỉnh', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh'],
} as const
