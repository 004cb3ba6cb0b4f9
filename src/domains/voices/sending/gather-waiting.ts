import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { attempt } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { opinionCan } from '../opinion.ts'
import { keepModerationTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import { waitingContent, type WaitingContent } from './follow-up.ts'
import { followedByHash } from './queries.ts'
import { takeMessage } from './send-follow-up.ts'
import { tellVerdict } from './tell-verdict.ts'
import { writeOpinion } from './write-opinion.ts'

interface Waiting<Kind extends WaitingContent['kind']> {
  code_sha256: string
  content: Extract<WaitingContent, { kind: Kind }>
  pictures: readonly Uint8Array[]
}

/** Fisher and Yates, by the system's own randomness. */
function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  const left = [...things]
  return things.map(() => left.splice(randomInt(left.length), 1)).flat()
}

async function readAll(tx: Tx) {
  const rows = await tx.selectFrom('opinion_waiting').select(['code_sha256', 'content', 'pictures']).execute()
  return shuffled(rows).map((row) => ({ ...row, content: waitingContent.parse(row.content) }))
}

type AnyWaiting = Awaited<ReturnType<typeof readAll>>[number]

const isOf =
  <Kind extends WaitingContent['kind']>(kind: Kind) =>
  (row: AnyWaiting): row is AnyWaiting & Waiting<Kind> =>
    row.content.kind === kind

async function takeOpinion(tx: Tx, { code_sha256, content, pictures }: Waiting<'opinion'>, received_on: string) {
  const { kind: _kind, sizes, ...told } = content
  const drawn = pictures.map((bytes, index) => ({ bytes, width: 1, height: 1, ...sizes[index] }))
  await writeOpinion(tx, { ...told, way: 'anonymous', source: 'public', received_on, code_sha256, pictures: drawn })
}

async function takeFollowUp(tx: Tx, { code_sha256, content }: Waiting<'message' | 'verdict'>, now: Date) {
  const followed = await followedByHash(tx, code_sha256)
  if (followed?.kind !== 'opinion') return
  const standing = await lockOpinion(tx, followed.standing.id)
  const opinion = await lockOpinion(tx, followed.opinion.id)
  if (content.kind === 'message') return takeMessage(tx, opinion, content.text, now)
  // Two words in one day, or one after the answer was taken up again: the first one counts.
  if (opinionCan('judge', standing)) await attempt(tellVerdict(tx, { opinion, standing }, content, now))
}

/** The units at which something came to wait for moderation. */
async function keepTasks(tx: Tx, now: Date, opinions: readonly Waiting<'opinion'>[]) {
  const places = new Map(opinions.map(({ content }) => [`${content.bloc_year_id} ${content.unit_id}`, content]))
  for (const { bloc_year_id, unit_id } of places.values()) {
    await keepModerationTask(tx, now, await yearById(tx, bloc_year_id), unit_id)
  }
}

const clockwork = { account: null, name: 'Giao Ước', actingUnit: null }

/**
 * Books what came without a name since the last batch, all in one transaction and in a shuffled order, and empties the
 * waiting table so that not even dead rows are left. Answers with how many opinions were booked.
 */
export async function gatherWaiting(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table opinion_waiting in access exclusive mode`.execute(tx)
    const rows = await readAll(tx)
    if (rows.length === 0) return 0
    const opinions = rows.filter(isOf('opinion'))
    for (const row of opinions) await takeOpinion(tx, row, dayOf(now))
    for (const row of rows.filter(isOf('message'))) await takeFollowUp(tx, row, now)
    for (const row of rows.filter(isOf('verdict'))) await takeFollowUp(tx, row, now)
    await sql`truncate opinion_waiting`.execute(tx)
    await keepTasks(tx, now, opinions)
    const subject = { kind: 'opinion_batch', id: null }
    await record(tx, clockwork, now, { action: 'voices.gathered', subject, facts: { count: opinions.length } })
    return opinions.length
  })
}
