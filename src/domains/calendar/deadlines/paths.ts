import { blocPaths } from '#domains/blocs/paths.ts'

const calendar = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/lich`
const deadline = (bloc: string, year: string, id: string) => `${calendar(bloc, year)}/${id}`

export const deadlinePaths = {
  calendar,
  /** One month as a grid. */
  month: (bloc: string, year: string, month: string) => `${calendar(bloc, year)}?thang=${month}`,
  file: (bloc: string, year: string) => `${calendar(bloc, year)}.ics`,
  add: (bloc: string, year: string) => `${calendar(bloc, year)}/moi`,
  deadline,
  change: (bloc: string, year: string, id: string) => `${deadline(bloc, year, id)}/sua`,
  cancel: (bloc: string, year: string, id: string) => `${deadline(bloc, year, id)}/huy`,
  done: (bloc: string, year: string, id: string) => `${deadline(bloc, year, id)}/xong`,
}
