import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/nhat-ky-hoat-dong`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`
const kinds = (bloc: string, year: string) => `${list(bloc, year)}/loai-viec`

export const entryPaths = {
  list,
  one,
  write: (bloc: string, year: string, kind: string) => `${list(bloc, year)}/ghi/${kind}`,
  correct: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/dinh-chinh`,
  withdrawal: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/rut`,
  kinds,
  start: (bloc: string, year: string) => `${kinds(bloc, year)}/mo`,
  kindEnd: (bloc: string, year: string, kind: string) => `${kinds(bloc, year)}/${kind}/thoi`,
}
