import { scoringPaths } from '../paths.ts'

type At = readonly [bloc: string, label: string, round: string]

export const resultPaths = {
  /** The result as the members see it. */
  result: (...at: At) => `${scoringPaths.round(...at)}/ket-qua`,
  /** The head's closing screen. */
  closing: (...at: At) => `${scoringPaths.round(...at)}/chot`,
  announcement: (...at: At) => `${scoringPaths.round(...at)}/chot/cong-bo-tam`,
  finish: (...at: At) => `${scoringPaths.round(...at)}/chot/chinh-thuc`,
  measures: (...at: At) => `${scoringPaths.round(...at)}/chot/muc-xem`,
  tie: (...at: At) => `${scoringPaths.round(...at)}/chot/dong-diem`,
  acceptance: (...at: At) => `${scoringPaths.round(...at)}/ket-qua/dong-y`,
  workbook: (...at: At) => `${scoringPaths.round(...at)}/ket-qua.xlsx`,
}
