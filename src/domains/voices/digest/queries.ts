import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { CareTotals, Digest, DigestClause, DigestSource } from './digest.ts'

const columns = [
  'id',
  'bloc_year_id',
  'kind',
  'from_on',
  'to_on',
  'topic_id',
  'look',
  'parent',
  'issuer',
  'sign',
  'signer',
  'place',
  'dated_on',
  'recipients',
  'state',
  'version',
  'started_by',
  'finished_by',
  'sent_by',
  'sent_by_name',
  'sent_at',
  'paper_sha256',
] as const

const selectDigests = (db: Db | Tx) => db.selectFrom('voice_digest').select(columns)

/** The digests of a year, the latest first. */
export const digestsOf = (db: Db | Tx, blocYear: string): Promise<Digest[]> =>
  selectDigests(db)
    .where('bloc_year_id', '=', blocYear)
    .orderBy('to_on', 'desc')
    .orderBy('started_at', 'desc')
    .execute()

export async function digestById(db: Db | Tx, id: string): Promise<Digest> {
  return found(await selectDigests(db).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends. */
export async function lockedDigest(tx: Tx, id: string): Promise<Digest> {
  return found(await selectDigests(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** The paper of a finished digest as blocks. */
export async function finishedPaper(db: Db, id: string): Promise<unknown> {
  return found(await db.selectFrom('voice_digest').select('paper').where('id', '=', id).executeTakeFirst()).paper
}

/** The sentences of a digest in the order of the paper. */
export async function clausesOf(db: Db | Tx, digest: string): Promise<DigestClause[]> {
  const rows = await db
    .selectFrom('voice_digest_clause')
    .selectAll()
    .where('digest_id', '=', digest)
    .orderBy('section')
    .orderBy('position')
    .execute()
  return rows.map(({ sources, ...row }) => ({ ...row, sources: sources as unknown as DigestSource[] }))
}

/** Cases of care by what happened to them in a span of days, and what was spent on those that ended in it. */
export async function careTotals(
  db: Db | Tx,
  { blocYear, from, to }: { blocYear: string; from: string; to: string },
): Promise<CareTotals> {
  const { rows } = await sql<CareTotals>`
    select count(*) filter (where received_on between ${from}::date and ${to}::date)::integer as received,
      count(*) filter (where supported_on between ${from}::date and ${to}::date)::integer as supported,
      count(*) filter (where state = 'solved' and ended_on between ${from}::date and ${to}::date)::integer as solved,
      trim_scale(sum(care_value) filter (where ended_on between ${from}::date and ${to}::date))::text as value
    from care_case where bloc_year_id = ${blocYear}`.execute(db)
  return found(rows[0])
}

export interface ExampleRow {
  id: string
  title: string
  shown_text: string
  topic_id: string
  topic: string
  received_on: string
}

/**
 * Opinions of a span that may be quoted: taken, made public without what tells of a person, and not confidential. Of
 * the words only those are offered that the public reads already. All of them where `most` is null.
 */
export async function quotable(
  db: Db | Tx,
  { blocYear, from, to }: { blocYear: string; from: string; to: string },
  most: number | null = 100,
): Promise<ExampleRow[]> {
  const { rows } = await sql<ExampleRow>`
    select o.id, o.title, o.shown_text, o.topic_id, t.name as topic, o.received_on
    from opinion o join opinion_topic t on t.id = o.topic_id
    where o.bloc_year_id = ${blocYear} and o.received_on between ${from}::date and ${to}::date
      and o.is_public and o.way <> 'confidential' and o.state not in ('received', 'refused')
    order by o.id limit ${most}`.execute(db)
  return rows
}
