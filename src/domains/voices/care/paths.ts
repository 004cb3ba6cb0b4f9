import { voicePaths } from '../paths.ts'

type At = readonly [bloc: string, year: string]

const list = (...at: At) => `${voicePaths.list(...at)}/bao-ve-quyen-loi`
const one = (id: string, ...at: At) => `${list(...at)}/${id}`

export const carePaths = {
  list,
  one,
  open: (...at: At) => `${list(...at)}/moi`,
  support: (id: string, ...at: At) => `${one(id, ...at)}/ho-tro`,
  finish: (id: string, ...at: At) => `${one(id, ...at)}/ket-thuc`,
}
