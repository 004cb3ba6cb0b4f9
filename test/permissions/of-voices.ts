import { randomUUID } from 'node:crypto'
import {
  bringers,
  day,
  drafters,
  everyone,
  readersOfDraft,
  reasonFor,
  workers,
  year,
  type Permissions,
} from './rights.ts'
import type { Place } from './world.ts'

const list = `${year}/y-kien`
const one = `${list}/:opinion`
const places = `${list}/noi-dat-ma`

const asNew = (place: Place): Place => ({ ...place, opinion: place.newOpinion })
const coding = () => ({ version: '1', title: 'Cống tắc', shownText: 'Cống tắc', place: '' })
const typed = { way: 'anonymous', text: 'Cống tắc' }
/** Opinions, their answers, posters: who received what, who answers it, and what anyone may send and read. */
export const permissionsOfVoices: Permissions = {
  [`get ${list}`]: { who: readersOfDraft },
  // Everyone here enters for the own unit, whatever the address names.
  [`get ${list}/ghi`]: { who: workers('bloc') },
  [`post ${list}/ghi`]: { who: workers('bloc'), form: () => ({ id: randomUUID(), onDay: day, text: 'Cống tắc' }) },
  [`get ${list}/thoi-han`]: { who: readersOfDraft },
  [`post ${list}/thoi-han`]: {
    who: drafters,
    form: () => ({ fromOn: day, days: '7', urgentDays: '3', basis: 'Quy chế' }),
  },
  [`get ${one}`]: { who: readersOfDraft },
  [`get ${one}/tiep-nhan`]: { who: workers('own'), at: asNew },
  [`post ${one}/tiep-nhan`]: { who: workers('own'), at: asNew, form: coding },
  [`get ${one}/tu-choi`]: { who: workers('own'), at: asNew },
  [`post ${one}/tu-choi`]: { who: workers('own'), at: asNew, form: reasonFor },
  [`get ${one}/phan-loai`]: { who: bringers },
  [`post ${one}/phan-loai`]: { who: bringers, form: coding },
  [`get ${one}/chuyen`]: { who: bringers },
  [`post ${one}/chuyen`]: { who: bringers, form: ({ unit }) => ({ unit, dueOn: '2023-03-06' }) },
  [`get ${one}/gop`]: { who: bringers },
  [`post ${one}/gop`]: { who: bringers, form: ({ leadOpinion }) => ({ lead: leadOpinion }) },
  [`get ${one}/tra-loi`]: { who: workers('own') },
  [`post ${one}/tra-loi`]: { who: workers('own'), form: () => ({ text: 'Đã sửa' }) },
  [`post ${one}/cong-bo`]: { who: bringers, form: ({ answerDraft }) => ({ draft: answerDraft, open: 'on' }) },
  [`post ${one}/trao-doi`]: { who: workers('own'), form: () => ({ text: 'Ở đâu?' }) },
  [`get ${one}/anh/:number`]: { who: readersOfDraft },
  [`post ${one}/anh/:number/cong-khai`]: { who: workers('own'), form: () => ({ shown: 'yes' }) },
  [`get ${places}`]: { who: drafters },
  [`post ${places}`]: { who: drafters, form: () => ({ name: 'Nhà văn hóa' }) },
  [`post ${places}/:place/thoi`]: { who: drafters },
  [`get ${places}/:place/ap-phich.pdf`]: { who: drafters },

  'get /gui-y-kien': { who: everyone },
  'get /gui-y-kien/:bloc': { who: everyone },
  'post /gui-y-kien/:bloc': { who: everyone, form: () => typed },
  'get /y-kien/theo-doi': { who: everyone },
  'post /y-kien/theo-doi': { who: everyone, form: () => ({ code: '0000-0000-0000-0000' }) },
  'post /y-kien/theo-doi/viet-them': { who: everyone, form: () => ({ code: '0000', text: 'Thêm' }) },
  'post /y-kien/theo-doi/ket-qua': { who: everyone, form: () => ({ code: '0000', solved: 'yes' }) },
  'get /y-kien': { who: everyone },
  'get /y-kien/:slug': { who: everyone },
  'get /y-kien/:slug/anh/:number': { who: everyone },
}
