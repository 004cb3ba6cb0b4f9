import type { CareState } from '../../../../db/types.ts'
import { decimalText, divided, exact, whole } from '#platform/exact.ts'

export type { CareState }

const allowedIn = {
  support: ['received', 'supported'],
  finish: ['received', 'supported'],
} as const satisfies Record<string, readonly CareState[]>

export const caseCan = (verb: keyof typeof allowedIn, care: { state: CareState }): boolean =>
  allowedIn[verb].some((state) => state === care.state)

/** A case in which a member's lawful rights were looked after. */
export interface CareCase {
  id: string
  bloc_year_id: string
  unit_id: string
  title: string
  subject: string
  people: number
  group_code: string | null
  field_code: string | null
  place_name: string
  state: CareState
  received_on: string
  support: string
  supported_on: string | null
  outcome: string
  ended_on: string | null
  /** In đồng, exact; null: not told, which is not zero. */
  care_value: string | null
  version: number
}

/** Đồng as millions, exact: '1250000' → '1.25'. */
export const inMillions = (dong: string): string => decimalText(divided(exact(dong), whole(1_000_000)) ?? whole(0), 6)

const money = /^\d{1,3}(?:\.\d{3})+$|^\d{1,15}$/

/** Whole đồng as people type it: '1.250.000' or '1250000'; nothing when it is none. */
export function readDong(text: string): string | undefined {
  const typed = text.replace(/[\s\u00a0₫đ]+/giu, '')
  if (!money.test(typed)) return undefined
  return String(BigInt(typed.replaceAll('.', '')))
}

export const careSubject = (id: string) => ({ kind: 'care_case', id })
