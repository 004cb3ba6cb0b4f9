import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/dien-hinh`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`

export const examplePaths = {
  list,
  one,
  nominate: (bloc: string, year: string) => `${list(bloc, year)}/moi`,
  correct: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/sua`,
  confirmation: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/xac-nhan`,
  refusal: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/tra-lai`,
  publication: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/cong-khai`,
  consent: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/dong-y`,
  withdrawal: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/rut-dong-y`,
  replication: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/nhan-rong`,
}
