import {
  administrator,
  authority,
  base64,
  day,
  decision,
  everyone,
  held,
  keepers,
  leadersOfUnit,
  listOfPeople,
  mandate,
  namersInUnit,
  pdf,
  signedIn,
  workers,
  type Permissions,
} from './rights.ts'

/** Units: their people, names, mandates, keys and reorganisation. */
export const permissionsOfUnits: Permissions = {
  // Keys and certificates: of one's own mandates only
  'get /chu-ky-cua-toi': { who: signedIn },
  'post /chu-ky-cua-toi/:mandate': {
    who: leadersOfUnit,
    json: () => ({
      publicKey: base64,
      proof: base64,
      sealedKey: {
        version: 1,
        derivation: 'PBKDF2-SHA-256',
        iterations: 600_000,
        salt: base64,
        iv: base64,
        box: base64,
      },
    }),
  },

  'get /chung-thu/:serial': { who: { ...workers('bloc'), ...authority } },
  'post /chung-thu/:serial/thu-hoi': {
    who: { ...leadersOfUnit, ...authority },
    form: () => ({ reason: 'key_compromise', note: 'Mất máy' }),
  },
  'get /kiem-tra/thu-hoi.crl': { who: everyone, answer: 404 },

  // Units and their people
  'get /don-vi': { who: signedIn },
  'get /don-vi/moi': { who: keepers },
  'post /don-vi/moi': {
    who: keepers,
    form: () => ({ fullName: 'Sở Thử', shortName: 'Sở Thử', level: 'tinh', fromOn: day }),
  },
  'get /don-vi/:id': { who: signedIn },
  'get /don-vi/:id/ma': { who: keepers },
  'post /don-vi/:id/ma': { who: keepers, form: () => ({ code: 'H40.99' }) },
  'get /don-vi/:id/nguoi/them': { who: namersInUnit },
  'post /don-vi/:id/nguoi/them': [
    { who: namersInUnit, form: () => ({ login: 'ai-do', role: 'officer', fromOn: day }) },
  ],
  'get /don-vi/:id/nguoi/moi': { who: namersInUnit },
  'post /don-vi/:id/nguoi/moi': {
    who: namersInUnit,
    form: () => ({ fullName: 'Lê Na', login: 'le-na', way: 'slip', fromOn: day }),
  },
  'get /don-vi/:id/nguoi/:role/ket-thuc': { who: namersInUnit },
  'post /don-vi/:id/nguoi/:role/ket-thuc': { who: namersInUnit, form: () => ({ toOn: day }) },

  // Lists from a spreadsheet: of units by those who keep them, of people by the administrator alone
  'get /nhap-danh-sach': { who: keepers },
  'get /nhap-danh-sach/don-vi': { who: keepers },
  'post /nhap-danh-sach/don-vi': { who: keepers },
  'get /nhap-danh-sach/don-vi/mau': { who: keepers },
  'get /nhap-danh-sach/nguoi': { who: administrator },
  'post /nhap-danh-sach/nguoi': { who: administrator },
  'get /nhap-danh-sach/nguoi/mau': { who: administrator },
  'get /nhap-danh-sach/danh-sach/:id': [{ who: keepers }, { who: administrator, at: listOfPeople }],
  'get /nhap-danh-sach/danh-sach/:id/can-sua': [{ who: keepers }, { who: administrator, at: listOfPeople }],
  'post /nhap-danh-sach/danh-sach/:id/lua-chon': [
    { who: keepers, form: () => ({ r2: 'skip' }) },
    { who: administrator, form: () => ({ r2: 'skip' }), at: listOfPeople },
  ],
  'post /nhap-danh-sach/danh-sach/:id/nhap': [
    { who: keepers, form: () => ({ add: '1', same: '0', skip: '0' }) },
    { who: administrator, form: () => ({ add: '1', same: '0', skip: '0' }), at: listOfPeople },
  ],
  'post /nhap-danh-sach/danh-sach/:id/bo': [{ who: keepers }, { who: administrator, at: listOfPeople }],
  'post /nhap-danh-sach/danh-sach/:id/hoan-tac': [{ who: keepers }, { who: administrator, at: listOfPeople }],
  'post /nhap-danh-sach/danh-sach/:id/phieu-moi': [{ who: keepers }, { who: administrator, at: listOfPeople }],

  // Reorganisation: read by all who work here, recorded by those who keep units
  'get /sap-xep-don-vi': { who: signedIn },
  'get /sap-xep-don-vi/moi': { who: keepers },
  'get /sap-xep-don-vi/moi/:kind': { who: keepers },
  'post /sap-xep-don-vi/moi/:kind': {
    who: keepers,
    form: ({ unit }) => ({ ...decision, before: unit, afterNew: 'Hội Mới tỉnh; Hội Mới', effectiveOn: day }),
  },
  'get /sap-xep-don-vi/:deed': { who: signedIn },
  'get /sap-xep-don-vi/:deed/van-ban': { who: signedIn },
  'get /sap-xep-don-vi/:deed/sua': { who: keepers },
  'post /sap-xep-don-vi/:deed/sua': { who: keepers, form: () => ({ ...decision, reason: 'Gõ nhầm' }) },
  'get /sap-xep-don-vi/:deed/huy': { who: keepers },
  'post /sap-xep-don-vi/:deed/huy': { who: keepers, form: () => ({ reason: 'Gõ nhầm' }) },
  'get /co-quan-thi-dua': { who: signedIn },
  'post /co-quan-thi-dua': { who: keepers, form: ({ unit }) => ({ unit, fromOn: day }) },

  // Mandates: asked by the unit's leader, decided by the authority, shown to the bloc once confirmed
  'get /uy-quyen': { who: authority },
  'get /don-vi/:id/uy-quyen/moi': { who: leadersOfUnit },
  'post /don-vi/:id/uy-quyen/moi': {
    who: leadersOfUnit,
    form: ({ officer }) => ({ ...mandate, account: officer, document: pdf() }),
  },
  'get /uy-quyen/:id': [
    { who: { ...workers('own'), ...authority } },
    { who: { ...workers('bloc'), ...authority }, at: held },
  ],
  'get /uy-quyen/:id/giay': [
    { who: { ...workers('own'), ...authority } },
    { who: { ...workers('bloc'), ...authority }, at: held },
  ],
  'post /uy-quyen/:id/xac-nhan': { who: authority },
  'post /uy-quyen/:id/tu-choi': { who: authority, form: () => ({ reason: 'Thiếu chữ ký' }) },
  'post /uy-quyen/:id/rut': { who: leadersOfUnit },
  'post /uy-quyen/:id/ket-thuc': {
    who: { ...leadersOfUnit, ...authority },
    form: () => ({ endedOn: day, reason: 'Chuyển công tác' }),
    at: held,
  },
}
