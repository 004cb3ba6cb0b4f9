import { blocPaths } from '#domains/blocs/paths.ts'

const root = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/y-kien`
const list = (bloc: string, year: string) => `${root(bloc, year)}/bao-cao`
const digest = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`
const clause = (bloc: string, year: string, id: string, one: string) => `${digest(bloc, year, id)}/cau/${one}`

export const digestPaths = {
  list,
  start: (bloc: string, year: string) => `${list(bloc, year)}/lap`,
  sudden: (bloc: string, year: string) => `${list(bloc, year)}/lap-dot-xuat`,
  closeMonth: (bloc: string, year: string) => `${list(bloc, year)}/chot-thang`,
  charts: (bloc: string, year: string) => `${root(bloc, year)}/bieu-do`,
  digest,
  head: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/phan-dau`,
  clauses: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/cau`,
  clause,
  clauseRemoval: (bloc: string, year: string, id: string, one: string) => `${clause(bloc, year, id, one)}/bo`,
  examples: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/vi-du`,
  finish: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/hoan-thanh`,
  returning: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/tra-lai`,
  sending: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/gui`,
  pdf: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/bao-cao.pdf`,
  docx: (bloc: string, year: string, id: string) => `${digest(bloc, year, id)}/bao-cao.docx`,
}
