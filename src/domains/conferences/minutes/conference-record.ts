type Presence = 'present' | 'proxy' | 'absent' | 'unmarked'

interface Attendee {
  name: string
  post: string
  hasVote: boolean
  /** Not there, and asked for their vote in writing. */
  isAskedInWriting: boolean
  presence: Presence
  proxyName: string
  proxyMandate: string
}

interface AttendingUnit {
  unit: string
  name: string
  people: readonly Attendee[]
}

interface Guest {
  name: string
  post: string
  organisation: string
  presence: Presence
}

interface Vote {
  id: string
  question: string
  /** With a vote, there or represented or asked in writing, at that moment. */
  voting: number
  votesFor: number
  votesAgainst: number
  abstained: number
  isCarried: boolean
}

interface Decision {
  id: string
  text: string
  votes: readonly Vote[]
}

/** Of one item, or of none. */
interface Proceedings {
  speakers: readonly { name: string; post: string; unit: string; topic: string; summary: string }[]
  decisions: readonly Decision[]
  /** Counted without a decision beside them. */
  votes: readonly Vote[]
}

interface AgendaItem extends Proceedings {
  id: string
  title: string
  body: string
  presenter: string
}

interface Charge {
  unit: string
  text: string
  dueOn: string
}

interface PlaceOfAgreement {
  unit: string
  signer: string
  post: string
  /** The day of the signature; `null`: not signed. */
  signedOn: string | null
}

/** All that minutes are drafted from, as the conference kept it. Days are of Asia/Ho_Chi_Minh, times 'HH:MM'. */
export interface ConferenceRecord {
  bloc: string
  title: string
  heldOn: string
  startsAt: string
  endsAt: string | null
  place: string
  chair: { name: string; post: string }
  secretary: { name: string; post: string }
  quorum: { share: string; source: string }
  units: readonly AttendingUnit[]
  guests: readonly Guest[]
  items: readonly AgendaItem[]
  /** What belongs to no item. */
  others: Proceedings
  tasks: readonly Charge[]
  /** The agreement that was signed at a signing conference; nothing of another one. */
  agreement: { title: string; places: readonly PlaceOfAgreement[] } | null
  copies: number
}

export type { AgendaItem, Attendee, AttendingUnit, Decision, Proceedings, Vote }
