import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { rollOf } from './attendance/queries.ts'
import { closeReplyTasks } from './conference-tasks.ts'
import { conferenceSubject, lockConference } from './lock-conference.ts'
import { itemsOf, quorumRuleOf } from './queries.ts'
import { quorumOf, type Quorum, type QuorumRule } from './quorum.ts'
import { words } from './words.ts'

export const openConferenceInput = z.object({
  conference: z.uuid(),
  /** Fewer are there than must be, and it is opened all the same: it can hear and discuss. */
  withoutQuorum: ticked().default(false),
})
export type OpenConference = z.output<typeof openConferenceInput>

function checkThere(quorum: Quorum, withoutQuorum: boolean): number {
  const there = quorum.present + quorum.proxies
  if (there === 0) throw new RuleViolation('conferences.nobodyThere')
  if (quorum.isReached === false && !withoutQuorum) {
    throw new RuleViolation('conferences.noQuorum', { needed: quorum.needed ?? 0, there })
  }
  return there
}

/** A rule that nobody confirmed stays marked so in what is kept. */
const sourceOf = ({ source, isConfirmed }: QuorumRule) =>
  isConfirmed ? source : `${source} (${words('vi').unconfirmed})`

const keptOf = ({ voters, present, proxies, rule }: Quorum) => ({
  opened_voters: voters,
  opened_present: present,
  opened_proxy: proxies,
  quorum_share: rule?.share ?? '',
  quorum_source: rule === undefined ? '' : sourceOf(rule),
})

/** Opens it with the roll of this moment; the share that must be there is kept as it is now. */
export async function openConference(db: Db, actor: Actor, input: OpenConference, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'open')
    if (dayOf(now) < conference.held_on) throw new RuleViolation('conferences.notYet', { day: conference.held_on })
    const quorum = quorumOf(await rollOf(tx, conference.id), await quorumRuleOf(tx, conference))
    const there = checkThere(quorum, input.withoutQuorum)
    const [first] = await itemsOf(tx, conference.id)
    const opened = { state: 'opened' as const, opened_at: now, opened_by: actor.account, ...keptOf(quorum) }
    await tx
      .updateTable('conference')
      .set({ ...opened, present_item_id: first?.id ?? null, version: conference.version + 1 })
      .where('id', '=', conference.id)
      .execute()
    await closeReplyTasks(tx, now, conference.id)
    const facts = { title: conference.title, there, voters: quorum.voters }
    await record(tx, actor, now, { action: 'conferences.opened', subject: conferenceSubject(conference.id), facts })
  })
}
