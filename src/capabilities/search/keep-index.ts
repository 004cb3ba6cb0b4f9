import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { spokenText } from './folded.ts'
import type { SearchDocument, SearchSource } from './search-entry.ts'

/** Longer texts are found by their first part: a page of positions holds no more. */
const longestBody = 100_000
const slice = 200

const clean = (text: string) => text.normalize('NFC').replaceAll('\0', '')

function rowOf(source: string, one: SearchDocument) {
  const title = clean(one.title).trim().slice(0, 500)
  const body = clean(one.body ?? '').slice(0, longestBody)
  return {
    source,
    subject_id: one.subject,
    part: one.part ?? '',
    kind: one.kind,
    title: title === '' ? '…' : title,
    body,
    bloc_id: one.bloc ?? null,
    bloc_year_id: one.blocYear ?? null,
    unit_id: one.unit ?? null,
    on_day: one.day ?? null,
    path: one.path,
    audience: [...new Set(one.audience)],
    spoken_title: spokenText(title),
    spoken_body: spokenText(body),
  }
}

export async function putEntries(tx: Tx, source: string, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return
  const rows = JSON.stringify(documents.map((one) => rowOf(source, one)))
  await sql`
    insert into search_entry (source, subject_id, part, kind, title, body, bloc_id, bloc_year_id, unit_id, on_day, path,
      audience, spoken)
    select source, subject_id, part, kind, title, body, bloc_id, bloc_year_id, unit_id, on_day, path, audience,
      setweight(to_tsvector('simple', spoken_title), 'A') || setweight(to_tsvector('simple', spoken_body), 'D')
    from jsonb_to_recordset(${rows}::jsonb) as given (source text, subject_id uuid, part text, kind text, title text,
      body text, bloc_id uuid, bloc_year_id uuid, unit_id uuid, on_day date, path text, audience text[],
      spoken_title text, spoken_body text)`.execute(tx)
}

/** The entries of these records as they are now; of a record that is gone or withdrawn nothing is left. */
async function renewEntries(tx: Tx, source: SearchSource, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += slice) {
    const some = ids.slice(at, at + slice)
    await sql`delete from search_entry where source = ${source.name} and subject_id = any(${some}::uuid[])`.execute(tx)
    await putEntries(tx, source.name, await source.gather(tx, some))
  }
}

async function fillSource(tx: Tx, source: SearchSource): Promise<void> {
  await sql`delete from search_entry where source = ${source.name}`.execute(tx)
  await renewEntries(tx, source, await source.idsOf(tx, null))
  await sql`insert into search_source (name, edition) values (${source.name}, ${source.edition})
    on conflict (name) do update set edition = excluded.edition`.execute(tx)
}

/** Sources whose edition the index does not hold are filled; those that are no more leave it. */
async function fillNew(tx: Tx, sources: readonly SearchSource[]): Promise<ReadonlySet<string>> {
  const held = new Map(
    (await tx.selectFrom('search_source').selectAll().execute()).map((row) => [row.name, row.edition]),
  )
  const names = sources.map(({ name }) => name)
  await sql`delete from search_entry where source <> all(${names}::text[])`.execute(tx)
  await sql`delete from search_source where name <> all(${names}::text[])`.execute(tx)
  const fresh = sources.filter(({ name, edition }) => held.get(name) !== edition)
  for (const source of fresh) await fillSource(tx, source)
  return new Set(fresh.map(({ name }) => name))
}

interface Cursor {
  number: number
  read_at: Date
  head: number
}

/** Nothing while another process reads the log for the index. */
async function lockCursor(tx: Tx): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    select c.number, c.read_at, h.number as head from search_cursor c, audit_head h for update of c skip locked`.execute(
    tx,
  )
  return rows[0]
}

const moveCursor = (tx: Tx, number: number, now: Date) =>
  tx.updateTable('search_cursor').set({ number, read_at: now }).execute()

async function changedSince(tx: Tx, { number, head }: Cursor): Promise<string[]> {
  const { rows } = await sql<{ subject_id: string }>`
    select distinct subject_id from audit_entry
    where number > ${number} and number <= ${head} and subject_id is not null`.execute(tx)
  return rows.map((row) => row.subject_id)
}

/** What the index holds of what changed: it may be gone from its own table. */
async function heldOf(tx: Tx, { name, removedWithYear }: SearchSource, changed: readonly string[]): Promise<string[]> {
  const years = removedWithYear === true ? changed : []
  const { rows } = await sql<{ subject_id: string }>`
    select subject_id from search_entry where source = ${name} and subject_id = any(${[...changed]}::uuid[])
    union select subject_id from search_entry where source = ${name} and bloc_year_id = any(${[...years]}::uuid[])`.execute(
    tx,
  )
  return rows.map((row) => row.subject_id)
}

async function renewChanged(tx: Tx, sources: readonly SearchSource[], changed: readonly string[]): Promise<void> {
  for (const source of changed.length === 0 ? [] : sources) {
    const ids = [...(await source.idsOf(tx, changed)), ...(await heldOf(tx, source, changed))]
    await renewEntries(tx, source, [...new Set(ids)])
  }
}

async function renewLate(tx: Tx, sources: readonly SearchSource[], since: Date): Promise<void> {
  for (const source of sources) if (source.late) await renewEntries(tx, source, await source.late(tx, since))
}

/** Brings the index up to the last entry of the log, and fills what it never held. */
export async function refreshIndex(db: Db, sources: readonly SearchSource[], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const cursor = await lockCursor(tx)
    if (cursor === undefined) return
    const filled = await fillNew(tx, sources)
    const others = sources.filter(({ name }) => !filled.has(name))
    await renewChanged(tx, others, await changedSince(tx, cursor))
    await renewLate(tx, others, cursor.read_at)
    await moveCursor(tx, cursor.head, now)
  })
}

const isEmpty = async (db: Db) => (await db.selectFrom('search_source').select('name').limit(1).execute()).length === 0

/** A reader waits for so many entries of the log and no more; the rest is the timed job's. */
const mostAtOnce = 300

async function isBehind(db: Db): Promise<boolean> {
  const { rows } = await sql<{ behind: number }>`
    select h.number - c.number as behind from search_cursor c, audit_head h`.execute(db)
  const behind = rows[0]?.behind ?? 0
  return behind > 0 && behind <= mostAtOnce
}

/** Before someone searches: what was just written is found, what was just withdrawn is not. */
export async function catchUp(db: Db, sources: readonly SearchSource[], now: Date): Promise<void> {
  if (!(await isBehind(db))) return
  if (await isEmpty(db)) return refreshIndex(db, sources, now)
  await db.transaction().execute(async (tx) => {
    const cursor = await lockCursor(tx)
    if (cursor === undefined) return
    await renewChanged(tx, sources, await changedSince(tx, cursor))
    await tx.updateTable('search_cursor').set({ number: cursor.head }).execute()
  })
  return undefined
}

/** Everything anew: after a restore from elsewhere, or when somebody doubts it. Says how many entries it made. */
export async function rebuildIndex(db: Db, sources: readonly SearchSource[], now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select from search_cursor for update`.execute(tx)
    await sql`delete from search_source`.execute(tx)
    const { number } = await tx.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()
    await fillNew(tx, sources)
    await moveCursor(tx, number, now)
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from search_entry`.execute(tx)
    return rows[0]?.count ?? 0
  })
}
