import { blocPaths } from '../paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/ban-giao`
const one = (bloc: string, year: string, id: string) => `${list(bloc, year)}/${id}`

export const handoverPaths = {
  list,
  one,
  edit: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/soan`,
  preview: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ban-xem-truoc.pdf`,
  freezing: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/chot`,
  paper: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/bien-ban.pdf`,
  signing: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ky`,
  signingJob: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ky/luot`,
  signature: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/ky/chu-ky`,
  refusal: (bloc: string, year: string, id: string) => `${one(bloc, year, id)}/tu-choi`,
  book: (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/so-theo-doi`,
}
