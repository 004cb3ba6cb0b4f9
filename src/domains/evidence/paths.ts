import { writeSubject, type SubjectKey } from './subject.ts'

const store = (bloc: string, year: string) => `/khoi/${bloc}/${year}/minh-chung`
const piece = (bloc: string, year: string, id: string) => `${store(bloc, year)}/${id}`
const asked = (subject?: SubjectKey) => (subject ? `?cho=${encodeURIComponent(writeSubject(subject))}` : '')

export const evidencePaths = {
  store,
  /** A unit's pieces that are cited and not yet judged. */
  waiting: (bloc: string, year: string, unit: string) => `${store(bloc, year)}?don-vi=${unit}&danh-gia=waiting`,
  /** A new piece, for a subject where one is given; then it is cited for it and the page leads back. */
  add: (bloc: string, year: string, subject?: SubjectKey) => `${store(bloc, year)}/them${asked(subject)}`,
  addLink: (bloc: string, year: string, subject?: SubjectKey) => `${store(bloc, year)}/them-duong-dan${asked(subject)}`,
  /** Chooses for a subject among the unit's pieces. */
  choose: (bloc: string, year: string, subject?: SubjectKey) => `${store(bloc, year)}/chon${asked(subject)}`,
  /** Where a large file is sent in parts, before its form. */
  uploads: (bloc: string, year: string) => `${store(bloc, year)}/tai-len`,
  upload: (bloc: string, year: string, upload: string) => `${store(bloc, year)}/tai-len/${upload}`,
  piece,
  file: (bloc: string, year: string, id: string) => `${piece(bloc, year, id)}/tep`,
  /** 0 is the small picture for lists, 1 and up are pages. */
  picture: (bloc: string, year: string, id: string, page: number | string) => `${piece(bloc, year, id)}/hinh/${page}`,
  copy: (bloc: string, year: string, id: string) => `${piece(bloc, year, id)}/ban-cong-khai`,
  copyFile: (bloc: string, year: string, id: string, copy: string) =>
    `${piece(bloc, year, id)}/ban-cong-khai/${copy}/tep`,
  copyConfirmation: (bloc: string, year: string, id: string, copy: string) =>
    `${piece(bloc, year, id)}/ban-cong-khai/${copy}/cong-khai`,
  copyRefusal: (bloc: string, year: string, id: string, copy: string) =>
    `${piece(bloc, year, id)}/ban-cong-khai/${copy}/khong-cong-khai`,
  /** For anybody, once a second person has let it out. */
  publicCopy: (copy: string) => `/minh-chung-cong-khai/${copy}`,
  withdrawal: (bloc: string, year: string, id: string) => `${piece(bloc, year, id)}/rut`,
  removal: (bloc: string, year: string, id: string, citation: string) => `${piece(bloc, year, id)}/dan/${citation}/go`,
  verdict: (bloc: string, year: string, id: string, citation: string) =>
    `${piece(bloc, year, id)}/dan/${citation}/danh-gia`,
}
