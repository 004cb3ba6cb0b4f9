import { authority, drafters, head, readersOfDraft, reasonFor, workers, year, type Permissions } from './rights.ts'
import type { Place } from './world.ts'

const round = `${year}/cham-diem/:round`
const cross = `${round}/cham-cheo`
const turn = `${cross}/luot/:turn`
const objection = `${cross}/phan-doi/:objection`
const judging = `${round}/tham-dinh`
const sheet = `${judging}/phieu/:sheet`
const explanation = `${judging}/giai-trinh/:explanation`
const reopening = `${judging}/mo-lai/:reopening`

const crossing = (place: Place): Place => ({ ...place, round: place.crossRound })
const verified = (place: Place): Place => ({ ...place, round: place.verifiedRound })
/** The turn, or the question, of a unit for which none of those who ask works. */
const fifthCrossing = (place: Place): Place => ({ ...crossing(place), unit: place.fifthUnit })
const fifthVerified = (place: Place): Place => ({ ...verified(place), unit: place.fifthUnit })
const judges = { ...drafters, ...authority }

/** Turns are their assessor's alone; who leads plans and verifies; questions are answered by the unit asked. */
export const permissionsOfJudging: Permissions = {
  [`get ${cross}`]: { who: readersOfDraft, at: crossing },
  [`get ${cross}/phan-cong`]: { who: head, at: crossing },
  [`post ${cross}/phan-cong`]: { who: head, at: crossing, form: () => ({ span: 'sheet', perUnit: '2' }) },
  [`post ${cross}/ket-thuc`]: { who: head, at: crossing, form: reasonFor },
  [`get ${cross}/do-lech`]: { who: readersOfDraft, at: crossing },
  [`get ${turn}`]: { who: workers('own'), at: crossing },
  [`post ${turn}/khong-xung-dot`]: { who: workers('own'), at: crossing, form: () => ({ edition: '1' }) },
  [`post ${turn}/rut`]: { who: workers('own'), at: crossing, form: () => ({ edition: '1', ...reasonFor() }) },
  [`post ${turn}/diem`]: { who: workers('own'), at: crossing },
  [`post ${turn}/gui`]: { who: workers('own'), at: crossing, form: () => ({ edition: '1' }) },
  [`get ${turn}/doi-nguoi-cham`]: { who: head, at: crossing },
  [`post ${turn}/doi-nguoi-cham`]: {
    who: head,
    at: crossing,
    form: ({ unit }) => ({ edition: '1', assessor: unit, ...reasonFor() }),
  },
  [`get ${turn}/phan-doi`]: { who: workers('bloc'), at: fifthCrossing },
  [`post ${turn}/phan-doi`]: { who: workers('bloc'), at: fifthCrossing, form: reasonFor },
  [`get ${objection}`]: { who: readersOfDraft, at: crossing },
  [`post ${objection}/quyet-dinh`]: {
    who: drafters,
    at: crossing,
    form: () => ({ outcome: 'dismissed', ...reasonFor() }),
  },
  [`get ${judging}`]: { who: readersOfDraft, at: verified },
  [`post ${judging}/quy-uoc`]: { who: head, at: verified, form: () => ({ afterReturn: 'whole' }) },
  [`get ${sheet}`]: { who: readersOfDraft, at: verified },
  [`post ${sheet}/diem`]: {
    who: drafters,
    at: verified,
    form: () => ({ 'v.m.I.1': '1', 'n.m.I.1': 'Có lý do', 'r.m.I.1': '0' }),
  },
  [`post ${sheet}/so-lieu`]: { who: drafters, at: verified, form: () => ({ key: 'so', text: '1', ...reasonFor() }) },
  [`post ${sheet}/hoi`]: {
    who: drafters,
    at: verified,
    form: () => ({ 'code.I.1': 'on', question: 'Vì sao?', dueOn: '2023-12-31' }),
  },
  [`post ${sheet}/ket-luan`]: { who: drafters, at: verified, form: () => ({ edition: '1' }) },
  [`post ${sheet}/mo-lai`]: { who: judges, at: verified, form: reasonFor },
  [`get ${explanation}`]: { who: readersOfDraft, at: verified },
  [`post ${explanation}/tra-loi`]: { who: workers('own'), at: verified, form: () => ({ answer: 'Vì vậy' }) },
  [`post ${explanation}/xem-lai`]: {
    who: drafters,
    at: fifthVerified,
    form: () => ({ outcome: 'accepted', note: 'Được' }),
  },
  [`get ${reopening}`]: { who: readersOfDraft, at: verified },
  [`post ${reopening}/dong-y`]: { who: judges, at: verified },
  [`post ${reopening}/tu-choi`]: { who: judges, at: verified, form: reasonFor },
  [`get ${round}/hop`]: { who: drafters, at: verified },
  [`post ${round}/hop`]: { who: drafters, at: verified, form: ({ scoreTable }) => ({ stop: `${scoreTable} I.1` }) },
  [`post ${round}/hop/diem`]: { who: drafters, at: verified, form: () => ({ code: 'I.1' }) },
  [`get ${round}/hop/phieu-giay.pdf`]: { who: drafters, at: verified },
  [`get ${round}/man-hinh`]: { who: readersOfDraft, at: verified },
}
