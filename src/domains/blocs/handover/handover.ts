import type { Fact } from '#platform/announcements.ts'
import type { HandoverSide, HandoverState, RotatingFlag } from '../../../../db/types.ts'

export type { HandoverSide, HandoverState }

/** Which acts a state allows; predicate and list come from the same table. */
const allowedIn = {
  edit: ['drafting'],
  freeze: ['drafting'],
  sign: ['frozen'],
} as const satisfies Record<string, readonly HandoverState[]>

export const handoverCan = (verb: keyof typeof allowedIn, handover: { state: HandoverState }): boolean =>
  (allowedIn[verb] as readonly HandoverState[]).includes(handover.state)

export const sides = ['giving', 'receiving'] as const satisfies HandoverSide[]
export const rotatingFlags = ['held', 'handed', 'none'] as const satisfies RotatingFlag[]

/** The signature fields of the paper, in their order; that of the witness may stay empty. */
export const fieldOf = { giving: 'ben-giao', receiving: 'ben-nhan' } as const satisfies Record<HandoverSide, string>
export const witnessField = 'chung-kien'

interface Party {
  unit: string
  name: string
  field: string
  signer: { name: string; post: string; mandate: string }
}

/** What both sides sign, and nothing else: the one source of the paper and of its hash. */
export interface CanonicalHandover {
  format: 'giao-uoc/handover/1'
  id: string
  version: number
  tenant: string
  bloc: { id: string; code: string; name: string }
  year: string
  handedOn: string
  place: string
  /** The term that ends, and the first day of the one that begins. */
  term: { from: string; to: string; next: string }
  parties: Record<HandoverSide, Party>
  openItems: readonly OpenItem[]
  papers: readonly YearPaper[]
  book: readonly BookLine[]
  flag: { state: RotatingFlag; condition: string; note: string }
  others: readonly string[]
  witness: string
  isSample: boolean
}

/** Something that waited for the outgoing head. */
export interface OpenItem {
  title: string
  dueOn: string | null
}

/** A paper of the year, by its code and the hash of its newest file. */
export interface YearPaper {
  title: string
  state: string
  code: string
  sha256: string
}

export interface BookLine {
  on: string
  what: string
  concerned: string
  follows: string
  isDone: boolean
}

/** Lines of a free list, without the empty ones. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What keeps a record from being fixed. */
export type Missing = 'day' | 'place' | 'flag' | 'givingSigner' | 'receivingSigner' | 'oneSigner' | 'headChanged'

interface Named {
  unit: string
  name: string
}

/** How a hand-over goes on, for who opens and closes tasks. */
export interface HandoverFact extends Fact {
  name: 'handover.wanted' | 'handover.frozen' | 'handover.signed' | 'handover.returned' | 'handover.closed'
  /** The term that ends: one hand-over each. */
  term: string
  path: string
  blocYear: string
  nextYear: string
  bloc: string
  year: string
  giving: Named
  receiving: Named
  /** Of `signed`: who did. */
  side?: HandoverSide
  /** Of `returned`. */
  reason?: string
}
