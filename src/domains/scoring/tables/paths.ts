import { blocPaths } from '#domains/blocs/paths.ts'

const list = (bloc: string) => `${blocPaths.bloc(bloc)}/bang-diem`
const table = (bloc: string, code: string) => `${list(bloc)}/${code}`

/** The words of an address that name a version: bloc, table, number. */
export type VersionAt = readonly [bloc: string, table: string, number: string]

const version = (...[bloc, code, number]: VersionAt) => `${table(bloc, code)}/ban/${number}`
const node = (at: VersionAt, place: string) => `${version(...at)}/muc/${place}`

/** Codes of tables are written in capitals, so that no code is the address of another page. */
export const tablePaths = {
  list,
  add: (bloc: string) => `${list(bloc)}/moi`,
  fromJson: (bloc: string) => `${list(bloc)}/nhap-json`,
  fromWorkbook: (bloc: string) => `${list(bloc)}/doc-tu-excel`,
  acceptance: (bloc: string) => `${list(bloc)}/doc-tu-excel/nhan`,
  table,
  newVersion: (bloc: string, code: string) => `${table(bloc, code)}/ban-moi`,
  version,
  tree: (...at: VersionAt) => `${version(...at)}/cay`,
  head: (...at: VersionAt) => `${version(...at)}/thong-tin`,
  text: (...at: VersionAt) => `${version(...at)}/toan-van`,
  trial: (...at: VersionAt) => `${version(...at)}/xem-thu`,
  simulation: (...at: VersionAt) => `${version(...at)}/mo-phong`,
  comparison: (...at: VersionAt) => `${version(...at)}/so-sanh`,
  adoption: (...at: VersionAt) => `${version(...at)}/ban-hanh`,
  withdrawal: (...at: VersionAt) => `${version(...at)}/rut`,
  removal: (...at: VersionAt) => `${version(...at)}/xoa`,
  json: (...at: VersionAt) => `${version(...at)}/bang-diem.json`,
  sheet: (...at: VersionAt) => `${version(...at)}/bang-diem.xlsx`,
  node,
  nodeRemoval: (at: VersionAt, place: string) => `${node(at, place)}/xoa`,
  rule: (at: VersionAt, place: string, rule: string) => `${node(at, place)}/cach-tinh/${rule}`,
}
