import { newId } from '../../src/platform/id.ts'
import { authority, bringers, day, drafters, everyone, pdf, workers, type Permissions, type Who } from './rights.ts'

const year = '/api/v1/bloc-years/:blocYear'
const report = `${year}/periods/:period/reports/:unit`
const movement = `${year}/movements/:movement`
const rounds = `${year}/scoring-rounds`
const sheet = `${rounds}/:round/sheets/:unit/:version`

/** Tokens are for the bloc-year here: the authority's reaches this bloc alone, an administrator's nothing. */
const readers: Who = { ...workers('bloc'), authority: 'bloc' }
const holders: Who = { ...workers('all'), ...authority }
const own: Who = workers('own')

const entry = () => ({ id: newId(), onDay: day, text: 'Một tin', values: {} })

/** Programs with a token, which may what its person may there, and no more. */
export const permissionsOfApi: Permissions = {
  'get /api/v1/openapi.json': { who: everyone },
  'get /api/v1/bloc-years': { who: holders },
  'get /api/v1/blocs': { who: holders },
  'get /api/v1/units': { who: holders },
  'get /api/v1/units/:unit': { who: holders },
  'get /api/v1/tasks': { who: holders },
  [`get ${year}`]: { who: readers },
  [`get ${year}/members`]: { who: readers },
  [`get ${year}/targets`]: { who: readers },
  [`get ${year}/targets/:target`]: { who: readers },
  [`get ${year}/figures`]: { who: readers },
  [`get ${year}/score-tables`]: { who: readers },
  [`get ${year}/score-tables/:version`]: { who: readers },
  [`post ${year}/score-tables`]: { who: drafters, json: () => ({ content: {} }) },
  [`post ${year}/score-tables/:version/adoption`]: { who: drafters },
  [`get ${year}/periods`]: { who: readers },
  [`get ${year}/reports`]: { who: readers },
  [`get ${year}/facts`]: { who: readers },
  [`get ${year}/calendar`]: { who: readers },
  [`get ${rounds}/:round/cross-turns`]: { who: readers },
  [`get ${rounds}/:round/cross-marks`]: { who: readers },
  [`get ${rounds}/:round/explanations`]: { who: readers },
  [`get ${rounds}`]: { who: readers },
  [`get ${rounds}/:round/sheets`]: { who: readers },
  [`get ${sheet}`]: { who: own },
  [`post ${sheet}/entries`]: {
    who: own,
    json: () => ({ cells: [{ kind: 'mark', name: 'II.1', text: '4', edition: 0 }] }),
  },
  [`get ${report}`]: { who: readers },
  [`post ${report}/entries`]: {
    who: own,
    json: ({ december }) => ({ cells: [{ target: december.target, text: '5', version: 0 }] }),
  },
  [`post ${report}/sending`]: { who: own, json: () => ({ missingNote: 'Chưa có số' }) },
  [`get ${year}/movements`]: { who: readers },
  [`get ${movement}`]: { who: readers },
  [`get ${movement}/participations`]: { who: readers },
  [`post ${movement}/participations`]: { who: own, json: ({ unit }) => ({ unit, plan: 'Mỗi chi hội một việc' }) },
  [`get ${movement}/results`]: { who: readers },
  // The unit of the address has joined nothing: who may report is told so.
  [`post ${movement}/results`]: {
    who: own,
    json: ({ unit }) => ({ unit, startsOn: '2023-01-01', endsOn: '2023-01-31', text: 'Đạt', figures: [] }),
  },
  [`get ${year}/activities`]: { who: readers },
  [`get ${year}/activities/:activity`]: { who: readers },
  [`post ${year}/activities`]: {
    who: bringers,
    json: ({ unit }) => ({ title: 'Chạy bộ', startsOn: day, chargeUnit: unit, units: [] }),
  },
  [`post ${year}/activities/:activity/reports`]: {
    who: bringers,
    json: () => ({ id: newId(), heldOn: day, result: 'Đông vui' }),
  },
  [`post ${year}/activities/:activity/corrections`]: {
    who: bringers,
    json: ({ unit }) => ({ title: 'Chạy bộ', startsOn: day, chargeUnit: unit, units: [], version: 1 }),
  },
  [`post ${year}/activities/:activity/cancellation`]: { who: bringers, json: () => ({ reason: 'Mưa bão' }) },
  [`get ${year}/log-kinds`]: { who: readers },
  [`get ${year}/log-entries`]: { who: readers },
  [`post ${year}/log-entries`]: { who: own, json: ({ unit }) => ({ ...entry(), unit, kind: 'news' }) },
  [`post ${year}/log-entries/:entry/corrections`]: { who: own, json: () => ({ ...entry(), reason: 'Ghi nhầm' }) },
  [`post ${year}/log-entries/:entry/withdrawal`]: { who: own, json: () => ({ id: newId(), reason: 'Ghi nhầm' }) },
  [`get ${year}/evidence`]: { who: readers },
  [`get ${year}/evidence/:evidence`]: { who: readers },
  [`post ${year}/evidence`]: { who: own, form: ({ unit }) => ({ unit, title: 'Danh sách', file: pdf() }) },
  [`post ${year}/evidence/:evidence/citations`]: {
    who: own,
    json: ({ activity }) => ({ subject: `activity:${activity}` }),
  },
}
