import { blocPaths } from '#domains/blocs/paths.ts'
import { conferencePaths } from '../paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/nghi-quyet`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`

export const resolutionPaths = {
  list,
  one,
  issue: (bloc: string, year: string, conference: string) =>
    `${conferencePaths.one(bloc, year, conference)}/nghi-quyet`,
  report: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/bao-cao`,
  confirmation: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/xac-nhan`,
}
