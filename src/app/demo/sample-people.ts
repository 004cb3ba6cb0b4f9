import { units, type SeedUnit } from '../../../db/seed/nam-dinh.ts'

/** One password for all sample accounts, and one passphrase for the sample signatures: both are printed at start. */
export const samplePassword = 'Mẫu Nam Định 2023'
export const samplePassphrase = 'Ký mẫu Nam Định 2023'

export interface SamplePerson {
  login: string
  name: string
  /** What the account can do, in words for the list that is printed. */
  does: string
}

export const administrator: SamplePerson = { login: 'quan-tri', name: 'Bùi Thanh Sơn', does: 'người quản trị' }
export const authority: SamplePerson = {
  login: 'co-quan-thi-dua',
  name: 'Hoàng Minh Đức',
  does: 'cán bộ cơ quan thi đua, khen thưởng',
}

export const leaderOf = (unit: SeedUnit): SamplePerson => ({
  login: `lanh-dao-${unit.key}`,
  name: unit.leader,
  does: `lãnh đạo ${unit.short}, người ký`,
})

export const officer: SamplePerson & { unit: string } = {
  login: 'can-bo-lhpn',
  name: 'Mai Thị Hoa',
  does: 'cán bộ thi đua Hội LHPN tỉnh',
  unit: 'lhpn',
}

export const secretary: SamplePerson & { unit: string } = {
  login: 'thu-ky',
  name: 'Đặng Thùy Linh',
  does: 'thư ký của khối',
  unit: 'lhpn',
}

export const samplePeople: readonly SamplePerson[] = [
  administrator,
  authority,
  ...units.map(leaderOf),
  officer,
  secretary,
]
