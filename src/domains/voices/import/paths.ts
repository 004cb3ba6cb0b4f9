import { voicePaths } from '../paths.ts'

type At = readonly [bloc: string, year: string]

const list = (...at: At) => `${voicePaths.list(...at)}/nhap-bang`
const one = (id: string, ...at: At) => `${list(...at)}/${id}`

export const opinionImportPaths = {
  list,
  template: (...at: At) => `${list(...at)}/mau.xlsx`,
  one,
  faults: (id: string, ...at: At) => `${one(id, ...at)}/can-sua.xlsx`,
  confirmation: (id: string, ...at: At) => `${one(id, ...at)}/xac-nhan`,
  withdrawal: (id: string, ...at: At) => `${one(id, ...at)}/bo`,
  undoing: (id: string, ...at: At) => `${one(id, ...at)}/hoan-tac`,
}
