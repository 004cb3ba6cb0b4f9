import type { Block, Column, Paper, Party, SignatureCell } from './paper.ts'

type Member = { name: string; short: string; person: string; post: string }

const members: readonly Member[] = [
  {
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Hương',
    short: 'Ủy ban MTTQ',
    person: 'Bà Nguyễn Thị Ngọc Ánh',
    post: 'Chủ tịch',
  },
  { name: 'Liên đoàn Lao động tỉnh', short: 'Liên đoàn Lao động', person: 'Ông Đặng Hữu Thưởng', post: 'Chủ tịch' },
  { name: 'Hội Cựu chiến binh tỉnh', short: 'Hội Cựu chiến binh', person: 'Ông Vũ Đình Quyết', post: 'Chủ tịch' },
  {
    name: 'Hội Liên hiệp Phụ nữ tỉnh',
    short: 'Hội Phụ nữ',
    person: 'Bà Phạm Thị Nguyệt Ngưỡng',
    post: 'Chủ tịch',
  },
  { name: 'Hội Nông dân tỉnh', short: 'Hội Nông dân', person: 'Ông Bùi Văn Lẫm', post: 'Chủ tịch' },
  { name: 'Tỉnh Đoàn', short: 'Tỉnh Đoàn', person: 'Anh Trịnh Khắc Duẩn', post: 'Phó Bí thư Thường trực' },
]

const bases = [
  'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
  'Căn cứ Quyết định số 118/QĐ-UBND ngày 09 tháng 01 năm 2023 của Ủy ban nhân dân tỉnh về việc chia cụm, khối thi đua',
  'Căn cứ Quy chế hoạt động của Khối thi đua đã được các đơn vị thành viên thông qua',
]

const commitments = [
  'Làm cho từng cán bộ, đoàn viên, hội viên hiểu rõ chủ đề thi đua của năm; mỗi đơn vị chọn ít nhất hai việc khó của mình để làm trước, có người chịu trách nhiệm và có ngày hoàn thành.',
  'Nắm chắc tâm tư, nguyện vọng của Nhân dân; mỗi quý có một báo cáo nêu rõ việc gì đã được trả lời, việc gì còn để ngỏ và vì sao.',
  'Tham gia góp ý, giám sát và phản biện những dự thảo có liên quan đến đời sống của đoàn viên, hội viên; gửi ý kiến đúng hạn, có dẫn chứng.',
  'Vận động đóng góp cho Quỹ “Vì người nghèo” đạt từ 1.250.000.000 ₫ trở lên; công khai nguồn thu và từng khoản hỗ trợ.',
  'Rút ngắn thời gian xử lý hồ sơ, bỏ những loại giấy tờ mà đơn vị tự tra cứu được; không để hồ sơ trễ hạn mà không có lời xin lỗi.',
]

const movementColumns: readonly Column[] = [
  { title: 'STT', width: 8, align: 'center' },
  { title: 'Phong trào', width: 46 },
  { title: 'Mục tiêu trong năm', width: 46 },
  { title: 'Thời gian', width: 20, align: 'center' },
]

const movements = [
  ['1', '“Dân vận khéo”', 'Mỗi đơn vị xây dựng ít nhất 03 mô hình, có nghiệm thu', 'Cả năm'],
  ['2', '“Toàn dân bảo vệ an ninh Tổ quốc”', '100% cơ quan đạt chuẩn an toàn về an ninh, trật tự', 'Cả năm'],
  [
    '3',
    '“Chung sức xây dựng nông thôn mới nâng cao, kiểu mẫu”',
    'Nhận giúp 12 xã; mỗi xã một công trình có tên, có địa chỉ',
    '2021 – 2025',
  ],
  ['4', '“Vì người nghèo – Không để ai bị bỏ lại phía sau”', 'Sửa chữa, xây mới 60 nhà cho hộ nghèo', '2021 – 2025'],
  [
    '5',
    '“Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”',
    'Không có phản ánh đúng về thái độ tiếp dân',
    '2019 – 2025',
  ],
]

const titleColumns: readonly Column[] = [
  { title: 'STT', width: 8, align: 'center' },
  { title: 'Đơn vị', width: 44 },
  { title: 'Danh hiệu tập thể', width: 42 },
  { title: 'Chiến sĩ thi đua cơ sở', width: 22, align: 'right' },
]

const titles = members.map(({ short }, index) => [
  `${index + 1}`,
  short,
  index < 2 ? 'Cờ thi đua của Ủy ban nhân dân tỉnh' : 'Tập thể lao động xuất sắc',
  `${6 - (index % 3)} người`,
])

const blocks: Block[] = [
  { kind: 'bases', lines: bases },
  {
    kind: 'paragraph',
    text: 'Hôm nay, ngày 23 tháng 02 năm 2023, tại hội trường Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các đơn vị thành viên Khối thi đua gồm:',
  },
  { kind: 'parties', parties: members.map(party) },
  {
    kind: 'paragraph',
    text: [
      { text: 'thống nhất ký kết giao ước thi đua năm 2023 với chủ đề ' },
      { text: '“Gần dân – Nói thật – Làm đến nơi đến chốn”', bold: true, italic: true },
      { text: ', gồm các nội dung sau:' },
    ],
  },
  { kind: 'heading', level: 1, number: 'I.', text: 'NỘI DUNG THI ĐUA' },
  { kind: 'clauses', clauses: commitments.map((text, index) => ({ number: `${index + 1}.`, text })) },
  { kind: 'heading', level: 1, number: 'II.', text: 'PHONG TRÀO VÀ DANH HIỆU ĐĂNG KÝ' },
  { kind: 'heading', level: 2, number: '1.', text: 'Các phong trào thi đua' },
  { kind: 'table', columns: movementColumns, rows: movements },
  { kind: 'heading', level: 2, number: '2.', text: 'Danh hiệu đăng ký' },
  { kind: 'table', columns: titleColumns, rows: titles },
  { kind: 'heading', level: 1, number: 'III.', text: 'TỔ CHỨC THỰC HIỆN' },
  {
    kind: 'clauses',
    clauses: [
      {
        number: '1.',
        text: 'Các đơn vị báo cáo Khối trưởng:',
        clauses: [
          { number: 'a)', text: 'Sơ kết sáu tháng: trước ngày 05 tháng 7 năm 2023;' },
          { number: 'b)', text: 'Tự chấm điểm cả năm: trước ngày 15 tháng 11 năm 2023, kèm tài liệu kiểm chứng.' },
        ],
      },
      {
        number: '2.',
        text: 'Khối trưởng chủ trì kiểm tra chéo, tổ chức hội nghị tổng kết và bình xét; kết quả được thông báo cho mọi đơn vị thành viên trong ba ngày làm việc.',
      },
    ],
  },
  {
    kind: 'paragraph',
    text: 'Giao ước này được lập thành 07 bản có giá trị như nhau; mỗi đơn vị giữ 01 bản, gửi Sở Nội vụ 01 bản./.',
  },
]

function party({ name, person, post }: Member, index: number): Party {
  return { number: `${index + 1}.`, name, representative: person, post }
}

function cell({ name, person, post }: Member, index: number): SignatureCell {
  return { field: `unit-${index + 1}`, caption: [name], post, signer: person.replace(/^\S+ /u, '') }
}

/** An invented bloc's agreement of six units, with its head's own cell and a witness who may stay away. */
export const agreementSample: Paper = {
  profile: 'state',
  language: 'vi',
  documentDate: '2023-02-23',
  metadata: { author: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Sông Hương', keywords: ['giao ước thi đua'] },
  head: {
    parent: [],
    body: ['Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Sông Hương'],
    placeAndDate: 'Sông Hương, ngày 23 tháng 02 năm 2023',
  },
  title: 'Giao ước thi đua',
  about: 'Năm 2023',
  blocks,
  signatures: {
    heading: 'Đại diện các đơn vị ký giao ước',
    columns: 2,
    cells: members.map(cell),
    closing: [
      {
        field: 'head',
        caption: ['Khối trưởng'],
        post: 'Chủ tịch Hội Liên hiệp Phụ nữ tỉnh',
        signer: 'Phạm Thị Nguyệt Ngưỡng',
      },
      { field: 'witness', caption: ['Chứng kiến'], post: 'Đại diện Sở Nội vụ' },
    ],
  },
  recipients: ['Sở Nội vụ (để báo cáo)', 'Các đơn vị thành viên', 'Lưu: Hồ sơ Khối'],
  proof: {
    hash: '9f3a1c2b77d04e5f8a6b3c1d2e4f50617283940a5b6c7d8e9fa0b1c2d3e4c21e',
    code: 'GU-7K2M-9QXD',
    url: 'https://giao-uoc.example/kiem-tra/GU-7K2M-9QXD',
    checkpoint:
      'GU1/nam_dinh/153/7VZ3K0Q2M9R4T6WX8Y1A5B7C9D2E4F6G8H0J3K5M7N9P1Q3R5S7T/20230223T023000Z/' +
      '4X6Y8Z0A2B4C6D8E0F2G4H6J8K/9N1P3Q5R7S9T1V3W5X7Y9Z1A3B5C7D9E1F3G5H7J9K1M3N5P7Q9R1S3T5V7W9X1Y3Z5A7B9C1D3E5' +
      'F7G9H1J3K5M7N9P1Q3R5S7T/',
  },
  mark: 'Ký mẫu',
}
