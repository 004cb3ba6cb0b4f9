import { agreementSample } from './gallery-agreement.ts'
import type { Paper } from './paper.ts'

const planSample: Paper = {
  profile: 'state',
  language: 'vi',
  documentDate: '2023-03-06',
  metadata: { author: 'Hội Liên hiệp Phụ nữ tỉnh Sông Hương' },
  head: {
    parent: ['Ủy ban nhân dân tỉnh Sông Hương'],
    body: ['Sở Nội vụ'],
    number: 'Số: 07/KH-SNV',
    placeAndDate: 'Sông Hương, ngày 06 tháng 3 năm 2023',
  },
  title: 'Kế hoạch',
  about: 'Kiểm tra việc thực hiện giao ước thi đua sáu tháng đầu năm 2023',
  blocks: [
    { kind: 'heading', level: 1, number: 'I.', text: 'MỤC ĐÍCH' },
    {
      kind: 'paragraph',
      text: 'Giúp các đơn vị nhìn rõ việc đã làm, việc còn chậm; ghi nhận cách làm hay để phổ biến. Việc kiểm tra không làm phát sinh báo cáo mới: đoàn dùng số liệu đơn vị đã nhập.',
    },
    { kind: 'heading', level: 1, number: 'II.', text: 'NỘI DUNG VÀ THỜI GIAN' },
    { kind: 'heading', level: 2, number: '1.', text: 'Nội dung' },
    {
      kind: 'clauses',
      clauses: [
        { number: 'a)', text: 'Tiến độ từng chỉ tiêu đã đăng ký, so với mốc sáu tháng;' },
        { number: 'b)', text: 'Tài liệu kiểm chứng kèm theo từng chỉ tiêu;' },
        {
          number: 'c)',
          text: [
            { text: 'Việc trả lời ý kiến hội viên, ' },
            { text: 'nhất là ý kiến đã quá hạn', italic: true },
            { text: '.' },
          ],
        },
      ],
    },
    { kind: 'heading', level: 2, number: '2.', text: 'Lịch kiểm tra' },
    {
      kind: 'table',
      columns: [
        { title: 'Ngày', width: 22, align: 'center' },
        { title: 'Đơn vị được kiểm tra', width: 60 },
        { title: 'Trưởng đoàn', width: 40 },
      ],
      rows: [
        ['04/7/2023', 'Liên đoàn Lao động tỉnh', 'Bà Lê Thị Quỳnh Ngãi'],
        ['05/7/2023', 'Hội Nông dân tỉnh', 'Ông Tạ Đức Thuở'],
        ['06/7/2023', 'Tỉnh Đoàn', 'Bà Lê Thị Quỳnh Ngãi'],
      ],
    },
    { kind: 'heading', level: 1, number: 'III.', text: 'TỔ CHỨC THỰC HIỆN' },
    {
      kind: 'paragraph',
      text: 'Phòng Thi đua, khen thưởng chuẩn bị tài liệu và gửi kết luận cho đơn vị trong năm ngày làm việc. Có vướng mắc, các đơn vị phản ánh về Sở Nội vụ để cùng tháo gỡ./.',
    },
  ],
  signatures: {
    columns: 2,
    cells: [],
    closing: [{ field: 'director', caption: ['KT. Giám đốc'], post: 'Phó Giám đốc', signer: 'Hoàng Thị Kiều Diễm' }],
  },
  recipients: ['Ủy ban nhân dân tỉnh (để báo cáo)', 'Các đơn vị thành viên Khối thi đua', 'Lưu: VT, TĐKT'],
}

const minutesSample: Paper = {
  profile: 'state',
  language: 'vi',
  documentDate: '2023-12-05',
  metadata: { author: 'Khối thi đua các trường trung học phổ thông ven biển' },
  head: {
    parent: [],
    body: ['Khối thi đua các trường trung học phổ thông ven biển'],
    placeAndDate: 'Hải Thượng, ngày 05 tháng 12 năm 2023',
  },
  title: 'Biên bản',
  about: 'Họp bình xét thi đua năm 2023',
  blocks: [
    {
      kind: 'paragraph',
      text: 'Hội nghị bắt đầu lúc 08 giờ 00, có mặt 4/4 đơn vị thành viên. Chủ trì: ông Đỗ Trường Kỷ. Thư ký: bà Ngô Thị Ước.',
    },
    { kind: 'heading', level: 1, number: 'I.', text: 'KẾT QUẢ CHẤM ĐIỂM' },
    {
      kind: 'table',
      columns: [
        { title: 'Hạng', width: 14, align: 'center' },
        { title: 'Đơn vị', width: 60 },
        { title: 'Tự chấm', width: 22, align: 'right' },
        { title: 'Thống nhất', width: 24, align: 'right' },
      ],
      rows: [
        ['1', 'Trường THPT Hải Thượng', '98,50', '97,25'],
        ['2', 'Trường THPT Cửa Lạch', '96,00', '96,00'],
        ['3', 'Trường THPT Đồng Muối', '97,75', '95,50'],
        ['4', 'Trường THPT Rặng Phi Lao', '94,00', 'chưa nhập'],
      ],
    },
    { kind: 'heading', level: 1, number: 'II.', text: 'Ý KIẾN VÀ KẾT LUẬN' },
    {
      kind: 'clauses',
      clauses: [
        {
          number: '1.',
          text: 'Trường THPT Rặng Phi Lao xin bổ sung tài liệu cho mục 3.2; hội nghị đồng ý gia hạn đến ngày 08 tháng 12.',
        },
        { number: '2.', text: 'Hội nghị giao thư ký gửi biên bản cho các đơn vị trong ngày.' },
      ],
    },
    {
      kind: 'paragraph',
      text: 'Hội nghị kết thúc lúc 10 giờ 30 cùng ngày. Biên bản đã được đọc lại và mọi người dự họp nhất trí./.',
    },
  ],
  signatures: {
    columns: 2,
    cells: [
      { field: 'secretary', caption: ['Thư ký'], signer: 'Ngô Thị Ước' },
      { field: 'chair', caption: ['Chủ trì'], signer: 'Đỗ Trường Kỷ' },
    ],
    closing: [],
  },
  mark: 'Dự thảo',
}

/** Invented papers, one of each kind, to look at and to hold against golden texts. */
export const gallery: Readonly<Record<'agreement' | 'plan' | 'minutes', Paper>> = {
  agreement: agreementSample,
  plan: planSample,
  minutes: minutesSample,
}
