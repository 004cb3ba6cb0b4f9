import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/chi-tieu`
const card = (bloc: string, year: string, code: string) => `${list(bloc, year)}/${code}`
const changes = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/thay-doi-chi-tieu`
const change = (bloc: string, year: string, id: string) => `${changes(bloc, year)}/${id}`

/** Codes of targets are written in capitals, so that no code is the address of another page. */
export const targetPaths = {
  list,
  /** The list with what moves its rows. */
  ordering: (bloc: string, year: string) => `${list(bloc, year)}?sap-xep`,
  add: (bloc: string, year: string) => `${list(bloc, year)}/moi`,
  fromTemplate: (bloc: string, year: string) => `${list(bloc, year)}/lay-mau`,
  adoption: (bloc: string, year: string) => `${list(bloc, year)}/dua-vao-thuc-hien`,
  sheet: (bloc: string, year: string) => `${list(bloc, year)}/danh-sach.xlsx`,
  card,
  order: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/thu-tu`,
  edit: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/sua`,
  removal: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/xoa`,
  withdrawal: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/rut`,
  plan: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/ke-hoach`,
  shares: (bloc: string, year: string, code: string, unit: string) => `${card(bloc, year, code)}/phan-bo/${unit}`,
  milestones: (bloc: string, year: string, code: string, unit: string) => `${card(bloc, year, code)}/moc/${unit}`,
  changes,
  propose: (bloc: string, year: string, code: string) => `${card(bloc, year, code)}/de-nghi-thay-doi`,
  change,
  consent: (bloc: string, year: string, id: string) => `${change(bloc, year, id)}/y-kien`,
  changeWithdrawal: (bloc: string, year: string, id: string) => `${change(bloc, year, id)}/rut`,
}
