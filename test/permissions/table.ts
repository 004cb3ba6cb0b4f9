import type { Place, Relation, Role, Stage } from './world.ts'

/** How far someone's right reaches: the own unit (or oneself), its whole bloc, or everything in the tenant. */
type Reach = 'own' | 'bloc' | 'all'
export type Who = Partial<Readonly<Record<Role, Reach>>>

const covered: Readonly<Record<Reach, readonly Relation[]>> = {
  own: ['own'],
  bloc: ['own', 'bloc'],
  all: ['own', 'bloc', 'other'],
}

export const may = (who: Who, role: Role, relation: Relation) => {
  const reach = who[role]
  return reach !== undefined && covered[reach].includes(relation)
}

export interface Permission {
  who: Who
  /** How far the bloc's agreement has come; a draft unless said otherwise. */
  stage?: Stage
  /** A form that would be taken from who may; without one an empty form. */
  form?: (place: Place) => Readonly<Record<string, string | File>>
  json?: (place: Place) => unknown
  /** Another thing in the address than the usual one. */
  at?: (place: Place) => Place
  /** What who may is answered when the thing asked for was never made. */
  answer?: number
}

const keepers: Who = { authority: 'all', administrator: 'all' }
const authority: Who = { authority: 'all' }
const administrator: Who = { administrator: 'all' }
const workers = (reach: Reach): Who => ({
  officer: reach,
  leader: reach,
  headOfficer: reach,
  headLeader: reach,
  secretary: reach,
})
const signedIn: Who = { ...workers('all'), ...keepers }
const everyone: Who = { ...signedIn, visitor: 'all' }
const oneself: Who = { ...workers('own'), authority: 'own', administrator: 'own' }
const leadersOfUnit: Who = { leader: 'own', headLeader: 'own' }
const namersInUnit: Who = { ...leadersOfUnit, ...keepers }
const namersInUnitAll: Who = { leader: 'all', headLeader: 'all', ...keepers }
/** The unit that leads acts through all its people, and drafts also through the secretary it named. */
const head: Who = { headOfficer: 'bloc', headLeader: 'bloc' }
const drafters: Who = { ...head, secretary: 'bloc' }
const readersOfDraft: Who = { ...workers('bloc'), ...authority }
const participants: Who = { ...workers('bloc'), ...keepers }
const signers: Who = { leader: 'bloc', headLeader: 'bloc' }
/** The unit's own people for it, the head's for any. */
const bringers: Who = { officer: 'own', leader: 'own', ...drafters }
const nobody: Who = {}

const reasonFor = () => ({ reason: 'Có lý do' })
/** Of a text that waits for its signatures. */
const frozen = (who: Who, form?: Permission['form']): Permission => ({ who, stage: 'frozen', ...(form && { form }) })

const day = '2023-02-20'
const password = 'không phải mật khẩu này'
const document = 'Quyết định 12/QĐ-UBND'
const decision = { documentName: 'Quyết định', documentNumber: '12/QĐ-UBND', documentIssuer: 'UBND tỉnh' }
const listOfPeople = (place: Place): Place => ({ ...place, intake: place.peopleIntake })
const held = (place: Place): Place => ({ ...place, askedMandate: place.heldMandate })
const pdf = () => new File(['%PDF-1.7 giấy thử'], 'giay.pdf', { type: 'application/pdf' })
const mandate = { post: 'Phó Chủ tịch', mayAct: 'on', fromOn: day, toOn: '2023-12-31', documentName: document }
const paperHead = { version: '1', title: 'Giao ước', theme: '', place: '', witness: '', copies: '' }
const legalText = { kind: 'Luật', number: '06/2022/QH15', title: 'Luật thử', issuer: 'Quốc hội' }
const base64 = Buffer.from('no key at all, but in base64').toString('base64')
const bloc = { name: 'Khối mới', shortName: 'Khối mới', code: 'K9', kind: 'khoi', level: 'tinh' }

const year = '/khoi/:bloc/:year'
const agreement = `${year}/giao-uoc`
const clause = `${agreement}/soan-thao/dieu/:clause`
const story = '/khoi-thi-dua/:bloc/:year'

/** Who may do what: every route of the product, as `method pattern`. A route that is not here fails the test. */
export const permissions: Readonly<Record<string, Permission | readonly Permission[]>> = {
  // The door, and one's own account
  'get /dang-nhap': { who: everyone },
  'post /dang-nhap': { who: everyone, form: () => ({ login: 'ai-do', password }) },
  'post /dang-xuat': { who: signedIn },
  'get /xac-nhan': { who: signedIn },
  'post /xac-nhan': { who: signedIn, form: () => ({ password }) },
  'get /dang-nhap/ma': { who: everyone },
  'post /dang-nhap/ma': { who: everyone, form: () => ({ code: '123456' }) },
  'get /tai-khoan': { who: signedIn },
  'get /tai-khoan/xac-thuc-hai-buoc': { who: signedIn },
  'get /tai-khoan/xac-thuc-hai-buoc/bat': { who: signedIn },
  'post /tai-khoan/xac-thuc-hai-buoc/bat': { who: signedIn, form: () => ({ pending: 'x', code: '123456' }) },
  'post /tai-khoan/xac-thuc-hai-buoc/tat': { who: signedIn },
  'post /tai-khoan/xac-thuc-hai-buoc/ma-khoi-phuc': { who: signedIn },
  'get /quan-tri/xac-thuc-hai-buoc': { who: administrator },
  'post /quan-tri/xac-thuc-hai-buoc': { who: administrator, form: () => ({ leader: day }) },
  'post /tai-khoan/mat-khau': { who: signedIn, form: () => ({ present: password, password: 'a', again: 'a' }) },
  'post /tai-khoan/don-vi': { who: workers('own'), form: ({ unit }) => ({ unit }) },
  'post /tai-khoan/phien/ket-thuc': { who: signedIn },
  'post /tai-khoan/phien/:id/ket-thuc': { who: oneself },
  'post /tuy-chon': { who: everyone, form: () => ({ locale: 'en' }) },
  'get /loi-moi': { who: everyone },
  'post /loi-moi': { who: everyone, form: ({ invitation }) => ({ code: invitation }) },
  'get /loi-moi/:code': { who: everyone },
  'post /loi-moi/:code': { who: everyone, form: () => ({ password, again: password }) },

  // The log: members read their own part, which the page itself judges
  'get /nhat-ky': { who: signedIn },
  'get /nhat-ky/tai-ve.csv': { who: signedIn },
  'get /nhat-ky/tai-ve.jsonl': { who: signedIn },
  'get /nhat-ky/dau-moc.txt': { who: signedIn },
  'post /nhat-ky/nhan-thu': {
    who: { leader: 'all', headLeader: 'all', ...authority },
    form: () => ({ wanted: 'yes' }),
  },
  'post /nhat-ky/luu-luot-xem': { who: administrator, form: () => ({ days: '730' }) },

  // Recovery in person: opened and confirmed by two people who answer for the person, withdrawn also by oneself
  'get /khoi-phuc-tai-khoan': { who: namersInUnitAll },
  'get /khoi-phuc-tai-khoan/moi': { who: namersInUnitAll },
  'post /khoi-phuc-tai-khoan/moi': {
    who: namersInUnit,
    form: ({ officerLogin }) => ({ login: officerLogin, reason: 'Mất điện thoại', paper: 'Thẻ căn cước' }),
  },
  'get /khoi-phuc-tai-khoan/:id': { who: { ...namersInUnit, officer: 'own', headOfficer: 'own' } },
  'post /khoi-phuc-tai-khoan/:id/xac-nhan': { who: namersInUnit },
  'post /khoi-phuc-tai-khoan/:id/rut': { who: { ...namersInUnit, officer: 'own', headOfficer: 'own' } },
  'get /khoi-phuc': { who: everyone },
  'post /khoi-phuc': { who: everyone, form: () => ({ code: 'AAAA' }) },
  'get /khoi-phuc/:code': { who: everyone },
  'post /khoi-phuc/:code': { who: everyone, form: () => ({ password, again: password }) },

  // People, their invitations and their roles in the tenant
  'get /quan-tri/nguoi-dung': { who: keepers },
  'get /quan-tri/nguoi-dung/moi': { who: keepers },
  'post /quan-tri/nguoi-dung': { who: keepers, form: () => ({ fullName: 'Lê Na', login: 'le-na', way: 'slip' }) },
  'get /quan-tri/nguoi-dung/:id': { who: keepers },
  'post /quan-tri/nguoi-dung/:id/loi-moi': [
    { who: keepers, form: () => ({ way: 'slip' }) },
    // A code for a person with a role in the tenant would hand that role over.
    { who: administrator, form: () => ({ way: 'slip' }), at: (place) => ({ ...place, invited: place.keeper }) },
  ],
  'post /quan-tri/nguoi-dung/:id/loi-moi/rut': { who: keepers },
  'post /quan-tri/nguoi-dung/:id/vai-tro': { who: administrator, form: () => ({ role: 'authority' }) },
  'post /quan-tri/nguoi-dung/:id/vai-tro/:role/ket-thuc': { who: administrator },
  'post /quan-tri/nguoi-dung/:id/moi-lai': { who: keepers, form: () => ({ way: 'slip' }) },
  'get /nguoi/:id/roi-di': { who: { ...leadersOfUnit, ...administrator } },
  'post /nguoi/:id/roi-di': {
    who: { ...leadersOfUnit, ...administrator },
    form: () => ({ reason: 'Nghỉ hưu', document }),
  },

  // Legal texts
  'get /van-ban-phap-luat': { who: signedIn },
  'get /van-ban-phap-luat/moi': { who: keepers },
  'post /van-ban-phap-luat': { who: keepers, form: () => legalText },
  'get /van-ban-phap-luat/:id': { who: signedIn },
  'get /van-ban-phap-luat/:id/sua': { who: keepers },
  'post /van-ban-phap-luat/:id/sua': { who: keepers, form: () => legalText },
  'post /van-ban-phap-luat/:id/kiem-chung': { who: keepers, form: () => ({ source: 'Công báo' }) },

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

  // The agreement: read by members and the authority, drafted by the head
  [`get ${agreement}`]: [{ who: readersOfDraft, stage: 'none' }, { who: readersOfDraft }],
  [`get ${agreement}/giao-uoc.pdf`]: { who: readersOfDraft, stage: 'frozen' },
  [`get ${agreement}/bat-dau`]: { who: drafters, stage: 'none' },
  [`post ${agreement}/bat-dau`]: { who: drafters, stage: 'none', form: () => ({ origin: 'template' }) },
  [`get ${year}/doc-bai-bao`]: { who: readersOfDraft },
  [`post ${year}/doc-bai-bao`]: { who: drafters, form: () => ({ text: 'Một bài báo ngắn.' }) },
  [`get ${year}/doc-bai-bao/:reading`]: { who: readersOfDraft },
  [`post ${year}/doc-bai-bao/:reading`]: { who: drafters, form: () => ({ version: '1' }) },
  [`post ${year}/doc-bai-bao/:reading/lap-du-thao`]: {
    who: drafters,
    stage: 'none',
    form: () => ({ version: '1' }),
  },
  [`get ${agreement}/soan-thao`]: { who: drafters },
  [`post ${agreement}/soan-thao/phan-dau`]: { who: drafters, form: () => paperHead },
  [`post ${agreement}/soan-thao/dieu`]: { who: drafters, form: () => ({ section: 'commitment' }) },
  [`post ${clause}`]: { who: drafters, form: () => ({ version: '1', text: 'Điều mới' }) },
  [`post ${clause}/xoa`]: { who: drafters, form: () => ({ version: '1' }) },
  [`post ${clause}/vi-tri`]: { who: drafters, form: () => ({ direction: 'down' }) },
  [`get ${agreement}/chot-van-ban`]: { who: drafters },
  [`post ${agreement}/chot-van-ban`]: { who: drafters, form: () => ({ isMeant: 'on' }) },
  [`get ${agreement}/mo-lai`]: { who: drafters, stage: 'frozen' },
  [`post ${agreement}/mo-lai`]: { who: drafters, stage: 'frozen', form: () => ({ reason: 'Sai ngày' }) },
  [`get ${agreement}/ban-xem-truoc.pdf`]: { who: readersOfDraft },

  // Signing: the persons named when the text was frozen, and nobody in their place
  [`get ${agreement}/ky`]: { who: signers, stage: 'frozen' },
  [`post ${agreement}/ky/luot`]: { who: signers, stage: 'frozen' },
  [`post ${agreement}/ky/chu-ky`]: {
    who: signers,
    stage: 'frozen',
    json: ({ unit }) => ({ job: unit, signature: Buffer.alloc(64).toString('base64') }),
    answer: 404,
  },
  [`post ${agreement}/tu-choi`]: { who: signers, stage: 'frozen', form: () => ({ reason: 'Chưa thống nhất' }) },
  [`post ${agreement}/nhac-ky`]: { who: drafters, stage: 'frozen' },
  [`post ${agreement}/ban-moi`]: { who: drafters, stage: 'frozen' },

  [`get ${agreement}/rut-chu-ky`]: { who: signers, stage: 'signed' },
  [`post ${agreement}/rut-chu-ky`]: { who: signers, stage: 'signed', form: reasonFor },
  [`get ${agreement}/gia-han`]: frozen(drafters),
  [`post ${agreement}/gia-han`]: frozen(drafters, () => ({ signBy: '2023-04-01', reason: 'Chờ đủ chữ ký' })),
  [`get ${agreement}/cac-ban`]: frozen(readersOfDraft),
  [`get ${agreement}/cac-ban/:version/giao-uoc.pdf`]: frozen(readersOfDraft),
  [`get ${agreement}/so-sanh`]: { who: readersOfDraft },
  [`get ${agreement}/chung-cu`]: { who: readersOfDraft, stage: 'signed' },
  [`get ${agreement}/chung-cu.pdf`]: { who: readersOfDraft, stage: 'signed' },

  // By pen: the scan is brought by the unit or the head, and witnessed by people of other units
  [`get ${agreement}/ban-de-in.pdf`]: frozen(readersOfDraft),
  [`get ${agreement}/ky-tren-giay/:unit`]: frozen(bringers),
  [`post ${agreement}/ky-tren-giay/:unit`]: frozen(bringers, ({ heldMandate, code }) => {
    return { mandate: heldMandate, signedOn: day, code, scan: pdf() }
  }),
  [`get ${agreement}/ban-quet/:scan`]: frozen(readersOfDraft),
  [`get ${agreement}/ban-quet/:scan/tep`]: frozen(readersOfDraft),
  [`post ${agreement}/ban-quet/:scan/lam-chung`]: frozen(workers('bloc')),
  [`post ${agreement}/ban-quet/:scan/tu-choi`]: frozen(workers('bloc'), reasonFor),
  [`post ${agreement}/ban-quet/:scan/rut`]: frozen(drafters, reasonFor),

  // Blocs and their years
  'get /khoi': { who: signedIn },
  'get /khoi/moi': { who: authority },
  'post /khoi/moi': {
    who: authority,
    form: () => ({ ...bloc, foundingNumber: '1/QĐ', foundingOn: day, foundingIssuer: 'UBND tỉnh' }),
  },
  'get /khoi/:bloc': { who: signedIn },
  'get /khoi/:bloc/nam-moi': { who: { ...head, ...authority } },
  'post /khoi/:bloc/nam-moi': {
    who: { ...head, ...authority },
    form: () => ({ kind: 'calendar', startsOn: '2024-01-01', endsOn: '2024-12-31' }),
  },
  [`get ${year}`]: { who: participants },
  [`get ${year}/chang/:stop`]: { who: { ...drafters, ...authority } },
  [`post ${year}/chang/:stop`]: { who: { ...drafters, ...authority }, form: () => ({ state: 'open' }) },
  [`get ${year}/dong-do-sap-xep`]: { who: authority },
  [`post ${year}/dong-do-sap-xep`]: { who: authority, form: () => ({ closedOn: day, document }) },
  [`get ${year}/thanh-vien`]: { who: participants },
  [`post ${year}/thanh-vien`]: { who: authority, form: ({ unit }) => ({ unit, fromOn: day }) },
  [`post ${year}/thanh-vien/len`]: {
    who: { ...head, ...authority },
    form: ({ membership }) => ({ membership }),
  },
  [`get ${year}/thanh-vien/:id/ket-thuc`]: { who: authority },
  [`post ${year}/thanh-vien/:id/ket-thuc`]: { who: authority, form: () => ({ toOn: day, document }) },
  [`get ${year}/chuc-vu`]: { who: participants },
  [`post ${year}/chuc-vu`]: {
    who: { ...head, ...authority },
    form: ({ unit }) => ({ unit, office: 'deputy', fromOn: day }),
  },
  [`get ${year}/chuc-vu/:id/ket-thuc`]: { who: { ...head, ...authority } },
  [`post ${year}/chuc-vu/:id/ket-thuc`]: { who: { ...head, ...authority }, form: () => ({ toOn: day }) },
  [`post ${year}/thu-ky`]: { who: { headLeader: 'bloc' }, form: ({ officer }) => ({ account: officer }) },
  [`post ${year}/thu-ky/:id/ket-thuc`]: { who: { headLeader: 'bloc' } },

  // What waits for one's own unit
  'get /viec-can-lam': { who: signedIn },
  'get /viec-can-lam/da-xong': { who: signedIn },
  'post /viec-can-lam/:id/da-xem': { who: workers('own') },

  // The public side: what is not signed by anybody yet is not public
  'get /': { who: everyone },
  [`get ${story}/giao-uoc`]: [
    { who: everyone, stage: 'signed' },
    { who: nobody, stage: 'draft' },
  ],
  [`get ${story}/giao-uoc.pdf`]: [
    { who: everyone, stage: 'signed' },
    { who: nobody, stage: 'draft' },
  ],
  [`get ${story}/van-ban.json`]: [
    { who: everyone, stage: 'signed' },
    { who: nobody, stage: 'draft' },
  ],
  'get /khoi-thi-dua/:bloc': { who: everyone },
  [`get ${story}`]: { who: everyone },
  'get /tra-cuu': { who: everyone },
  'get /don-vi-thi-dua/:unit': { who: everyone },
  'get /kiem-tra': { who: everyone },
  'post /kiem-tra': { who: everyone },
  'get /kiem-tra/chung-thu-goc.pem': { who: everyone },
  'get /kiem-tra/:code': { who: everyone, stage: 'signed' },
  'get /huong-dan': { who: everyone },
  'get /huong-dan/:page': { who: everyone },
  'get /huong-dan/anh/:name': { who: nobody },
  'get /robots.txt': { who: everyone },
  'get /sitemap.xml': { who: everyone },
}
