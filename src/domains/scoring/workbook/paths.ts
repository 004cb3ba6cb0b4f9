import { scoringPaths, type SheetAddress } from '../paths.ts'

export const scoreWorkbookPaths = {
  unit: (...at: SheetAddress) => `${scoringPaths.sheet(...at)}/bang-tinh.xlsx`,
  bloc: (bloc: string, year: string, round: string, version: string) =>
    `${scoringPaths.round(bloc, year, round)}/bang-tinh/${version}/bang-tinh.xlsx`,
}
