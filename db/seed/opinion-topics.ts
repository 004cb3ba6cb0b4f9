/** A tree of topics of the field to begin with; it is a sample, and the bloc changes it as it likes. */
export const opinionTopics: readonly { name: string; below?: readonly string[] }[] = [
  {
    name: 'Đất đai, giải phóng mặt bằng',
    below: ['Cấp giấy chứng nhận', 'Bồi thường, tái định cư', 'Tranh chấp đất đai'],
  },
  {
    name: 'Việc làm, tiền lương, đời sống',
    below: ['Việc làm', 'Tiền lương, thưởng', 'Điều kiện làm việc', 'Nhà ở công nhân'],
  },
  {
    name: 'Bảo hiểm, an sinh xã hội',
    below: ['Bảo hiểm xã hội', 'Bảo hiểm y tế', 'Trợ giúp, giảm nghèo', 'Người có công'],
  },
  { name: 'Nông nghiệp, nông thôn mới', below: ['Giá vật tư, nông sản', 'Thủy lợi, đê điều', 'Nông thôn mới'] },
  { name: 'Giao thông, hạ tầng, điện, nước', below: ['Đường sá', 'Nước sạch', 'Điện sinh hoạt'] },
  { name: 'Môi trường, vệ sinh', below: ['Rác thải', 'Nước thải, khí thải', 'Chăn nuôi gây ô nhiễm'] },
  { name: 'Giáo dục, y tế, văn hóa', below: ['Trường học, học phí', 'Khám, chữa bệnh', 'Văn hóa, thể thao'] },
  { name: 'An ninh, trật tự', below: ['Trộm cắp, cờ bạc', 'Ma túy', 'An toàn giao thông', 'Tín dụng đen'] },
  { name: 'Cán bộ, thủ tục hành chính', below: ['Thái độ phục vụ', 'Thủ tục, hồ sơ', 'Sắp xếp tổ chức, cán bộ'] },
  { name: 'Tổ chức đoàn thể, phong trào', below: ['Sinh hoạt, hội viên', 'Phong trào thi đua', 'Quỹ, đóng góp'] },
  { name: 'Gia đình, phụ nữ, trẻ em', below: ['Bạo lực gia đình', 'Trẻ em', 'Bình đẳng giới'] },
  { name: 'Việc khác' },
]
