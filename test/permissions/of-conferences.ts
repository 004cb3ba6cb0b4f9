import { drafters, everyone, readersOfDraft, reasonFor, year, type Permissions, type Who } from './rights.ts'
import type { Place } from './world.ts'

const list = `${year}/hoi-nghi`
const one = `${list}/:conference`
const item = `${one}/chuong-trinh/:item`
const invitee = `${one}/thanh-phan/:invitee`
const byCode = '/hoi-nghi/thu-moi/:code'
const inHall = '/hoi-nghi/diem-danh/:conference/:code'

/** The head's people, and the secretary of the conference: here the leader of the first member. */
const keepers: Who = { ...drafters, leader: 'bloc' }
/** The unit's people for themselves too. */
const ownToo: Who = { ...keepers, officer: 'own' }

const planned = (place: Place): Place => ({ ...place, conference: place.plannedConference })
const invited = (place: Place): Place => ({ ...place, conference: place.invitedConference })
const opened = (place: Place): Place => ({ ...place, conference: place.openedConference })
const coded = (place: Place): Place => ({ ...place, code: place.invitationCode })
/** An id that is none of the thing asked for. */
const without = (place: Place): Place => ({ ...invited(place), agendaItem: place.evidence, invitees: {} })

const said = { pattern: 'other', title: 'Hội nghị thử', heldOn: '20/02/2023', startsAt: '14:00' }

/** Conferences from the plan to the closing, without their minutes. */
export const permissionsOfConferences: Permissions = {
  [`get ${list}`]: { who: readersOfDraft },
  [`get ${list}/them`]: { who: drafters },
  [`post ${list}/them`]: { who: drafters, form: () => said },
  [`get ${one}`]: { who: readersOfDraft, at: invited },
  [`get ${one}/sua`]: { who: keepers, at: planned },
  [`post ${one}/sua`]: { who: keepers, at: planned, form: () => ({ ...said, version: '99' }), answer: 409 },
  [`post ${one}/khai-mac`]: { who: keepers, at: planned },
  [`post ${one}/be-mac`]: { who: keepers, at: planned },
  [`post ${one}/huy`]: { who: keepers, at: opened, form: reasonFor },
  [`post ${one}/viec-giao/:task`]: { who: ownToo, at: opened, form: () => ({ state: 'open' }) },

  [`get ${one}/chuong-trinh`]: { who: readersOfDraft, at: invited },
  [`post ${one}/chuong-trinh`]: { who: keepers, at: invited, form: () => ({ title: 'Việc khác' }) },
  [`post ${item}`]: { who: keepers, at: invited, form: () => ({ title: 'Việc chính' }) },
  [`post ${item}/thu-tu`]: { who: keepers, at: invited, form: () => ({ way: 'up' }) },
  [`post ${item}/bo`]: { who: keepers, at: without, answer: 404 },
  [`post ${item}/tai-lieu`]: { who: keepers, at: invited, form: () => ({ title: 'x', address: '/khac' }) },
  [`post ${one}/tai-lieu/:paper/bo`]: { who: keepers, at: invited, answer: 404 },

  [`get ${one}/thanh-phan`]: { who: readersOfDraft, at: invited },
  [`post ${one}/thanh-phan`]: { who: keepers, at: invited, form: () => ({ name: 'Khách mời', email: '@' }) },
  [`post ${one}/moi`]: { who: keepers, at: invited },
  [`get ${invitee}/giay-moi`]: { who: keepers, at: invited },
  [`get ${invitee}/tra-loi`]: { who: ownToo, at: invited },
  [`post ${invitee}/tra-loi`]: { who: ownToo, at: invited, form: () => ({ answer: 'accepted' }) },
  [`post ${invitee}/hoi-bang-van-ban`]: { who: keepers, at: invited },
  [`post ${invitee}/bo`]: { who: keepers, at: without, answer: 404 },
  [`get ${byCode}`]: { who: everyone, at: coded },
  [`post ${byCode}`]: { who: everyone, at: coded, form: () => ({ answer: 'accepted' }) },
  [`post ${byCode}/co-mat`]: { who: everyone, at: coded },
  [`get ${inHall}`]: { who: everyone, at: coded, answer: 404 },
  [`post ${inHall}`]: { who: everyone, at: coded, answer: 404 },

  [`get ${one}/diem-danh`]: { who: keepers, at: invited },
  [`post ${one}/diem-danh`]: { who: keepers, at: invited },
  [`get ${one}/dieu-hanh`]: { who: keepers, at: opened },
  [`post ${one}/dieu-hanh/noi-dung`]: { who: keepers, at: opened, form: ({ openedItem }) => ({ item: openedItem }) },
  [`post ${one}/phat-bieu`]: {
    who: ownToo,
    at: opened,
    form: ({ openedInvitees, unit }) => ({ invitee: openedInvitees[unit] ?? unit }),
  },
  [`post ${one}/phat-bieu/:speaker`]: { who: ownToo, at: opened, form: () => ({ state: 'asked' }) },
  [`post ${one}/quyet-nghi`]: { who: keepers, at: opened, form: () => ({ text: 'Thông qua' }) },
  [`post ${one}/quyet-nghi/:decision/bo`]: { who: keepers, at: opened, answer: 404 },
  [`post ${one}/bieu-quyet`]: { who: keepers, at: opened },
  [`post ${one}/bieu-quyet/:vote/bo`]: { who: keepers, at: opened, answer: 404 },
  [`post ${one}/viec-giao`]: { who: keepers, at: opened },
  [`get ${one}/man-hinh`]: { who: readersOfDraft, at: opened },
}
