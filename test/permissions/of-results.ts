import {
  authority,
  drafters,
  head,
  leadersOfUnit,
  nobody,
  readersOfDraft,
  workers,
  year,
  type Permissions,
} from './rights.ts'
import type { Place } from './world.ts'

const round = `${year}/cham-diem/:round`
const petitions = `${round}/kien-nghi`
const provisional = (place: Place): Place => ({ ...place, round: place.provisionalRound })

/** Results are all members' to read, the leading units' to close; petitions are heard in the open. */
export const permissionsOfResults: Permissions = {
  [`get ${round}/ket-qua`]: { who: readersOfDraft, at: provisional },
  [`get ${round}/ket-qua.xlsx`]: { who: readersOfDraft, at: provisional },
  [`post ${round}/ket-qua/dong-y`]: { who: leadersOfUnit, at: provisional, form: ({ unit }) => ({ unit }) },
  [`get ${round}/chot`]: { who: head, at: provisional },
  [`post ${round}/chot/cong-bo-tam`]: { who: head, at: provisional },
  [`post ${round}/chot/chinh-thuc`]: { who: head, at: provisional },
  [`post ${round}/chot/muc-xem`]: { who: head, at: provisional },
  [`post ${round}/chot/dong-diem`]: { who: head, at: provisional },
  [`get ${petitions}`]: { who: readersOfDraft, at: provisional },
  [`get ${petitions}/moi`]: { who: workers('bloc'), at: provisional },
  [`post ${petitions}/moi`]: {
    who: leadersOfUnit,
    at: provisional,
    form: ({ unit, provisionalSheet }) => ({ unit, sheet: provisionalSheet, code: '', wanted: '', text: 'Xem lại' }),
  },
  [`get ${petitions}/:id`]: { who: readersOfDraft, at: provisional },
  [`post ${petitions}/:id/tra-loi`]: { who: { ...drafters, ...authority }, at: provisional },
  [`post ${petitions}/:id/rut`]: { who: nobody, at: provisional },
}
