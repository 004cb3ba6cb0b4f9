import { newId } from '../../src/platform/id.ts'
import {
  authority,
  bringers,
  day,
  drafters,
  readersOfDraft,
  reasonFor,
  signedIn,
  workers,
  year,
  type Permissions,
  type Who,
} from './rights.ts'
import type { Place } from './world.ts'

const movements = `${year}/phong-trao`
const movement = `${movements}/:movement`
const examples = `${year}/dien-hinh`
const example = `${examples}/:example`
const activities = `${year}/hoat-dong`
const activity = `${activities}/:activity`
const log = `${year}/nhat-ky-hoat-dong`
const entry = `${log}/:entry`

const card = { form: 'thematic', level: 'bloc', title: 'Phong trào mới' }
const story = { kind: 'model', name: 'Mô hình', story: 'Chuyện hay' }
const plan = ({ unit }: Place) => ({ title: 'Trồng cây', startsOn: day, chargeUnit: unit })
const written = () => ({ id: newId(), onDay: '2023-02-10', text: 'Đăng tin' })
const draftOne = (place: Place): Place => ({ ...place, movement: place.draftMovement })
const ofFifth = (place: Place): Place => ({ ...place, example: place.fifthExample })
/** The head and the authority judge examples, none of them of the fifth unit. */
const judges: Who = { ...drafters, ...authority }

/** Movements, who takes part, examples, joint activities, and the log of a year. */
export const permissionsOfMovements: Permissions = {
  [`get ${movements}`]: { who: readersOfDraft },
  [`get ${movements}/dang-ky`]: { who: readersOfDraft },
  [`get ${movements}/dang-ky.xlsx`]: { who: readersOfDraft },
  [`post ${movements}/chuyen-tiep`]: { who: drafters, form: (place) => ({ [`m_${place.movement}`]: 'on' }) },
  [`get ${movements}/moi`]: { who: workers('bloc') },
  [`post ${movements}/moi`]: { who: bringers, form: ({ unit }) => ({ ...card, level: 'unit', unit }) },
  [`get ${movement}`]: { who: readersOfDraft },
  [`get ${movement}/sua`]: { who: drafters },
  [`post ${movement}/sua`]: { who: drafters, form: () => ({ ...card, version: '1' }) },
  [`post ${movement}/bo`]: { who: drafters, at: draftOne },
  [`get ${movement}/phat-dong`]: { who: drafters, at: draftOne },
  [`post ${movement}/phat-dong`]: { who: drafters, at: draftOne, form: () => ({ launchedOn: day, launcher: 'Khối' }) },
  [`post ${movement}/trien-khai`]: { who: drafters },
  [`post ${movement}/ket-thuc`]: { who: drafters },
  [`post ${movement}/huong-ung`]: { who: bringers, form: ({ unit }) => ({ level: 'unit', unit, adoptedOn: day }) },
  [`post ${movement}/so-tong-ket`]: { who: drafters, form: () => ({ kind: 'final', plannedOn: '2023-12-01' }) },
  [`get ${movement}/so-tong-ket/:review`]: { who: drafters },
  [`post ${movement}/so-tong-ket/:review`]: { who: drafters, form: () => ({ heldOn: day, result: 'Đạt' }) },
  // Everyone here acts for the own unit, whatever the address names.
  [`get ${movement}/tham-gia`]: { who: workers('bloc') },
  [`post ${movement}/tham-gia`]: { who: workers('bloc'), form: () => ({ plan: 'Mỗi chi hội một mô hình' }) },
  [`post ${movement}/thoi-tham-gia`]: { who: workers('bloc'), form: reasonFor },
  [`get ${movement}/ket-qua`]: { who: workers('bloc') },
  [`post ${movement}/ket-qua`]: {
    who: workers('bloc'),
    form: () => ({ startsOn: '2023-01-01', endsOn: '2023-01-31', text: 'Đạt' }),
  },

  [`get ${examples}`]: { who: readersOfDraft },
  [`get ${examples}/moi`]: { who: workers('bloc') },
  [`post ${examples}/moi`]: { who: workers('bloc'), form: () => story },
  [`get ${example}`]: { who: readersOfDraft },
  [`get ${example}/sua`]: { who: workers('own') },
  [`post ${example}/sua`]: { who: workers('own'), form: () => ({ ...story, version: '1' }) },
  [`post ${example}/xac-nhan`]: { who: judges, at: ofFifth },
  [`post ${example}/tra-lai`]: { who: judges, at: ofFifth, form: reasonFor },
  [`post ${example}/cong-khai`]: { who: judges, at: ofFifth },
  [`post ${example}/dong-y`]: { who: workers('own'), form: () => ({ consentOn: day, consentWay: 'bằng văn bản' }) },
  [`post ${example}/rut-dong-y`]: { who: bringers },
  [`post ${example}/nhan-rong`]: {
    who: workers('bloc'),
    form: () => ({ who: 'Chi hội thôn 3', replicatedOn: day, result: 'Tốt' }),
  },

  [`get ${activities}`]: { who: readersOfDraft },
  [`get ${activities}/moi`]: { who: workers('bloc') },
  [`post ${activities}/moi`]: { who: bringers, form: plan },
  [`get ${activity}`]: { who: readersOfDraft },
  [`get ${activity}/sua`]: { who: bringers },
  [`post ${activity}/sua`]: { who: bringers, form: (place) => ({ ...plan(place), version: '1' }) },
  [`post ${activity}/da-to-chuc`]: { who: bringers, form: () => ({ heldOn: day }) },
  [`get ${activity}/bao-cao`]: { who: bringers },
  [`post ${activity}/bao-cao`]: { who: bringers, form: () => ({ id: newId(), heldOn: day, result: '600 cây' }) },
  [`post ${activity}/huy`]: { who: bringers, form: reasonFor },
  [`post ${activity}/tin`]: { who: drafters, form: () => ({ isNews: 'on' }) },
  'get /ngay-le-lon': { who: signedIn },
  'post /ngay-le-lon': { who: authority, form: () => ({ on: '17/6', name: 'Ngày truyền thống', remindDays: '21' }) },
  'post /ngay-le-lon/:id/thoi': { who: authority },

  [`get ${log}`]: { who: readersOfDraft },
  [`get ${log}/loai-viec`]: { who: readersOfDraft },
  [`post ${log}/loai-viec`]: { who: drafters, form: () => ({ name: 'Hoạt động tình nguyện' }) },
  [`post ${log}/loai-viec/mo`]: { who: drafters, form: () => ({ from: 'template' }) },
  [`post ${log}/loai-viec/:kind/thoi`]: { who: drafters },
  [`get ${log}/ghi/:kind`]: { who: workers('bloc') },
  [`post ${log}/ghi/:kind`]: { who: workers('bloc'), form: written },
  [`get ${entry}`]: { who: readersOfDraft },
  [`get ${entry}/dinh-chinh`]: { who: workers('own') },
  [`post ${entry}/dinh-chinh`]: { who: workers('own'), form: () => ({ ...written(), ...reasonFor() }) },
  [`post ${entry}/rut`]: { who: workers('own'), form: () => ({ id: newId(), ...reasonFor() }) },
}
