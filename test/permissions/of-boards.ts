import { authority, drafters, readersOfDraft, workers, year, type Permissions, type Who } from './rights.ts'

const reviews = `${year}/so-ket`
const review = `${reviews}/:review`
const clause = `${review}/cau/:clause`
/** Nobody ever drafted one: who reads the year is told that there is no such review. */
const never = { who: readersOfDraft, answer: 404 }
const span = { kind: 'interim', from: '2023-01-01', to: '2023-06-30', datedOn: '2023-07-05' }
/** The bloc's is the head's; everybody else may draft that of the own unit, and then says which. */
const starters: Who = drafters

/** Boards, the province's view, and reviews. */
export const permissionsOfBoards: Permissions = {
  [`get ${year}/bang-theo-doi`]: { who: readersOfDraft },
  [`get ${year}/bang-theo-doi/dau-hieu`]: { who: readersOfDraft },
  [`get ${year}/bang-theo-doi/:unit`]: { who: readersOfDraft },
  'get /bang-tinh': { who: authority },
  'get /bang-tinh.xlsx': { who: authority },
  [`get ${reviews}`]: { who: readersOfDraft },
  [`get ${reviews}/lap`]: { who: workers('bloc') },
  [`post ${reviews}/lap`]: { who: starters, form: () => span },
  [`get ${review}`]: never,
  [`post ${review}/phan-dau`]: never,
  [`post ${review}/theo-so-lieu-moi`]: never,
  [`post ${review}/cau`]: never,
  [`post ${clause}`]: never,
  [`post ${clause}/bo`]: never,
  [`post ${clause}/so-moi`]: never,
  [`get ${review}/hoan-thanh`]: never,
  [`post ${review}/hoan-thanh`]: never,
  [`get ${review}/bao-cao.pdf`]: never,
  [`get ${review}/bao-cao.docx`]: never,
}
