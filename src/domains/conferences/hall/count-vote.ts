import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { line, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { decisionsOf, quorumRuleOf, type ConferenceRow } from '../queries.ts'
import { quorumOf, votesThere, type Quorum } from '../quorum.ts'
import { itemNamed, ofItem } from './record-decision.ts'

const count = () =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/u)
    .transform(Number)

export const countVoteInput = z.object({
  conference: z.uuid(),
  item: ofItem(),
  decision: ofItem(),
  question: line(500),
  votesFor: count(),
  votesAgainst: count(),
  abstained: count(),
  isCarried: ticked().default(false),
})
export type CountVote = z.output<typeof countVoteInput>

/** Nobody votes who is neither there, nor represented, nor asked in writing; without enough people nobody votes. */
function checkCount({ votesFor, votesAgainst, abstained }: CountVote, quorum: Quorum) {
  if (quorum.isReached === false) {
    throw new RuleViolation('conferences.voteWithoutQuorum', {
      needed: quorum.needed ?? 0,
      there: quorum.present + quorum.proxies,
    })
  }
  const given = votesFor + votesAgainst + abstained
  if (given === 0) throw new RuleViolation('conferences.noVotes')
  if (given > votesThere(quorum))
    throw new RuleViolation('conferences.tooManyVotes', { given, most: votesThere(quorum) })
}

async function decisionNamed(tx: Tx, { id }: ConferenceRow, decision: string | undefined): Promise<string | null> {
  if (decision === undefined) return null
  return found((await decisionsOf(tx, id)).find((one) => one.id === decision)).id
}

/** A vote by show of hands, counted in the hall; the roll and the quorum are those of this moment. */
export async function countVote(db: Db, actor: Actor, input: CountVote, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const quorum = quorumOf(await rollOf(tx, conference.id), await quorumRuleOf(tx, conference))
    checkCount(input, quorum)
    await tx
      .insertInto('conference_vote')
      .values({
        id: newId(),
        conference_id: conference.id,
        item_id: await itemNamed(tx, conference.id, input.item),
        decision_id: await decisionNamed(tx, conference, input.decision),
        question: input.question,
        voters: quorum.voters,
        present: quorum.present,
        proxies: quorum.proxies,
        in_writing: quorum.inWriting,
        votes_for: input.votesFor,
        votes_against: input.votesAgainst,
        abstained: input.abstained,
        is_carried: input.isCarried,
        counted_by: actor.account,
        counted_at: now,
      })
      .execute()
    const { votesFor, votesAgainst, abstained } = input
    const facts = { title: conference.title, question: input.question, votesFor, votesAgainst, abstained }
    await record(tx, actor, now, {
      action: 'conferences.voteCounted',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
