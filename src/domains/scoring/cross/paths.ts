import { scoringPaths } from '../paths.ts'

type At = readonly [bloc: string, year: string, round: string]

const overview = (...at: At) => `${scoringPaths.round(...at)}/cham-cheo`
const assignment = (...[bloc, year, round, id]: readonly [...At, string]) => `${overview(bloc, year, round)}/luot/${id}`
const objection = (...[bloc, year, round, id]: readonly [...At, string]) =>
  `${overview(bloc, year, round)}/phan-doi/${id}`

export const crossPaths = {
  overview,
  plan: (...at: At) => `${overview(...at)}/phan-cong`,
  ending: (...at: At) => `${overview(...at)}/ket-thuc`,
  leanings: (...at: At) => `${overview(...at)}/do-lech`,
  assignment,
  opening: (...at: readonly [...At, string]) => `${assignment(...at)}/khong-xung-dot`,
  refusal: (...at: readonly [...At, string]) => `${assignment(...at)}/rut`,
  marks: (...at: readonly [...At, string]) => `${assignment(...at)}/diem`,
  sending: (...at: readonly [...At, string]) => `${assignment(...at)}/gui`,
  change: (...at: readonly [...At, string]) => `${assignment(...at)}/doi-nguoi-cham`,
  object: (...at: readonly [...At, string]) => `${assignment(...at)}/phan-doi`,
  objection,
  decision: (...at: readonly [...At, string]) => `${objection(...at)}/quyet-dinh`,
}
