import type { AttendanceState } from './conference.ts'

/** What a count needs to know of somebody on the roll. */
export interface OnRoll {
  has_vote: boolean
  removed_at: Date | null
  asked_in_writing_at: Date | null
  /** `null`: nobody has ticked yet. */
  attendance: AttendanceState | null
}

export interface RollCount {
  /** All with a vote, there or not. */
  voters: number
  present: number
  proxies: number
  /** Absent, and asked in writing: they have a vote, but are not there. */
  inWriting: number
  /** Not there, not represented, not asked: no vote. */
  without: number
}

const isVoter = (one: OnRoll) => one.has_vote && one.removed_at === null

/** Who has a vote now. Whoever was never ticked is counted as absent, and shown as not yet ticked. */
export function countRoll(roll: readonly OnRoll[]): RollCount {
  const voters = roll.filter(isVoter)
  const present = voters.filter(({ attendance }) => attendance === 'present').length
  const proxies = voters.filter(({ attendance }) => attendance === 'proxy').length
  const away = voters.length - present - proxies
  const asked = ({ attendance, asked_in_writing_at: at }: OnRoll) =>
    attendance !== 'present' && attendance !== 'proxy' && at !== null
  const inWriting = voters.filter(asked).length
  return { voters: voters.length, present, proxies, inWriting, without: away - inWriting }
}

/** Votes that can be given at most. */
export const votesThere = ({ present, proxies, inWriting }: RollCount) => present + proxies + inWriting

/** "2/3" as whole numbers; nothing when it is no share of at most one. */
export function readShare(text: string): { over: number; under: number } | undefined {
  const { over = '', under = '' } = /^(?<over>[1-9]\d?)\/(?<under>[1-9]\d?)$/u.exec(text)?.groups ?? {}
  const share = { over: Number(over), under: Number(under) }
  return over === '' || share.over > share.under ? undefined : share
}

export interface QuorumRule {
  /** "2/3". */
  share: string
  /** Where it stands: the law's text or the bloc's own charter. */
  source: string
  /** The authority compared it with its source; the bloc's own needs no such word. */
  isConfirmed: boolean
}

export interface Quorum extends RollCount {
  /** Without a rule nobody can say whether there are enough. */
  rule: QuorumRule | undefined
  /** How many must be there, themselves or by proxy. */
  needed: number | undefined
  isReached: boolean | undefined
  /** Somebody is ticked: before that there is nothing to say. */
  isBegun: boolean
}

/** At least the share of all with a vote, by whole people: 2/3 of 7 are 5. */
export function quorumOf(roll: readonly OnRoll[], rule: QuorumRule | undefined): Quorum {
  const count = { ...countRoll(roll), isBegun: roll.some(({ attendance }) => attendance !== null) }
  const share = rule && readShare(rule.share)
  if (share === undefined || count.voters === 0) return { ...count, rule, needed: undefined, isReached: undefined }
  const needed = Math.ceil((count.voters * share.over) / share.under)
  return { ...count, rule, needed, isReached: count.present + count.proxies >= needed }
}
