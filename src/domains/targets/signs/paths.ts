import { boardPaths } from '../board/paths.ts'

export const signPaths = {
  signs: (bloc: string, year: string) => `${boardPaths.board(bloc, year)}/dau-hieu`,
}
