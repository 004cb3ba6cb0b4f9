import type { SheetPlan } from '#capabilities/spreadsheets/sheet.ts'

const text = { kind: 'text', required: false, longest: 120 } as const

/** The list of people with the unit each works for. */
export const personSheet: SheetPlan = {
  key: 'people',
  version: 1,
  title: { vi: 'Danh sách người dùng', en: 'List of people' },
  columns: [
    {
      ...text,
      key: 'fullName',
      heading: { vi: 'Họ và tên', en: 'Full name' },
      help: { vi: '', en: '' },
      example: 'Lê Thị Thu Hà (ví dụ)',
      required: true,
    },
    {
      ...text,
      key: 'login',
      heading: { vi: 'Tên đăng nhập', en: 'Login' },
      help: {
        vi: 'Chữ không dấu, số, dấu chấm; không đổi về sau. Để trống thì dùng thư điện tử.',
        en: 'Plain letters, figures, dots; it stays. Empty: the mail address is used.',
      },
      example: 'le.thu.ha',
    },
    {
      ...text,
      key: 'email',
      heading: { vi: 'Thư điện tử', en: 'Mail address' },
      help: { vi: 'Cần có khi gửi lời mời qua thư.', en: 'Needed where the invitation goes by mail.' },
      example: 'le.thu.ha@namdinh.gov.vn',
      longest: 200,
    },
    {
      ...text,
      key: 'unit',
      heading: { vi: 'Đơn vị', en: 'Unit' },
      help: { vi: 'Tên hoặc mã của đơn vị đã có trên hệ thống.', en: 'Name or code of a unit that is there.' },
      example: 'Hội Liên hiệp Phụ nữ tỉnh',
      required: true,
      longest: 200,
    },
    {
      ...text,
      key: 'role',
      kind: 'choice',
      heading: { vi: 'Vai trò', en: 'Role' },
      help: { vi: '', en: '' },
      example: 'Cán bộ thi đua',
      choices: [
        { value: 'officer', label: { vi: 'Cán bộ thi đua', en: 'Officer' } },
        { value: 'leader', label: { vi: 'Lãnh đạo đơn vị', en: 'Leader' } },
      ],
      required: true,
    },
    {
      ...text,
      key: 'way',
      kind: 'choice',
      heading: { vi: 'Gửi lời mời bằng', en: 'Way of invitation' },
      help: { vi: 'Phiếu in xong thì trao tận tay.', en: 'Slips are printed and handed over in person.' },
      example: 'Thư điện tử',
      choices: [
        { value: 'mail', label: { vi: 'Thư điện tử', en: 'Mail' } },
        { value: 'slip', label: { vi: 'Phiếu in', en: 'Printed slip' } },
      ],
      required: true,
    },
  ],
}
