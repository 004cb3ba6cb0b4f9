import { drafters, readersOfDraft, reasonFor, type Permissions } from './rights.ts'

const tables = '/khoi/:bloc/bang-diem'
const table = `${tables}/:table`
const version = `${table}/ban/:number`
const node = `${version}/muc/:node`
const rule = `${node}/cach-tinh/:rule`
const edition = { edition: '1' }

/** The bloc reads its tables; who leads it keeps them. */
export const permissionsOfTables: Permissions = {
  [`get ${tables}`]: { who: readersOfDraft },
  [`get ${tables}/moi`]: { who: drafters },
  [`post ${tables}/moi`]: { who: drafters, form: () => ({ from: 'empty', code: 'BD2', title: 'Bảng' }) },
  [`get ${tables}/nhap-json`]: { who: drafters },
  [`post ${tables}/nhap-json`]: { who: drafters },
  [`get ${tables}/doc-tu-excel`]: { who: drafters },
  [`post ${tables}/doc-tu-excel`]: { who: drafters },
  [`post ${tables}/doc-tu-excel/nhan`]: { who: drafters },
  [`get ${table}`]: { who: readersOfDraft },
  [`post ${table}/ban-moi`]: { who: drafters },
  [`get ${version}`]: { who: readersOfDraft },
  [`post ${version}/cay`]: { who: drafters, form: () => ({ ...edition, act: 'after 1' }) },
  [`get ${version}/thong-tin`]: { who: drafters },
  [`post ${version}/thong-tin`]: { who: drafters, form: () => edition },
  [`get ${version}/toan-van`]: { who: drafters },
  [`post ${version}/toan-van`]: { who: drafters, form: () => ({ ...edition, text: '{}' }) },
  [`get ${version}/xem-thu`]: { who: readersOfDraft },
  [`post ${version}/xem-thu`]: { who: readersOfDraft },
  [`get ${version}/mo-phong`]: { who: readersOfDraft },
  [`get ${version}/so-sanh`]: { who: readersOfDraft },
  [`get ${version}/bang-diem.json`]: { who: readersOfDraft },
  [`get ${version}/bang-diem.xlsx`]: { who: readersOfDraft },
  [`get ${version}/ban-hanh`]: { who: drafters },
  [`post ${version}/ban-hanh`]: { who: drafters, form: () => edition },
  [`get ${version}/rut`]: { who: drafters },
  [`post ${version}/rut`]: { who: drafters, form: reasonFor },
  [`get ${version}/xoa`]: { who: drafters },
  [`post ${version}/xoa`]: { who: drafters },
  [`get ${node}`]: { who: drafters },
  [`post ${node}`]: { who: drafters, form: () => ({ ...edition, code: '1', title: 'Mục' }) },
  [`get ${node}/xoa`]: { who: drafters },
  [`post ${node}/xoa`]: { who: drafters, form: () => edition },
  [`get ${rule}`]: { who: drafters },
  [`post ${rule}`]: { who: drafters, form: () => ({ ...edition, kieu: 'judged' }) },
}
