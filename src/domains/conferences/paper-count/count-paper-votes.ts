import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { rollOf, type InviteeRow } from '../attendance/queries.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import type { ConferenceRow } from '../queries.ts'
import { countRoll, votesThere } from '../quorum.ts'
import { faultsOf, readNominees, type Counted } from './paper-count.ts'

const count = () => z.coerce.number().int().min(0).max(9999)

export const countPaperVotesInput = z.object({
  conference: z.uuid(),
  title: line(300),
  /** From the roll: three people of different units, never the chair. */
  teller1: z.uuid(),
  teller2: z.uuid(),
  teller3: z.uuid(),
  issued: count(),
  returned: count(),
  valid: count(),
  invalid: count(),
  /** A line each: "Hội Nông dân tỉnh; 5; 1". */
  nominees: paragraph(10_000),
})
export type CountPaperVotes = z.output<typeof countPaperVotesInput>

type Teller = InviteeRow & { unit_id: string }

function tellersOf(roll: readonly InviteeRow[], conference: ConferenceRow, ids: readonly string[]): Teller[] {
  const isThere = ({ attendance }: InviteeRow) => attendance === 'present' || attendance === 'proxy'
  const tellers = ids.flatMap((id) =>
    roll.filter(
      (one): one is Teller => one.id === id && one.unit_id !== null && one.removed_at === null && isThere(one),
    ),
  )
  if (tellers.length !== ids.length) throw new RuleViolation('paperCount.tellerAway')
  if (new Set(tellers.map(({ unit_id: unit }) => unit)).size !== ids.length)
    throw new RuleViolation('paperCount.sameUnit')
  const { chair_account_id: chair } = conference
  if (tellers.some(({ account_id: account }) => account !== null && account === chair))
    throw new RuleViolation('paperCount.chairCounts')
  return tellers
}

function countedOf(input: CountPaperVotes, roll: readonly InviteeRow[]): Counted {
  const nominees = readNominees(input.nominees)
  if (nominees === undefined) throw new RuleViolation('paperCount.lineUnread')
  const most = votesThere(countRoll(roll))
  if (input.issued > most) throw new RuleViolation('paperCount.tooMany', { most })
  const [fault] = faultsOf({ ...input, nominees })
  if (fault !== undefined) throw new RuleViolation(`paperCount.${fault}`)
  return { ...input, nominees }
}

async function keepLines(tx: Tx, id: string, { nominees }: Counted, tellers: readonly Teller[]) {
  const nameOf = ({ attendance, proxy_name: proxy, name }: Teller) => (attendance === 'proxy' ? proxy : name)
  await tx
    .insertInto('paper_count_teller')
    .values(
      tellers.map((teller, index) => ({
        count_id: id,
        position: index + 1,
        invitee_id: teller.id,
        unit_id: teller.unit_id,
        name: nameOf(teller),
      })),
    )
    .execute()
  await tx
    .insertInto('paper_count_nominee')
    .values(
      nominees.map(({ name, votesFor, votesAgainst }, index) => ({
        count_id: id,
        position: index + 1,
        name,
        votes_for: votesFor,
        votes_against: votesAgainst,
      })),
    )
    .execute()
}

/** Keeps what three tellers counted; nothing of it changes, a mistake is counted anew beside it. */
export async function countPaperVotes(db: Db, actor: Actor, input: CountPaperVotes, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const roll = await rollOf(tx, conference.id)
    const tellers = tellersOf(roll, conference, [input.teller1, input.teller2, input.teller3])
    const counted = countedOf(input, roll)
    const id = newId()
    const { issued, returned, valid, invalid } = counted
    await tx
      .insertInto('paper_count')
      .values({
        id,
        conference_id: conference.id,
        bloc_year_id: conference.bloc_year_id,
        title: input.title,
        issued,
        returned,
        valid,
        invalid,
        counted_by: actor.account,
        counted_at: now,
      })
      .execute()
    await keepLines(tx, id, counted, tellers)
    const facts = { title: input.title, issued, returned, valid, invalid }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'paperCount.counted', subject, facts })
    return id
  })
}
