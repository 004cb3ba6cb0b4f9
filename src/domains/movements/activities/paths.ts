import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/hoat-dong`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`
const greatDays = '/ngay-le-lon'

export const activityPaths = {
  list,
  one,
  plan: (bloc: string, year: string) => `${list(bloc, year)}/moi`,
  /** With the great day already chosen. */
  planFor: (bloc: string, year: string, greatDay: string) => `${list(bloc, year)}/moi?ngay-le=${greatDay}`,
  correct: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/sua`,
  held: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/da-to-chuc`,
  report: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/bao-cao`,
  cancellation: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/huy`,
  news: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/tin`,
  greatDays,
  greatDayEnd: (id: string) => `${greatDays}/${id}/thoi`,
}
