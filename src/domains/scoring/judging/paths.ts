import { scoringPaths } from '../paths.ts'

type At = readonly [bloc: string, year: string, round: string]
type OfOne = readonly [...At, id: string]

const overview = (...at: At) => `${scoringPaths.round(...at)}/tham-dinh`
const sheet = (...[bloc, year, round, id]: OfOne) => `${overview(bloc, year, round)}/phieu/${id}`
const explanation = (...[bloc, year, round, id]: OfOne) => `${overview(bloc, year, round)}/giai-trinh/${id}`
const reopening = (...[bloc, year, round, id]: OfOne) => `${overview(bloc, year, round)}/mo-lai/${id}`
const meeting = (...at: At) => `${scoringPaths.round(...at)}/hop`

export const judgingPaths = {
  overview,
  rules: (...at: At) => `${overview(...at)}/quy-uoc`,
  sheet,
  agreed: (...at: OfOne) => `${sheet(...at)}/diem`,
  fact: (...at: OfOne) => `${sheet(...at)}/so-lieu`,
  verification: (...at: OfOne) => `${sheet(...at)}/ket-luan`,
  ask: (...at: OfOne) => `${sheet(...at)}/hoi`,
  reopen: (...at: OfOne) => `${sheet(...at)}/mo-lai`,
  explanation,
  answer: (...at: OfOne) => `${explanation(...at)}/tra-loi`,
  secondLook: (...at: OfOne) => `${explanation(...at)}/xem-lai`,
  reopening,
  reopeningConfirmation: (...at: OfOne) => `${reopening(...at)}/dong-y`,
  reopeningRefusal: (...at: OfOne) => `${reopening(...at)}/tu-choi`,
  meeting,
  meetingMarks: (...at: At) => `${meeting(...at)}/diem`,
  meetingPaper: (...at: At) => `${meeting(...at)}/phieu-giay.pdf`,
  /** For the projector. */
  screen: (...at: At) => `${scoringPaths.round(...at)}/man-hinh`,
}
