import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/so-ket`
const review = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`
const clause = (bloc: string, year: string, id: string, clause: string) => `${review(bloc, year, id)}/cau/${clause}`

export const reviewPaths = {
  list,
  start: (bloc: string, year: string) => `${list(bloc, year)}/lap`,
  review,
  head: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/phan-dau`,
  redraw: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/theo-so-lieu-moi`,
  clauses: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/cau`,
  clause,
  clauseRemoval: (bloc: string, year: string, id: string, one: string) => `${clause(bloc, year, id, one)}/bo`,
  clauseFigure: (bloc: string, year: string, id: string, one: string) => `${clause(bloc, year, id, one)}/so-moi`,
  finishing: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/hoan-thanh`,
  pdf: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/bao-cao.pdf`,
  docx: (bloc: string, year: string, id: string) => `${review(bloc, year, id)}/bao-cao.docx`,
}
