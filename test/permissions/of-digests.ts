import {
  authority,
  day,
  drafters,
  readersOfDraft,
  reasonFor,
  signedIn,
  workers,
  year,
  type Permissions,
} from './rights.ts'
import type { Place } from './world.ts'

const voices = `${year}/y-kien`
const digests = `${voices}/bao-cao`
const digest = `${digests}/:digest`
const clause = `${digest}/cau/:clause`
const cases = `${voices}/bao-ve-quyen-loi`
const care = `${cases}/:care`
const lists = `${voices}/nhap-bang`
const list = `${lists}/:intake`
const topics = `${voices}/chu-de`
const codes = '/danh-muc-y-kien'

const head = { look: 'state', issuer: 'Khối thi đua', datedOn: day }
const finished = (place: Place): Place => ({ ...place, digest: place.finishedDigest })
const sentence = (place: Place): Place => ({ ...place, clause: place.digestClause })
const entered = (place: Place): Place => ({ ...place, opinionIntake: place.enteredIntake })
const threshold = { from: '01/01/2091', least: '5', hotLeast: '10', hotFactor: '2', hotMonths: '3' }

/** What reports what was heard: digests, charts, cases of care, lists and topics. */
export const permissionsOfDigests: Permissions = {
  [`get ${digests}`]: { who: readersOfDraft },
  [`post ${digests}/chot-thang`]: { who: drafters, form: () => ({ month: '2023-01-01' }) },
  [`get ${digests}/lap`]: { who: drafters },
  [`post ${digests}/lap`]: { who: drafters, form: () => ({ ...head, month: '2023-01-01' }) },
  [`get ${digests}/lap-dot-xuat`]: { who: drafters },
  [`post ${digests}/lap-dot-xuat`]: {
    who: drafters,
    form: ({ topic }) => ({ ...head, topic, from: '2023-02-01', to: day }),
  },
  [`get ${digest}`]: { who: drafters },
  [`post ${digest}/phan-dau`]: { who: drafters, form: () => ({ ...head, version: '1' }) },
  [`post ${digest}/cau`]: { who: drafters, form: () => ({ section: 'general', text: 'Một câu' }) },
  [`post ${clause}`]: { who: drafters, at: sentence, form: () => ({ version: '1', text: 'Câu khác' }) },
  [`post ${clause}/bo`]: { who: drafters, at: sentence, form: () => ({ version: '1' }) },
  [`post ${digest}/vi-du`]: { who: drafters, form: ({ opinion }) => ({ opinion }) },
  [`post ${digest}/hoan-thanh`]: { who: drafters },
  [`post ${digest}/tra-lai`]: { who: drafters, at: finished, form: reasonFor },
  [`post ${digest}/gui`]: { who: drafters, at: finished },
  [`get ${digest}/bao-cao.pdf`]: { who: drafters },
  [`get ${digest}/bao-cao.docx`]: { who: drafters },
  [`get ${voices}/bieu-do`]: { who: readersOfDraft },

  [`get ${cases}`]: { who: readersOfDraft },
  // Everyone here enters for the own unit, whatever the address names.
  [`get ${cases}/moi`]: { who: workers('bloc') },
  [`post ${cases}/moi`]: { who: workers('bloc'), form: () => ({ receivedOn: day, title: 'Đòi lương', people: '1' }) },
  [`get ${care}`]: { who: { ...workers('own'), ...drafters, ...authority } },
  [`post ${care}/ho-tro`]: { who: workers('own'), form: () => ({ supportedOn: day, support: 'Tư vấn' }) },
  [`post ${care}/ket-thuc`]: {
    who: workers('own'),
    form: () => ({ state: 'solved', endedOn: day, outcome: 'Đã trả', value: '' }),
  },

  [`get ${lists}`]: { who: workers('bloc') },
  [`post ${lists}`]: { who: workers('bloc') },
  [`get ${lists}/mau.xlsx`]: { who: workers('bloc') },
  [`get ${list}`]: { who: workers('own') },
  [`get ${list}/can-sua.xlsx`]: { who: workers('own') },
  [`post ${list}/xac-nhan`]: { who: workers('own'), form: () => ({ rows: '0' }) },
  [`post ${list}/bo`]: { who: workers('own') },
  [`post ${list}/hoan-tac`]: { who: workers('own'), at: entered },

  [`get ${topics}`]: { who: readersOfDraft },
  [`post ${topics}`]: { who: drafters, form: () => ({ name: 'Chủ đề mới' }) },
  [`post ${topics}/mau`]: { who: drafters },
  [`post ${topics}/:topic/ten`]: { who: drafters, form: () => ({ name: 'Tên khác' }) },
  [`post ${topics}/:topic/thoi`]: { who: drafters },
  [`get ${codes}`]: { who: signedIn },
  [`post ${codes}`]: { who: authority, form: () => ({ kind: 'groups', name: 'Nhóm thử' }) },
  [`post ${codes}/ten`]: { who: authority, form: () => ({ kind: 'groups', code: 'khac', name: 'Nhóm khác' }) },
  [`post ${codes}/thoi`]: { who: authority, form: () => ({ kind: 'groups', code: 'khac' }) },
  [`post ${codes}/nguong`]: { who: authority, form: () => threshold },
}
