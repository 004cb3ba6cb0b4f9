import {
  authority,
  drafters,
  frozen,
  readersOfDraft,
  reasonFor,
  signers,
  workers,
  year,
  type Permissions,
  type Who,
} from './rights.ts'
import type { Place } from './world.ts'

const minutes = `${year}/hoi-nghi/:conference/bien-ban`
const resolution = `${year}/nghi-quyet/:resolution`

/** The head's people, and the secretary of the conference: here the leader of the first member. */
const keepers: Who = { ...drafters, leader: 'bloc' }

const held = (place: Place): Place => ({ ...place, conference: place.heldConference })
const drafted = (place: Place): Place => ({
  ...place,
  conference: place.draftedConference,
  sentPassage: place.draftedPassage,
})
const sent = (place: Place): Place => ({ ...place, conference: place.sentConference })
const fixed = (place: Place): Place => ({ ...place, conference: place.fixedConference })
const reported = (place: Place): Place => ({ ...place, openResolution: place.reportedResolution })
const passage = { deed: 'write', text: 'Viết lại', before: '' }

/** Minutes from the draft to two signatures, and what was resolved. */
export const permissionsOfMinutes: Permissions = {
  [`get ${minutes}`]: { who: readersOfDraft, at: sent },
  [`post ${minutes}`]: { who: keepers, at: held, form: () => ({ copies: '7' }) },
  [`get ${minutes}/ban/:version`]: { who: readersOfDraft, at: sent },
  [`post ${minutes}/cap-nhat`]: { who: keepers, at: drafted },
  [`get ${minutes}/doan-moi`]: { who: keepers, at: drafted },
  [`post ${minutes}/doan-moi`]: { who: keepers, at: drafted, form: () => ({ section: 'tasks', text: 'Thêm' }) },
  [`get ${minutes}/doan/:passage`]: { who: keepers, at: drafted },
  [`post ${minutes}/doan/:passage`]: { who: keepers, at: drafted, form: () => passage, answer: 409 },
  [`get ${minutes}/ban-xem-truoc.pdf`]: { who: readersOfDraft, at: sent },
  [`get ${minutes}/bien-ban.docx`]: { who: readersOfDraft, at: sent },
  [`get ${minutes}/bien-ban.pdf`]: { ...frozen(readersOfDraft), at: fixed },
  [`post ${minutes}/gui`]: { who: keepers, at: drafted, form: () => ({ respondBy: '28/02/2023' }) },
  [`post ${minutes}/dong-y`]: { who: signers, at: sent, form: () => ({ draft: '1' }) },
  [`get ${minutes}/doan/:passage/gop-y`]: { who: workers('bloc'), at: sent },
  [`post ${minutes}/doan/:passage/gop-y`]: { who: workers('bloc'), at: sent, form: () => ({ said: 'Sai giờ' }) },
  [`get ${minutes}/gop-y/:correction`]: { who: keepers, at: sent },
  [`post ${minutes}/gop-y/:correction`]: {
    who: keepers,
    at: sent,
    form: () => ({ verdict: 'refused', answer: 'Đúng như giấy mời' }),
  },
  [`post ${minutes}/chot`]: { who: keepers, at: sent, form: () => ({ isMeant: 'on' }) },
  [`post ${minutes}/rut`]: { who: keepers, at: sent, form: reasonFor },
  [`get ${minutes}/ky`]: { ...frozen(signers), at: fixed },
  [`post ${minutes}/ky/luot`]: { ...frozen(signers), at: fixed },
  [`post ${minutes}/ky/chu-ky`]: {
    ...frozen(signers),
    at: fixed,
    json: ({ unit }) => ({ job: unit, signature: Buffer.alloc(64).toString('base64') }),
    answer: 404,
  },
  [`post ${minutes}/tu-choi`]: { ...frozen(signers, reasonFor), at: fixed },

  // A vote on paper: of a conference that is closed nothing is counted any more
  [`get ${year}/hoi-nghi/:conference/kiem-phieu`]: { who: readersOfDraft, at: held },
  [`post ${year}/hoi-nghi/:conference/kiem-phieu`]: { who: keepers, at: held },
  [`get ${year}/hoi-nghi/:conference/kiem-phieu/:count/bien-ban.pdf`]: { who: readersOfDraft, at: held },
  [`get ${year}/hoi-nghi/:conference/kiem-phieu/:count/bien-ban.docx`]: { who: readersOfDraft, at: held },

  // What was resolved
  [`get ${year}/nghi-quyet`]: { who: readersOfDraft },
  [`get ${year}/hoi-nghi/:conference/nghi-quyet`]: { who: keepers, at: held },
  [`post ${year}/hoi-nghi/:conference/nghi-quyet`]: {
    who: keepers,
    at: held,
    form: ({ unit }) => ({
      kind: 'resolution',
      number: '02/NQ',
      issuedOn: '20/02/2023',
      text: 'Giúp mỗi xã một việc',
      unit,
      dueOn: '31/03/2023',
    }),
  },
  [`get ${resolution}`]: { who: readersOfDraft },
  [`post ${resolution}/bao-cao`]: {
    who: { officer: 'bloc', leader: 'bloc' },
    form: () => ({ doneOn: '20/02/2023', result: 'Đã làm' }),
  },
  [`post ${resolution}/xac-nhan`]: {
    who: { ...drafters, ...authority },
    at: reported,
    form: () => ({ verdict: 'confirmed' }),
  },
}
