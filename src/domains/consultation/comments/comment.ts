import type { PolicyCommentOrigin, PolicyCommentOutcome, PolicyCommentState } from '../../../../db/types.ts'

export type { PolicyCommentOrigin, PolicyCommentOutcome, PolicyCommentState }

export const outcomes = ['accepted', 'partly', 'refused'] as const satisfies PolicyCommentOutcome[]

/** Accepted in whole or in part: what the log counts as accepted. */
export const isTaken = ({ outcome }: { outcome: PolicyCommentOutcome | null }) =>
  outcome === 'accepted' || outcome === 'partly'

export interface CommentCounts {
  total: number
  accepted: number
  partly: number
  refused: number
  undecided: number
}

/** How the comments that count stand; computed wherever it is shown. */
export function countComments(comments: readonly { outcome: PolicyCommentOutcome | null }[]): CommentCounts {
  const of = (outcome: PolicyCommentOutcome | null) => comments.filter((one) => one.outcome === outcome).length
  return {
    total: comments.length,
    accepted: of('accepted'),
    partly: of('partly'),
    refused: of('refused'),
    undecided: of(null),
  }
}

/** Who decided on all of them, if one person did; two people see to it that nobody publishes a judgement of their own alone. */
export function decidedAlone(comments: readonly { decided_by: string | null }[]): string | null {
  const deciders = new Set(comments.map(({ decided_by }) => decided_by))
  const [only = null] = deciders
  return deciders.size === 1 ? only : null
}

/** A wording that is the text as it stands proposes nothing. */
export const proposedIn = (typed: string, text: string) => (typed.trim() === text.trim() ? '' : typed.trim())
