import { blocPaths } from '#domains/blocs/paths.ts'

const one = (bloc: string, year: string, conference: string) =>
  `${blocPaths.year(bloc, year)}/hoi-nghi/${conference}/bien-ban`

export const minutesPaths = {
  one,
  version: (bloc: string, year: string, conference: string, version: string) =>
    `${one(bloc, year, conference)}/ban/${version}`,
  renewal: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/cap-nhat`,
  add: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/doan-moi`,
  passage: (bloc: string, year: string, conference: string, passage: string) =>
    `${one(bloc, year, conference)}/doan/${passage}`,
  preview: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/ban-xem-truoc.pdf`,
  word: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/bien-ban.docx`,
  paper: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/bien-ban.pdf`,
  sending: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/gui`,
  assent: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/dong-y`,
  correct: (bloc: string, year: string, conference: string, passage: string) =>
    `${one(bloc, year, conference)}/doan/${passage}/gop-y`,
  correction: (bloc: string, year: string, conference: string, correction: string) =>
    `${one(bloc, year, conference)}/gop-y/${correction}`,
  freezing: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/chot`,
  signing: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/ky`,
  signingJob: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/ky/luot`,
  signature: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/ky/chu-ky`,
  refusal: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/tu-choi`,
  withdrawal: (bloc: string, year: string, conference: string) => `${one(bloc, year, conference)}/rut`,
}
