import { units, type SeedUnit } from './nam-dinh.ts'

/**
 * The reorganisation of 01/07/2025 as the sample tells it. That it took place, its day and Law 97/2025/QH15 are facts from
 * the press; where the number of a document is not known to us it is left open, and the screens say so.
 */
export const effectiveOn = '2025-07-01'

/** How a document is typed whose number is not known. */
const unnumbered = { documentNumber: '', numberUnknown: true, documentOn: undefined } as const

export const lawOnFront = {
  documentName: 'Luật sửa đổi, bổ sung Luật Mặt trận Tổ quốc Việt Nam và một số luật',
  documentNumber: '97/2025/QH15',
  numberUnknown: false,
  documentOn: '2025-06-27',
  documentIssuer: 'Quốc hội',
} as const

export const twoTiers = {
  ...unnumbered,
  documentName: 'Văn bản kết thúc hoạt động của cấp huyện (dữ liệu mẫu)',
  documentIssuer: 'cơ quan có thẩm quyền',
} as const

export const intoDepartment = {
  ...unnumbered,
  documentName: 'Văn bản sáp nhập Ban Thi đua - Khen thưởng vào Sở Nội vụ (dữ liệu mẫu)',
  documentIssuer: 'cơ quan có thẩm quyền',
} as const

export const threeProvinces = {
  ...unnumbered,
  documentName: 'Văn bản hợp nhất các tổ chức của ba tỉnh (dữ liệu mẫu)',
  documentIssuer: 'cơ quan có thẩm quyền',
} as const

export const board = { full: 'Ban Thi đua - Khen thưởng tỉnh Nam Định', short: 'Ban Thi đua - Khen thưởng tỉnh' }
export const department = { full: 'Sở Nội vụ tỉnh Nam Định', short: 'Sở Nội vụ' }

export const districts = ['Vụ Bản', 'Ý Yên', 'Trực Ninh'].map((name) => ({
  full: `Ủy ban nhân dân huyện ${name}`,
  short: `UBND huyện ${name}`,
}))

/** The cluster whose year 2025 the reorganisation closed, and who goes on with its work. */
export const cluster = {
  name: 'Cụm thi đua các huyện',
  shortName: 'Cụm các huyện',
  code: 'TH-01',
  kind: 'cum',
  level: 'tinh',
  foundingNumber: '00/QĐ-UBND (số liệu mẫu)',
  foundingOn: '2018-01-15',
  foundingIssuer: 'Ủy ban nhân dân tỉnh Nam Định',
} as const
export const clusterSuccessor = { successorName: 'Cụm thi đua các xã, phường', successorTenant: 'Tỉnh Ninh Bình' }

export const newProvince = { slug: 'ninh_binh', name: 'Tỉnh Ninh Bình', hosts: ['ninh-binh.localhost'] }

const inProvince = (province: string) => (unit: SeedUnit) => ({
  key: unit.key,
  full: unit.full.replace('Nam Định', province),
  short: unit.short,
})

/** The organisations of the new province, each out of those of three provinces; the first is the Front. */
export const ninhBinhUnits = [
  ...units.map(inProvince('Ninh Bình')),
  { key: 'noi-vu', full: 'Sở Nội vụ tỉnh Ninh Bình', short: 'Sở Nội vụ' },
]

/** The names that a unit of Ninh Bình's had in the two other provinces. */
export const namesElsewhere = (full: string) =>
  ['Nam Định', 'Hà Nam'].map((province) => ({
    name: full.replace('Ninh Bình', province),
    tenant: `Tỉnh ${province}`,
  }))
