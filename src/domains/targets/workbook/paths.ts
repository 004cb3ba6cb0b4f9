import { blocPaths } from '#domains/blocs/paths.ts'

const desk = (bloc: string, year: string, period: string, unit: string) =>
  `${blocPaths.year(bloc, year)}/bao-cao-excel/${period}/${unit}`
const file = (bloc: string, year: string, id: string) => `${blocPaths.year(bloc, year)}/tep-bao-cao/${id}`

/** `period` is a period's word in addresses: "thang-2023-02-01". */
export const workbookPaths = {
  desk,
  blank: (bloc: string, year: string, period: string, unit: string) => `${desk(bloc, year, period, unit)}/tai-ve`,
  file,
  confirm: (bloc: string, year: string, id: string) => `${file(bloc, year, id)}/nhap`,
  withdraw: (bloc: string, year: string, id: string) => `${file(bloc, year, id)}/bo`,
  undo: (bloc: string, year: string, id: string) => `${file(bloc, year, id)}/hoan-tac`,
  kept: (bloc: string, year: string, id: string) => `${file(bloc, year, id)}/tep`,
}
