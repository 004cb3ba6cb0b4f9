/**
 * The sample bloc's twelve months of 2023: invented figures, plausible in size, marked as sample data wherever they show.
 * Codes are those of the template of targets; units those of the sample story.
 */

type ByUnit = Readonly<Record<string, readonly string[]>>

const months = (text: string) => text.trim().split(/\s+/)

/** What a unit plans where the template leaves it open; `null`: not assigned to it. */
export const plans: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  CT05: { mttq: null, ldld: '2400', ccb: '600', lhpn: '1200', 'nong-dan': '1500', doan: '3000' },
  CT06: { mttq: '180', ldld: '120', ccb: '90', lhpn: '120', 'nong-dan': '120', doan: '100' },
  CT07: { mttq: '150', ldld: '100', ccb: '75', lhpn: '100', 'nong-dan': '100', doan: '80' },
  CT09: { mttq: '5200', ldld: '1800', ccb: '650', lhpn: '1400', 'nong-dan': '1600', doan: '1100' },
}

/** Typed each month. */
export const monthly: Readonly<Record<string, ByUnit>> = {
  CT05: {
    ldld: months('120 145 230 240 310 205 190 180 225 240 210 160'),
    ccb: months('20 25 40 35 45 30 25 30 40 35 30 25'),
    lhpn: months('60 75 160 110 105 95 90 85 110 165 105 80'),
    'nong-dan': months('80 95 130 120 135 125 110 – 150 210 140 95'),
    doan: months('110 160 640 210 290 180 220 190 310 280 250 190'),
  },
  CT06: {
    mttq: months('11 14 17 15 16 18 15 13 16 17 19 14'),
    ldld: months('8 9 12 10 13 11 10 9 11 12 10 8'),
    ccb: months('5 6 8 7 9 7 6 6 8 7 8 6'),
    lhpn: months('8 9 13 10 11 10 9 9 12 14 11 9'),
    'nong-dan': months('7 9 11 10 12 11 9 – 12 13 11 8'),
    doan: months('5 7 12 8 10 9 8 7 9 10 9 7'),
  },
  CT07: {
    mttq: months('9 12 14 13 14 15 13 11 14 15 16 13'),
    ldld: months('7 8 10 9 11 9 9 8 10 11 9 8'),
    ccb: months('4 4 5 5 6 5 4 4 5 5 6 5'),
    lhpn: months('7 8 11 9 10 9 8 8 11 13 10 8'),
    'nong-dan': months('6 7 9 8 10 9 8 – 10 11 9 7'),
    doan: months('4 6 10 7 8 8 7 6 8 9 8 6'),
  },
}

/** Sessions in the log of propaganda each month, one entry a month. */
export const sessions: ByUnit = {
  mttq: months('2 2 3 2 2 3 2 2 2 3 3 2'),
  ldld: months('2 2 2 2 3 2 3 2 2 2 2 2'),
  ccb: months('1 1 2 1 1 1 1 1 2 1 1 2'),
  lhpn: months('2 2 4 2 2 2 2 2 2 4 2 2'),
  'nong-dan': months('1 2 2 2 2 2 2 1 2 3 2 2'),
  doan: months('2 2 4 2 3 2 3 2 2 2 2 2'),
}

/** Typed each quarter. */
export const quarterly: Readonly<Record<string, ByUnit>> = {
  CT03: {
    mttq: months('42% 68% 85% 96%'),
    ldld: months('35% 61% 80% 93%'),
    ccb: months('40% 66% 82% 95%'),
    lhpn: months('45% 72% 88% 97%'),
    'nong-dan': months('30% 52% 70% 84%'),
    doan: months('38% 64% 83% 94%'),
  },
  CT04: {
    mttq: months('96% 97% 97% 98%'),
    ldld: months('94% 95% 96% 96,5%'),
    ccb: months('91% 92% 94% 95%'),
    lhpn: months('97% 97% 98% 98,5%'),
    'nong-dan': months('93% 94% 95% 95,5%'),
    doan: months('92% 94% 95% 96%'),
  },
  CT09: {
    mttq: months('1.640 1.120 980 1.875,5'),
    ldld: months('510 430 385 540'),
    ccb: months('120 145 130 170'),
    lhpn: months('360 385 310 468,5'),
    'nong-dan': months('395 420 360 512'),
    doan: months('245 330 310 285'),
  },
  CT10: {
    mttq: months('1 2 1 3'),
    ldld: months('1 2 2 1'),
    ccb: months('1 2 1 2'),
    lhpn: months('2 1 1 3'),
    'nong-dan': months('1 1 1 3'),
    doan: months('2 2 2 1'),
  },
  CT11: Object.fromEntries(
    ['mttq', 'ldld', 'ccb', 'lhpn', 'nong-dan', 'doan'].map((unit) => [unit, months('0 0 0 0')]),
  ),
}

/** Typed at the end of each half. */
export const halves: Readonly<Record<string, readonly string[]>> = { CT01: ['có', 'có'] }

/** Typed once, at the end of the year. */
export const yearEnd: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CT12: {
    mttq: 'Hoàn thành xuất sắc',
    ldld: 'Hoàn thành tốt',
    ccb: 'Hoàn thành tốt',
    lhpn: 'Hoàn thành xuất sắc',
    'nong-dan': 'Hoàn thành tốt',
    doan: 'Hoàn thành tốt',
  },
}

/** Reports of months that did not go smoothly; months count from 1. */
export const late = {
  unit: 'doan',
  month: 3,
  reason: 'Tháng cao điểm của Tháng Thanh niên, số liệu cơ sở gửi về chậm.',
}
export const returned = { unit: 'ccb', month: 5, reason: 'Số hội viên mới chưa trừ số chuyển sinh hoạt; xin rà lại.' }
export const missing = { unit: 'nong-dan', month: 8 }

/** Which promise each target comes from: its place among the commitments of the sample agreement. */
export const promised: Readonly<Record<number, string>> = {
  1: 'CT01',
  2: 'CT04',
  3: 'CT09',
  4: 'CT02',
  5: 'CT05',
  6: 'CT06',
  7: 'CT03',
  8: 'CT10',
  9: 'CT11',
}

export const activities = [
  {
    unit: 'lhpn',
    on: '2023-03-08',
    title: 'Gặp mặt và trao quà cho phụ nữ có hoàn cảnh khó khăn',
    place: 'Hội trường Hội LHPN tỉnh',
    plan: 'Gặp mặt, trao 60 suất quà; các đơn vị trong khối cùng vận động.',
    participants: 180,
    money: '48.5',
    result: 'Đã trao 60 suất quà, mỗi suất gồm tiền mặt và nhu yếu phẩm; cả sáu đơn vị tham gia.',
  },
  {
    unit: 'doan',
    on: '2023-05-19',
    title: 'Ngày hội hiến máu của đoàn viên, hội viên trong khối',
    place: 'Nhà Văn hóa 3-2',
    plan: 'Vận động đoàn viên, hội viên của sáu đơn vị đăng ký hiến máu.',
    participants: 420,
    money: '36',
    result: 'Thu được 385 đơn vị máu; đơn vị nào cũng có người tham gia.',
  },
  {
    unit: 'mttq',
    on: '2023-11-18',
    title: 'Ngày hội Đại đoàn kết tại khu dân cư điểm',
    place: 'Huyện Hải Hậu',
    plan: 'Cùng khu dân cư điểm tổ chức ngày hội, bàn giao hai nhà Đại đoàn kết.',
    participants: 310,
    money: '160',
    result: 'Bàn giao hai nhà cho hộ nghèo; các đơn vị góp công và kinh phí.',
  },
] as const

export const example = {
  unit: 'lhpn',
  name: 'Tổ phụ nữ tiết kiệm giúp nhau vốn làm ăn',
  place: 'Huyện Giao Thủy',
  story:
    'Mỗi tổ 20 đến 30 hội viên góp tiết kiệm hằng tháng, lần lượt cho hội viên khó khăn vay không lãi để chăn nuôi, buôn bán nhỏ. Sau một năm, 14 tổ có 46 lượt hội viên được vay, 9 hộ thoát nghèo.',
  replicatedBy: 'nong-dan',
  replicatedOn: '2023-09-15',
  replicatedWhere: 'Huyện Nghĩa Hưng',
  result: 'Lập 6 tổ nông dân tiết kiệm theo cách làm này, 152 hội viên tham gia.',
} as const
