import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/phong-trao`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`

export const movementPaths = {
  list,
  one,
  open: (bloc: string, year: string) => `${list(bloc, year)}/moi`,
  carry: (bloc: string, year: string) => `${list(bloc, year)}/chuyen-tiep`,
  sheet: (bloc: string, year: string) => `${list(bloc, year)}/dang-ky.xlsx`,
  joined: (bloc: string, year: string) => `${list(bloc, year)}/dang-ky`,
  correct: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/sua`,
  remove: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/bo`,
  launch: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/phat-dong`,
  begin: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/trien-khai`,
  close: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ket-thuc`,
  adoption: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/huong-ung`,
  planReview: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/so-tong-ket`,
  review: (bloc: string, year: string, id: string, review: string) => `${one(bloc, year, id)}/so-tong-ket/${review}`,
  join: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/tham-gia`,
  leave: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/thoi-tham-gia`,
  result: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ket-qua`,
}
