import {
  authority,
  bloc,
  day,
  document,
  drafters,
  everyone,
  frozen,
  head,
  nobody,
  participants,
  readersOfDraft,
  reasonFor,
  signedIn,
  signers,
  story,
  workers,
  year,
  type Permissions,
  type Who,
} from './rights.ts'

const handover = `${year}/ban-giao/:handover`
/** Those of the unit that led before. */
const givers: Who = { officer: 'bloc', leader: 'bloc' }

/** Blocs, their years, what waits, and what is public. */
export const permissionsOfBlocs: Permissions = {
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
  [`get ${year}/ban-giao`]: { who: readersOfDraft },
  [`post ${year}/ban-giao`]: { who: givers, form: ({ earlierTerm }) => ({ term: earlierTerm }) },
  [`get ${handover}`]: { who: readersOfDraft },
  [`get ${handover}/soan`]: { who: givers },
  [`post ${handover}/soan`]: { who: givers, form: () => ({ editVersion: '2', place: 'Nam Định', flag: 'none' }) },
  [`get ${handover}/ban-xem-truoc.pdf`]: { who: readersOfDraft },
  [`post ${handover}/chot`]: { who: givers, form: () => ({ isMeant: 'on' }) },
  [`get ${handover}/bien-ban.pdf`]: frozen(readersOfDraft),
  [`get ${handover}/ky`]: frozen(signers),
  [`post ${handover}/ky/luot`]: frozen(signers),
  [`post ${handover}/ky/chu-ky`]: {
    ...frozen(signers),
    json: ({ unit }) => ({ job: unit, signature: Buffer.alloc(64).toString('base64') }),
    answer: 404,
  },
  [`post ${handover}/tu-choi`]: frozen(signers, reasonFor),
  [`get ${year}/so-theo-doi`]: { who: readersOfDraft },
  [`post ${year}/so-theo-doi`]: { who: drafters, form: () => ({ writtenOn: day, what: 'Hội CCB đề nghị lùi hạn' }) },
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
