import type { CorrectionState, MinutesRole, MinutesSection, MinutesState, PassageSource } from '../../../../db/types.ts'

export type { CorrectionState, MinutesRole, MinutesSection, MinutesState, PassageSource }

/** Which acts a state allows; predicate and list come from the same table. */
const allowedIn = {
  write: ['drafting'],
  send: ['drafting'],
  correct: ['sent'],
  freeze: ['sent'],
  sign: ['frozen'],
  withdraw: ['sent', 'frozen'],
} as const satisfies Record<string, readonly MinutesState[]>

export type MinutesVerb = keyof typeof allowedIn

export const minutesCan = (verb: MinutesVerb, minutes: { state: MinutesState }): boolean =>
  (allowedIn[verb] as readonly MinutesState[]).includes(minutes.state)

export const minutesRoles = ['secretary', 'chair'] as const satisfies MinutesRole[]
export const sections = [
  'opening',
  'attendance',
  'proceedings',
  'signatures',
  'tasks',
  'closing',
] as const satisfies MinutesSection[]

/** The signature fields of the paper: the secretary on the left, the chair on the right. */
export const fieldOf = { secretary: 'thu-ky', chair: 'chu-tri' } as const satisfies Record<MinutesRole, string>

/** A passage as the members read it and as it is signed. */
export interface FixedPassage {
  key: string
  section: MinutesSection
  title: string
  text: string
  source: PassageSource
  /** Whether the words are a person's and not those of the rule. */
  isWritten: boolean
}

interface MinutesSigner {
  field: string
  name: string
  post: string
  unit: string
  mandate: string
}

/** What chair and secretary sign, and nothing else: the one source of the paper and of its hash. */
export interface CanonicalMinutes {
  format: 'giao-uoc/minutes/1'
  id: string
  version: number
  draft: number
  tenant: string
  bloc: { id: string; code: string; name: string }
  year: string
  conference: { id: string; title: string; heldOn: string; place: string }
  passages: readonly FixedPassage[]
  copies: number
  signers: Record<MinutesRole, MinutesSigner>
  isSample: boolean
}

interface PassageWords {
  generated: string
  written: string | null
  written_from: string | null
  is_left_out: boolean
}

/** The words that stand: those of the secretary, else those of the rule. */
export const textOf = (passage: Pick<PassageWords, 'generated' | 'written'>): string =>
  passage.written ?? passage.generated

export const isEdited = (passage: Pick<PassageWords, 'generated' | 'written'>): boolean =>
  passage.written !== null && passage.written !== passage.generated

/** Lines that begin with a dash are points beneath the line before them; every other line is a paragraph. */
export function partsOf(text: string): (string | string[])[] {
  const parts: (string | string[])[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const point = /^- (?<said>.+)$/u.exec(line)?.groups?.['said']
    const last = parts.at(-1)
    if (point === undefined) parts.push(line)
    else if (Array.isArray(last)) last.push(point)
    else parts.push([point])
  }
  return parts
}

/** The record has moved on since the secretary wrote: the words must be looked at again. */
export const isOutdated = (passage: PassageWords): boolean =>
  passage.written_from !== null && passage.written_from !== passage.generated

/** What keeps minutes from being fixed for signing. */
export type Missing =
  | 'conferenceOpen'
  | 'recordChanged'
  | 'correctionsOpen'
  | 'windowOpen'
  | 'chairSigner'
  | 'secretarySigner'

interface Window {
  respondBy: string
  today: string
  /** Units of the bloc that said of this draft that they have nothing to correct. */
  assented: number
  members: number
}

/** Corrections are taken until the last day has passed, or until every unit has said that it has none. */
export const isWindowOpen = ({ respondBy, today, assented, members }: Window): boolean =>
  today <= respondBy && assented < members
