/** A text of law as the tenant knows it. Days are 'YYYY-MM-DD'; an unknown day is null and never guessed. */
export interface LegalText {
  id: string
  /** 'Luật', 'Nghị định', 'Thông tư', 'Hướng dẫn' … */
  kind: string
  /** '152/2025/NĐ-CP' */
  number: string
  title: string
  issuer: string
  issued_on: string | null
  in_force_from: string | null
  /** The last day on which it holds. */
  in_force_to: string | null
  source: string
  confirmed_at: Date | null
}

type ForceDates = Pick<LegalText, 'in_force_from' | 'in_force_to'>

export type Force = 'in-force' | 'not-yet' | 'ended' | 'unknown'

/** Whether a text holds on a day. Without a first day nobody can say that it does, only that it does no longer. */
export function forceOn(text: ForceDates, day: string): Force {
  if (text.in_force_to !== null && text.in_force_to < day) return 'ended'
  if (text.in_force_from === null) return 'unknown'
  return text.in_force_from <= day ? 'in-force' : 'not-yet'
}

/** Someone with the right compared it with a source; until then it is shown as "chưa kiểm chứng". */
export const isConfirmed = (text: Pick<LegalText, 'confirmed_at'>) => text.confirmed_at !== null

/** 'Nghị định số 152/2025/NĐ-CP': what people call it. */
export const nameOfText = (text: Pick<LegalText, 'kind' | 'number'>) => `${text.kind} số ${text.number}`
