/** The signing conference of 23/02/2023 and what stood around it; the people beside the leaders are invented. */
export const signingConference = {
  title: 'Hội nghị tổng kết năm 2022, ký kết giao ước thi đua năm 2023',
  heldOn: '2023-02-23',
  startsAt: '14:00',
  endsAt: '16:30',
  place: 'Hội trường Hội Liên hiệp Phụ nữ tỉnh Nam Định',
  quorumShare: '2/3',
  quorumSource: 'Quy chế hoạt động của Khối thi đua, điều 7',
  chairPost: 'Chủ tịch Hội Liên hiệp Phụ nữ tỉnh, Khối trưởng',
  secretaryPost: 'Chuyên viên Ban Tổ chức - Kiểm tra, Thư ký Khối',
}

export const guests = [
  { name: 'Trần Quang Huy', post: 'Phó Giám đốc Sở Nội vụ', organisation: 'Ban Thi đua - Khen thưởng tỉnh' },
  { name: 'Nguyễn Minh Thư', post: 'Phó Chánh Văn phòng', organisation: 'Văn phòng Tỉnh ủy' },
]

/** The veterans' leader was on mission that afternoon. */
export const proxy = {
  unit: 'ccb',
  name: 'Phạm Hữu Nghĩa',
  post: 'Phó Chủ tịch Hội Cựu chiến binh tỉnh',
  mandate: 'Giấy ủy quyền số 08/GUQ-CCB ngày 21/02/2023',
}

/** What was said, by unit, at the item in which it was said. */
export const speeches = [
  {
    unit: 'ldld',
    topic: 'Phong trào Lao động giỏi, lao động sáng tạo',
    summary: 'Nhất trí dự thảo; đề nghị khối có một hoạt động chung nhân Tháng Công nhân.',
  },
  {
    unit: 'nong-dan',
    topic: 'Giúp các xã xây dựng nông thôn mới nâng cao',
    summary: 'Đề nghị mỗi đơn vị nhận giúp một xã một việc cụ thể, báo cáo theo quý.',
  },
]

export const decisions = [
  { item: 4, text: 'Thông qua quy chế hoạt động và bảng tiêu chí chấm điểm thi đua năm 2023 của khối.' },
  { item: 7, text: 'Thông qua bản giao ước thi đua năm 2023.' },
  { item: 8, text: 'Lãnh đạo sáu đơn vị thành viên ký giao ước thi đua năm 2023 tại hội nghị.' },
]

/** Counted by show of hands of six units; the second decision carried both. */
export const votes = [
  { item: 4, decision: 0, question: 'Thông qua quy chế và bảng tiêu chí chấm điểm', votesFor: 5, abstained: 1 },
  { item: 7, decision: 1, question: 'Thông qua bản giao ước thi đua năm 2023', votesFor: 6, abstained: 0 },
]

export const tasks = [
  { item: 8, unit: 'lhpn', text: 'Gửi bản giao ước đã ký đến các đơn vị và cơ quan thi đua', dueOn: '2023-03-01' },
  { item: 8, unit: 'doan', text: 'Xây dựng kế hoạch hoạt động chung nhân Tháng Thanh niên', dueOn: '2023-03-10' },
]

export const yearEndConference = {
  title: 'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023',
  heldOn: '2023-12-20',
  startsAt: '08:00',
}
