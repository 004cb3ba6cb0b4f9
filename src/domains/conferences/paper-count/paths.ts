import { conferencePaths } from '../paths.ts'

const list = (bloc: string, year: string, conference: string) =>
  `${conferencePaths.one(bloc, year, conference)}/kiem-phieu`

export const countPaths = {
  list,
  paper: (bloc: string, year: string, conference: string, count: string) =>
    `${list(bloc, year, conference)}/${count}/bien-ban.pdf`,
  word: (bloc: string, year: string, conference: string, count: string) =>
    `${list(bloc, year, conference)}/${count}/bien-ban.docx`,
}
