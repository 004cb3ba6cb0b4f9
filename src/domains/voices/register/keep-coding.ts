import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsOpinion } from '../access.ts'
import { opinionCan, opinionSubject, type Opinion } from '../opinion.ts'
import { lockOpinion } from '../queries.ts'
import type { Coding } from './coding.ts'

async function demandTopic(tx: Tx, opinion: Opinion, topic: string) {
  const { bloc } = await yearById(tx, opinion.bloc_year_id)
  const own = tx.selectFrom('opinion_topic').select('id').where('id', '=', topic).where('bloc_id', '=', bloc.id)
  found(await own.executeTakeFirst())
}

const known = async (tx: Tx, table: 'people_group' | 'legal_field', code: string) =>
  found(await tx.selectFrom(table).select('code').where('code', '=', code).executeTakeFirst()).code

/** Writes what others read and by what it is counted, over the version that was read. */
export async function writeCoding(tx: Tx, opinion: Opinion, coding: Coding): Promise<void> {
  if (coding.version !== opinion.version) throw new Conflict('voices.changedMeanwhile', opinion.shown_text)
  if (coding.topic !== undefined && coding.topic !== opinion.topic_id) await demandTopic(tx, opinion, coding.topic)
  await tx
    .updateTable('opinion')
    .set({
      title: coding.title,
      shown_text: coding.shownText,
      topic_id: coding.topic ?? null,
      group_code: coding.group === undefined ? null : await known(tx, 'people_group', coding.group),
      field_code: coding.field === undefined ? null : await known(tx, 'legal_field', coding.field),
      concern: coding.concern ?? null,
      place_name: coding.place,
      version: opinion.version + 1,
    })
    .where('id', '=', opinion.id)
    .execute()
}

/** What was taken may be coded anew until it is closed. */
export async function keepCoding(db: Db, actor: Actor, input: Coding, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, input.id)
    demand(keepsOpinion(actor, opinion))
    if (!opinionCan('edit', opinion)) throw new RuleViolation('voices.notEditable')
    await writeCoding(tx, opinion, input)
    const facts = { title: input.title }
    await record(tx, actor, now, { action: 'voices.coded', subject: opinionSubject(opinion.id), facts })
  })
}
