import {
  administrator,
  bringers,
  readersOfDraft,
  reasonFor,
  workers,
  year,
  drafters,
  nobody,
  type Permissions,
  type Who,
} from './rights.ts'
import type { Place } from './world.ts'

const store = `${year}/minh-chung`
const piece = `${store}/:evidence`
const telling = ({ unit }: Place) => ({ unit, title: 'Báo cáo' })
/** The head's people for any unit of the bloc, a leader for the own one, the authority for all. */
const publishers: Who = { leader: 'own', ...drafters, authority: 'all' }
/** Of a unit in which none of those who ask works. */
const ofFifth = (place: Place): Place => ({ ...place, ...place.fifth })

/** The store of evidence: read by the bloc and the authority, kept by each unit, judged by the head and the authority. */
export const permissionsOfEvidence: Permissions = {
  [`get ${store}`]: { who: readersOfDraft },
  [`get ${store}/them`]: { who: workers('bloc') },
  [`post ${store}/them`]: {
    who: workers('own'),
    form: (place) => ({ ...telling(place), file: new File(['giấy'], 'giay.pdf') }),
  },
  [`get ${store}/them-duong-dan`]: { who: workers('bloc') },
  [`post ${store}/them-duong-dan`]: {
    who: workers('own'),
    form: (place) => ({ ...telling(place), link: 'https://vtv.vn/moi' }),
  },
  // Without a subject in the address there is nothing to choose for.
  [`get ${store}/chon`]: { who: nobody },
  [`post ${store}/chon`]: { who: nobody },
  // What is no request of the protocol is answered in its words; somebody else's upload is none at all.
  [`post ${store}/tai-len`]: { who: workers('bloc') },
  [`get ${store}/tai-len/:upload`]: { who: workers('bloc'), answer: 404 },
  [`post ${store}/tai-len/:upload`]: { who: workers('bloc'), answer: 404 },
  [`get ${piece}`]: { who: readersOfDraft },
  [`get ${piece}/tep`]: { who: readersOfDraft, answer: 404 },
  [`get ${piece}/hinh/:page`]: { who: readersOfDraft, answer: 404 },
  [`get ${piece}/ban-cong-khai`]: { who: readersOfDraft },
  [`post ${piece}/ban-cong-khai`]: { who: { ...bringers, authority: 'all' }, form: () => ({ boxes: '' }) },
  [`get ${piece}/ban-cong-khai/:copy/tep`]: { who: readersOfDraft, answer: 404 },
  [`post ${piece}/ban-cong-khai/:copy/cong-khai`]: { who: publishers },
  [`post ${piece}/ban-cong-khai/:copy/khong-cong-khai`]: { who: publishers, form: reasonFor },
  // Of a copy that nobody let out there is nothing to see.
  ['get /minh-chung-cong-khai/:copy']: { who: nobody },
  'get /quan-tri/minh-chung': { who: administrator },
  'post /quan-tri/minh-chung/gioi-han': {
    who: administrator,
    form: () => ({ medium: 'pdf', megabytes: '100', fromOn: '01/01/2031' }),
  },
  'post /quan-tri/minh-chung/trang': { who: administrator, form: () => ({ host: 'vtc.vn', name: 'VTC' }) },
  'post /quan-tri/minh-chung/trang/thoi-nhan': { who: administrator, form: () => ({ host: 'vimeo.com' }) },
  [`post ${piece}/rut`]: { who: workers('own'), form: reasonFor },
  [`post ${piece}/dan/:citation/go`]: { who: workers('own'), form: reasonFor },
  [`post ${piece}/dan/:citation/danh-gia`]: {
    who: { ...drafters, authority: 'all' },
    at: ofFifth,
    form: () => ({ verdict: 'valid', asked: '' }),
  },
}
