/** A draft of our own wording, for the sample only: no council has ever had it before it. */
export const sampleDraft = {
  title: 'Dự thảo Nghị quyết về xây dựng đời sống văn hóa ở khu dân cư (văn bản mẫu)',
  drafter: 'Ban Văn hóa - Xã hội, Hội đồng nhân dân tỉnh (mẫu)',
  about:
    'Văn bản mẫu do hệ thống soạn để minh họa. Đề nghị góp ý về mức hỗ trợ, trách nhiệm của các đoàn thể và thời hạn báo cáo.',
  text: `HỘI ĐỒNG NHÂN DÂN TỈNH
DỰ THẢO NGHỊ QUYẾT (VĂN BẢN MẪU)
Về xây dựng đời sống văn hóa ở khu dân cư
Căn cứ Luật Tổ chức chính quyền địa phương;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị quyết này quy định nội dung, mức hỗ trợ và trách nhiệm xây dựng đời sống văn hóa ở thôn, xóm, tổ dân phố trên địa bàn tỉnh.
Điều 2. Đối tượng áp dụng
1. Khu dân cư là thôn, xóm, tổ dân phố.
2. Hộ gia đình, cá nhân sinh sống tại khu dân cư.
3. Cơ quan, tổ chức có liên quan.
Điều 3. Nguyên tắc
1. Nhân dân bàn, Nhân dân làm, Nhân dân kiểm tra, Nhân dân thụ hưởng.
2. Không huy động đóng góp bắt buộc.
Chương II
NỘI DUNG VÀ MỨC HỖ TRỢ
Điều 4. Nội dung xây dựng
1. Giữ gìn nếp sống văn minh trong việc cưới, việc tang, lễ hội.
2. Giữ gìn vệ sinh môi trường:
a) Mỗi tháng ít nhất một buổi tổng vệ sinh;
b) Phân loại rác tại hộ gia đình.
3. Giúp nhau phát triển kinh tế, giảm nghèo.
Điều 5. Mức hỗ trợ
1. Mỗi khu dân cư được hỗ trợ 15 triệu đồng một năm.
2. Khu dân cư ở xã đặc biệt khó khăn được hỗ trợ 20 triệu đồng một năm.
Điều 6. Công khai kinh phí
Kinh phí hỗ trợ được công khai tại nhà văn hóa khu dân cư mỗi năm một lần.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 7. Trách nhiệm thi hành
1. Ủy ban nhân dân tỉnh tổ chức thực hiện.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện.
Điều 8. Hiệu lực
Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2024.`,
} as const

/** What the units said: on which article, with another wording where they propose one. */
export const unitComments = [
  {
    unit: 'mttq',
    article: '6',
    text: 'Công khai mỗi năm một lần là ít; đề nghị hai lần và niêm yết cả ở nơi họp thôn.',
    from: 'mỗi năm một lần',
    to: 'ít nhất mỗi năm hai lần, trước ngày 30 tháng 6 và ngày 31 tháng 12',
    outcome: 'accepted',
    reason: '',
  },
  {
    unit: 'ldld',
    article: '2',
    text: 'Bổ sung khu nhà trọ công nhân vào đối tượng.',
    from: 'tổ dân phố.\n2.',
    to: 'tổ dân phố, khu nhà ở tập trung của công nhân.\n2.',
    outcome: 'accepted',
    reason: '',
  },
  {
    unit: 'lhpn',
    article: '4',
    text: 'Ghi rõ vai trò của phụ nữ trong phân loại rác tại hộ gia đình.',
    from: '',
    to: '',
    outcome: 'partly',
    reason: 'Bổ sung trách nhiệm của các đoàn thể nói chung ở Điều 7, không nêu riêng từng đoàn thể.',
  },
  {
    unit: 'nong-dan',
    article: '5',
    text: 'Mức 15 triệu đồng thấp so với giá hiện nay; đề nghị 20 triệu đồng.',
    from: '15 triệu đồng',
    to: '20 triệu đồng',
    outcome: 'refused',
    reason: 'Ngân sách năm 2024 chỉ cân đối được 15 triệu đồng; xem xét lại khi sơ kết.',
  },
] as const

export const publicComment = {
  article: '6',
  writer: 'Ông Trần Văn Mẫu',
  place: 'xã Nghĩa An, huyện Nam Trực',
  text: 'Nên dán bảng kinh phí ở nhà văn hóa xóm và đọc trong cuộc họp xóm để ai cũng biết.',
  reason: 'Đã đưa vào Điều 6.',
} as const

export const outcomeNote =
  'Tiếp thu việc công khai kinh phí hai lần một năm và mở rộng đối tượng; giữ mức hỗ trợ do cân đối ngân sách. Số liệu mẫu.'

export const sampleSupervision = {
  unit: 'mttq',
  kind: 'supervision',
  title: 'Giám sát việc thực hiện chính sách với người có công tại huyện Hải Hậu (mẫu)',
  subject: 'Ủy ban nhân dân huyện Hải Hậu và ba xã',
  request: 'Kế hoạch giám sát năm 2023 của Ban Thường trực Ủy ban MTTQ tỉnh',
  legalBasis: 'Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị về giám sát và phản biện xã hội',
  on: '2023-05-18',
  place: 'Trụ sở UBND huyện Hải Hậu',
  participants: 'Ủy ban MTTQ tỉnh (chủ trì), Hội CCB tỉnh, Hội LHPN tỉnh; UBND huyện, ba xã được chọn',
  people: 32,
  conclusion:
    'Chi trả trợ cấp đủ và đúng kỳ. Còn hồ sơ cải táng chậm so với quy định; một số hộ chưa biết quyền được điều dưỡng.',
  recommendations: [
    {
      text: 'Giải quyết dứt điểm 14 hồ sơ tồn trước ngày 30/6/2023.',
      addressee: 'UBND huyện Hải Hậu',
      dueOn: '2023-06-30',
      answeredOn: '2023-06-20',
      answer: 'Đã giải quyết 14/14 hồ sơ.',
      document: 'Công văn mẫu số 00/UBND-LĐTBXH',
      outcome: 'accepted',
    },
    {
      text: 'In tờ gấp về chế độ điều dưỡng, phát tới từng hộ người có công.',
      addressee: 'Phòng Lao động - Thương binh và Xã hội huyện',
      dueOn: '2023-07-31',
      answeredOn: '2023-07-25',
      answer: 'Đã in cho ba xã được giám sát; các xã khác đưa vào kế hoạch năm sau.',
      document: '',
      outcome: 'partly',
    },
  ],
} as const
