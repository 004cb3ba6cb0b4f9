import type { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { opinionCan, opinionSubject, type Opinion } from '../opinion.ts'
import { openMessageTask } from '../opinion-tasks.ts'
import { addMessage } from './add-message.ts'
import type { messageInput, verdictInput, WaitingContent } from './follow-up.ts'
import { lockFollowed, type Followed } from './queries.ts'
import { publicForm } from './send-opinion.ts'
import { tellVerdict } from './tell-verdict.ts'

/** A sender without a name leaves no time here either: what is sent waits for the day's batch. */
const letWait = (tx: Tx, hash: string, content: WaitingContent) =>
  tx
    .insertInto('opinion_waiting')
    .values({ code_sha256: hash, content: JSON.stringify(content) })
    .execute()

const isNameless = (followed: Followed) => followed.kind === 'waiting' || followed.opinion.way === 'anonymous'

/** The sender's message, and what it opens; of an opinion that is locked. */
export async function takeMessage(tx: Tx, opinion: Opinion, text: string, now: Date): Promise<void> {
  await addMessage(tx, { opinion: opinion.id, text, onDay: dayOf(now) })
  await openMessageTask(tx, now, await yearById(tx, opinion.bloc_year_id), opinion)
}

/** The sender writes back, by the tracking code alone. */
export async function sendMessage(db: Db, input: z.output<typeof messageInput>, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const followed = found(await lockFollowed(tx, input.code))
    if (followed.kind === 'opinion' && !opinionCan('write', followed.opinion)) throw new RuleViolation('voices.isOver')
    if (isNameless(followed)) return letWait(tx, followed.hash, { kind: 'message', text: input.text })
    if (followed.kind === 'waiting') return undefined
    const { opinion } = followed
    await takeMessage(tx, opinion, input.text, now)
    return record(tx, publicForm, now, { action: 'voices.wroteBack', subject: opinionSubject(opinion.id) })
  })
}

/** "Đã giải quyết chưa?", by the tracking code alone. */
export async function sendVerdict(db: Db, input: z.output<typeof verdictInput>, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const followed = found(await lockFollowed(tx, input.code))
    if (followed.kind === 'waiting') throw new RuleViolation('voices.notAnsweredYet')
    const { opinion, standing, hash } = followed
    if (!input.solved && input.reason === '') throw new RuleViolation('voices.reasonMissing')
    if (!opinionCan('judge', standing)) throw new RuleViolation('voices.notAnsweredYet')
    const verdict = { solved: input.solved, reason: input.reason }
    if (isNameless(followed)) return letWait(tx, hash, { kind: 'verdict', ...verdict })
    await tellVerdict(tx, { opinion, standing }, verdict, now)
    const facts = { solved: input.solved }
    return record(tx, publicForm, now, { action: 'voices.judged', subject: opinionSubject(opinion.id), facts })
  })
}
