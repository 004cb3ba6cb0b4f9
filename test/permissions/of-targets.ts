import {
  agreement,
  bringers,
  drafters,
  leadersOfUnit,
  nobody,
  readersOfDraft,
  reasonFor,
  workers,
  year,
  type Permissions,
} from './rights.ts'
import type { Place } from './world.ts'

const targets = `${year}/chi-tieu`
const target = `${targets}/:target`
const changes = `${year}/thay-doi-chi-tieu`
const card = { measure: 'count', code: 'CT01', name: 'Chỉ tiêu', frequency: 'month', weight: '1', version: '1' }
/** One that a signed paper holds. */
const locked = (place: Place): Place => ({ ...place, target: place.lockedTarget })

/** The head keeps the list, units divide their own plans, and leaders consent to what changes after signing. */
export const permissionsOfTargets: Permissions = {
  [`get ${targets}`]: { who: readersOfDraft },
  [`get ${targets}/danh-sach.xlsx`]: { who: readersOfDraft },
  [`get ${targets}/moi`]: { who: drafters },
  [`post ${targets}/moi`]: { who: drafters, form: () => ({ ...card, code: 'CT09' }) },
  [`post ${targets}/lay-mau`]: { who: drafters },
  [`get ${targets}/dua-vao-thuc-hien`]: { who: drafters },
  [`post ${targets}/dua-vao-thuc-hien`]: { who: drafters },
  [`get ${target}`]: { who: readersOfDraft },
  [`get ${target}/sua`]: { who: drafters },
  [`post ${target}/sua`]: { who: drafters, form: () => card },
  [`get ${target}/xoa`]: { who: drafters },
  [`post ${target}/xoa`]: { who: drafters },
  [`post ${target}/thu-tu`]: { who: drafters, form: () => ({ step: 'up' }) },
  [`get ${target}/rut`]: { who: drafters },
  [`post ${target}/rut`]: { who: drafters, form: reasonFor },
  [`get ${target}/ke-hoach`]: { who: drafters },
  [`post ${target}/ke-hoach`]: { who: drafters, form: () => ({ version: '1' }) },
  [`get ${target}/phan-bo/:unit`]: { who: bringers },
  [`post ${target}/phan-bo/:unit`]: { who: bringers },
  [`get ${target}/moc/:unit`]: { who: bringers },
  [`post ${target}/moc/:unit`]: { who: bringers },
  [`get ${target}/de-nghi-thay-doi`]: { who: workers('bloc'), at: locked },
  [`post ${target}/de-nghi-thay-doi`]: {
    who: workers('bloc'),
    at: locked,
    form: () => ({ reason: 'Có lý do', name: 'Tên khác' }),
  },
  [`get ${changes}`]: { who: readersOfDraft },
  [`get ${changes}/:change`]: { who: readersOfDraft },
  [`post ${changes}/:change/y-kien`]: { who: leadersOfUnit, form: ({ unit }) => ({ unit, answer: 'agree' }) },
  // Only who proposed it takes it back: here the leader of a unit for which nobody in this table works.
  [`post ${changes}/:change/rut`]: { who: nobody },
  [`get ${agreement}/chi-tieu-va-phong-trao`]: { who: readersOfDraft },
  [`post ${agreement}/chi-tieu-va-phong-trao`]: { who: drafters, stage: 'frozen' },
}
