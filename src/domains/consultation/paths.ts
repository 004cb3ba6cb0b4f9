import { blocPaths } from '#domains/blocs/paths.ts'

type At = readonly [bloc: string, year: string, id: string]

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/gop-y`
const one = (...[bloc, year, id]: At) => `${list(bloc, year)}/${id}`
const table = (...at: At) => `${one(...at)}/tong-hop`
const comments = (...at: At) => `${one(...at)}/y-kien`
const comment = (id: string, ...at: At) => `${comments(...at)}/${id}`
const checking = (...at: At) => `${one(...at)}/kiem-duyet`

export const consultationPaths = {
  list,
  bring: (bloc: string, year: string) => `${list(bloc, year)}/moi`,
  one,
  text: (...at: At) => `${one(...at)}/van-ban`,
  opening: (...at: At) => `${one(...at)}/mo`,
  closing: (...at: At) => `${one(...at)}/dong`,
  withdrawal: (...at: At) => `${one(...at)}/huy`,
  comments,
  comment,
  commentRemoval: (id: string, ...at: At) => `${comment(id, ...at)}/bo`,
  sending: (...at: At) => `${one(...at)}/gui`,
  checking,
  checked: (id: string, ...at: At) => `${checking(...at)}/${id}`,
  table,
  decision: (id: string, ...at: At) => `${table(...at)}/${id}`,
  workbook: (...at: At) => `${table(...at)}.xlsx`,
  pdf: (...at: At) => `${table(...at)}.pdf`,
  docx: (...at: At) => `${table(...at)}.docx`,
  publication: (...at: At) => `${one(...at)}/cong-bo`,
}

/** Where on a page a provision stands. */
export const provisionId = (position: number) => `d-${position}`

export const openPaths = {
  list: '/gop-y',
  one: (slug: string) => `/gop-y/${slug}`,
}

const files = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/giam-sat`
const file = (...[bloc, year, id]: At) => `${files(bloc, year)}/${id}`

export const supervisionPaths = {
  list: files,
  plan: (bloc: string, year: string) => `${files(bloc, year)}/moi`,
  one: file,
  correct: (...at: At) => `${file(...at)}/sua`,
  held: (...at: At) => `${file(...at)}/da-to-chuc`,
  conclusion: (...at: At) => `${file(...at)}/ket-luan`,
  cancellation: (...at: At) => `${file(...at)}/huy`,
  recommendations: (...at: At) => `${file(...at)}/kien-nghi`,
  answer: (id: string, ...at: At) => `${file(...at)}/kien-nghi/${id}`,
}
