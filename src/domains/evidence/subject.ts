/** What a piece may be evidence for, as an address carries it. */
export interface SubjectKey {
  /** `progress`, `activity`, `example`, `log`, `participation`. */
  kind: string
  id: string
  /** What of the subject: of a report, the target. */
  detail?: string
}

/** A subject as the domain that owns it tells it to the store. */
export interface Subject extends SubjectKey {
  /** Whose subject it is; only this unit's pieces are cited for it. */
  unit: string
  blocYear: string
  /** Its name in Vietnamese, kept as it was when the piece was cited: "Báo cáo tháng 3/2023, chỉ tiêu 1.2". */
  label: string
  /** Its own page. */
  path: string
  /** Its time is over, or it was verified: no piece is added to it or taken from it any more. */
  isClosed?: boolean
}

const parts = /^(?<kind>[a-z]+):(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?::(?<detail>[\w.-]{1,80}))?$/u

export const writeSubject = ({ kind, id, detail = '' }: SubjectKey) =>
  [kind, id, detail].filter((part) => part !== '').join(':')

/** The subject of an address; nothing where the text is none. */
export function readSubject(text: string): SubjectKey | undefined {
  const { kind, id, detail } = parts.exec(text)?.groups ?? {}
  if (kind === undefined || id === undefined) return undefined
  return detail === undefined ? { kind, id } : { kind, id, detail }
}

/** Two texts are of the same subject, whatever their domain calls it. */
export const subjectName = ({ kind, id, detail = '' }: SubjectKey) => `${kind}:${id}:${detail}`
