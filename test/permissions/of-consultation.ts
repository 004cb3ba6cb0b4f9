import {
  authority,
  bringers,
  day,
  drafters,
  everyone,
  leadersOfUnit,
  readersOfDraft,
  reasonFor,
  workers,
  year,
  type Permissions,
  type Who,
} from './rights.ts'
import type { Place } from './world.ts'

const list = `${year}/gop-y`
const one = `${list}/:consultation`
const files = `${year}/giam-sat`
const file = `${files}/:supervision`

/** The head's people, the secretary and the authority. */
const keepers: Who = { ...drafters, ...authority }
const atDraft = (place: Place): Place => ({ ...place, openConsultation: place.draftConsultation })
const atClosed = (place: Place): Place => ({ ...place, openConsultation: place.closedConsultation })
const atHeld = (place: Place): Place => ({ ...place, plannedSupervision: place.heldSupervision })
const draft = { title: 'Nghị quyết', text: 'Điều 1. Một\nMột việc.' }
const plan = ({ unit }: Place) => ({
  kind: 'supervision',
  title: 'Giám sát',
  subject: 'UBND',
  leadUnit: unit,
  plannedOn: day,
})

/** Drafts that a bloc and the public comment on, the table of comments, and files of supervision. */
export const permissionsOfConsultation: Permissions = {
  [`get ${list}`]: { who: readersOfDraft },
  [`get ${list}/moi`]: { who: keepers },
  [`post ${list}/moi`]: { who: keepers, form: () => draft },
  [`get ${one}`]: { who: readersOfDraft },
  [`get ${one}/van-ban`]: { who: keepers, at: atDraft },
  [`post ${one}/van-ban`]: { who: keepers, at: atDraft, form: () => ({ ...draft, version: '1' }) },
  [`get ${one}/mo`]: { who: keepers, at: atDraft },
  [`post ${one}/mo`]: { who: keepers, at: atDraft, form: () => ({ closesOn: '2023-03-01', isPublic: 'on' }) },
  [`post ${one}/dong`]: { who: keepers },
  [`post ${one}/huy`]: { who: keepers, form: reasonFor },
  [`post ${one}/y-kien`]: {
    who: workers('own'),
    form: ({ unit, provision }) => ({ unit, provision, text: 'Nên rõ hơn', proposed: 'Một' }),
  },
  [`post ${one}/y-kien/:comment`]: { who: workers('own'), form: () => ({ version: '1', text: 'Sửa lại' }) },
  [`post ${one}/y-kien/:comment/bo`]: { who: workers('own') },
  [`post ${one}/gui`]: { who: leadersOfUnit, form: ({ unit }) => ({ unit }) },
  [`get ${one}/kiem-duyet`]: { who: keepers },
  [`post ${one}/kiem-duyet/:comment`]: { who: keepers, form: () => ({ verdict: 'show' }) },
  [`get ${one}/tong-hop`]: { who: readersOfDraft },
  [`get ${one}/tong-hop.xlsx`]: { who: readersOfDraft },
  [`get ${one}/tong-hop.pdf`]: { who: readersOfDraft },
  [`get ${one}/tong-hop.docx`]: { who: readersOfDraft },
  [`post ${one}/tong-hop/:comment`]: { who: keepers, at: atClosed, form: () => ({ outcome: 'accepted' }) },
  [`post ${one}/cong-bo`]: { who: keepers, at: atClosed },
  'get /gop-y': { who: everyone },
  'get /gop-y/:slug': { who: everyone },
  'post /gop-y/:slug': { who: everyone, form: ({ provision }) => ({ provision, text: 'Ý dân' }) },

  [`get ${files}`]: { who: readersOfDraft },
  [`get ${files}/moi`]: { who: workers('bloc') },
  [`post ${files}/moi`]: { who: bringers, form: plan },
  [`get ${file}`]: { who: readersOfDraft },
  [`get ${file}/sua`]: { who: bringers },
  [`post ${file}/sua`]: { who: bringers, form: (place) => ({ ...plan(place), version: '1' }) },
  [`post ${file}/da-to-chuc`]: { who: bringers, form: () => ({ heldOn: day }) },
  [`post ${file}/ket-luan`]: { who: bringers, at: atHeld, form: () => ({ conclusion: 'Đạt' }) },
  [`post ${file}/huy`]: { who: bringers, form: reasonFor },
  [`post ${file}/kien-nghi`]: {
    who: bringers,
    at: atHeld,
    form: () => ({ text: 'Rà soát', addressee: 'UBND', dueOn: '2023-03-01' }),
  },
  [`post ${file}/kien-nghi/:recommendation`]: {
    who: bringers,
    at: atHeld,
    form: () => ({ answeredOn: day, outcome: 'accepted', answer: 'Đã rà soát' }),
  },
}
