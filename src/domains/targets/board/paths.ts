import { blocPaths } from '#domains/blocs/paths.ts'

const board = (bloc: string, year: string) => `${blocPaths.year(bloc, year)}/bang-theo-doi`

export const boardPaths = {
  board,
  unit: (bloc: string, year: string, unit: string) => `${board(bloc, year)}/${unit}`,
  province: '/bang-tinh',
  provinceSheet: '/bang-tinh.xlsx',
}
