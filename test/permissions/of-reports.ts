import { authority, bringers, drafters, readersOfDraft, reasonFor, workers, year, type Permissions } from './rights.ts'
import type { Place } from './world.ts'

const desk = `${year}/bao-cao-excel/:period/:unit`
const file = `${year}/tep-bao-cao/:id`

const reports = `${year}/bao-cao`
const period = `${reports}/ky/:period`
const report = `${reports}/:period/:unit`
const correction = `${reports}/sua-so-lieu/:id`
const reopening = `${reports}/mo-lai/:id`
const quarters = { quarter: 'on', 'rules.quarter.kind': 'day_of_month', 'rules.quarter.number': '20' }
/** Of a unit in which none of those who ask works. */
const ofFifth = (place: Place): Place => ({ ...place, unit: place.fifthUnit })

/** Periods are the head's; figures the unit's own; who leads judges them, and second persons decide. */
export const permissionsOfProgress: Permissions = {
  [`get ${reports}`]: { who: readersOfDraft },
  [`get ${reports}/so-bao-cao`]: { who: readersOfDraft },
  [`get ${reports}/so-bao-cao.xlsx`]: { who: readersOfDraft },
  [`get ${reports}/ky`]: { who: readersOfDraft },
  [`post ${reports}/ky`]: { who: drafters, form: () => quarters },
  [`get ${period}`]: { who: readersOfDraft },
  [`post ${period}`]: { who: drafters, form: () => ({ dueOn: '2023-12-26' }) },
  [`post ${period}/dong`]: { who: drafters },
  [`get ${period}/mo-lai`]: { who: workers('bloc') },
  [`post ${period}/mo-lai`]: {
    who: bringers,
    form: ({ unit }) => ({ unit, untilOn: '2023-12-31', reason: 'Mất điện' }),
  },
  [`get ${reopening}`]: { who: readersOfDraft },
  [`post ${reopening}/dong-y`]: { who: { ...drafters, ...authority } },
  [`post ${reopening}/tu-choi`]: { who: { ...drafters, ...authority }, form: reasonFor },
  [`get ${report}`]: { who: readersOfDraft },
  [`post ${report}/so-lieu`]: { who: workers('own') },
  [`get ${report}/gui`]: { who: workers('own') },
  [`post ${report}/gui`]: { who: workers('own') },
  [`post ${report}/tra-lai`]: { who: drafters, at: ofFifth, form: reasonFor },
  [`post ${report}/duyet`]: { who: drafters, at: ofFifth, form: () => ({ version: '1' }) },
  [`get ${report}/sua-so-lieu`]: { who: workers('own') },
  [`post ${report}/sua-so-lieu`]: { who: workers('own') },
  [`get ${correction}`]: { who: readersOfDraft },
  [`post ${correction}/dong-y`]: { who: drafters },
  [`post ${correction}/tu-choi`]: { who: drafters, form: reasonFor },
}

/** Reports that go out as workbooks and come back: for the unit's own people. */
export const permissionsOfReports: Permissions = {
  [`get ${desk}`]: { who: workers('own') },
  [`post ${desk}`]: { who: workers('own') },
  [`get ${desk}/tai-ve`]: { who: workers('own') },
  [`get ${file}`]: { who: workers('own') },
  [`post ${file}/nhap`]: { who: workers('own') },
  [`post ${file}/bo`]: { who: workers('own') },
  [`post ${file}/hoan-tac`]: { who: workers('own') },
  [`get ${file}/tep`]: { who: workers('own') },
}
