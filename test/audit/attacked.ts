import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { inject } from 'vitest'
import type { Pool, PoolClient } from 'pg'
import { gatherCheckpoints, type Gathered } from '../../src/app/audit/gather-checkpoints.ts'
import type { AuditReport } from '../../src/app/audit/report.ts'
import { verifyAudit, verifyExport } from '../../src/app/audit/verify-audit.ts'
import { writeExported, writeHeader } from '../../src/capabilities/audit/checking/export-file.ts'
import { readChain } from '../../src/capabilities/audit/checking/read-chain.ts'
import { entryOf } from '../../src/capabilities/audit/checking/stored-entry.ts'
import { takeCheckpoint } from '../../src/capabilities/audit/checkpoints/take-checkpoint.ts'
import { hashEntry, record } from '../../src/capabilities/audit/record.ts'
import { ensureSeal } from '../../src/capabilities/signatures/keeping/seals.ts'
import { openDatabase, openPool, type Db } from '../../src/platform/database/database.ts'
import { tenantUrl } from '../../src/platform/database/tenant-role.ts'
import { makeCast, morning, type Cast } from '../cast.ts'
import { databaseUrl, testSecret } from '../global-setup.ts'

const ignore = () => {}

export interface Story {
  owner: Pool
  /** Yesterday's checkpoint, kept elsewhere. */
  yesterday: string
  /** One of the last entry, as the old machine keeps it. */
  today: string
  /** The last entry that yesterday's checkpoint covers. */
  covered: number
  /** The seal's certificate, DER, kept elsewhere as well. */
  seal: Uint8Array
  end: () => Promise<void>
}

async function inDatabase(statement: string) {
  const admin = openPool(inject('serverUrl'), { max: 1, onError: ignore })
  await admin.query(statement)
  await admin.end()
}

const columns =
  'number, at, account_id, actor_name, acting_unit_id, action, subject_kind, subject_id, facts, previous_hash, hash'

/** What an attack may have touched, laid aside once and brought back before each. */
const layAside = `
  create schema saved;
  create table saved.audit_entry as select ${columns} from t_nam_dinh.audit_entry;
  create table saved.shape (like t_nam_dinh.audit_entry including all);
  create table saved.audit_head as select * from t_nam_dinh.audit_head;
  create table saved.seal as select * from t_nam_dinh.seal;
  create table saved.audit_checkpoint as select * from t_nam_dinh.audit_checkpoint`

const bringBack = `
  drop table if exists t_nam_dinh.audit_entry, t_nam_dinh.elsewhere;
  create table t_nam_dinh.audit_entry (like saved.shape including all);
  insert into t_nam_dinh.audit_entry (${columns}) select ${columns} from saved.audit_entry;
  delete from t_nam_dinh.audit_head;
  insert into t_nam_dinh.audit_head select * from saved.audit_head;
  delete from t_nam_dinh.audit_checkpoint;
  delete from t_nam_dinh.seal;
  insert into t_nam_dinh.seal select * from saved.seal;
  insert into t_nam_dinh.audit_checkpoint select * from saved.audit_checkpoint;
  delete from t_ha_nam.audit_entry`

async function write(db: Db, { an, units }: Cast, count: number) {
  for (let turn = 1; turn <= count; turn += 1) {
    const facts = {
      name: 'Hội Liên hiệp Phụ nữ tỉnh',
      from: '2023-01-01',
      members: ['Tỉnh Đoàn', 'Hội Nông dân'],
      turn,
    }
    const subject = { kind: 'unit', id: units[turn % units.length] ?? '' }
    const now = new Date(morning.getTime() + turn * 1234)
    await db.transaction().execute((tx) => record(tx, an, now, { action: 'unit.renamed', subject, facts }))
  }
}

/** Twelve entries until yesterday, of which a checkpoint was kept, and six of today. */
export async function tellStory(): Promise<Story> {
  const name = `${inject('template')}_audit_${process.pid}`
  await inDatabase(`create database ${name} template ${inject('template')} strategy file_copy`)
  const owner = openPool(databaseUrl(inject('serverUrl'), name), { max: 2, onError: ignore })
  const pool = openPool(tenantUrl(databaseUrl(inject('serverUrl'), name), 'nam_dinh', testSecret), {
    max: 4,
    onError: ignore,
  })
  const db = openDatabase(pool)
  const cast = await makeCast(db)
  const seal = await ensureSeal(db, { secretKey: testSecret, tenantName: 'Tỉnh Nam Định', isSample: false }, morning)
  await write(db, cast, 12)
  const yesterday = await takeCheckpoint(db, seal, morning)
  await write(db, cast, 6)
  const today = await takeCheckpoint(db, seal, morning)
  await db.destroy()
  await owner.query(layAside)
  const end = async () => {
    await owner.end()
    await inDatabase(`drop database ${name} with (force)`)
  }
  return { owner, yesterday, today, covered: 12, seal: seal.certificate, end }
}

/** The attacker owns the database: every right, and our own way of hashing. */
export interface Attacker {
  sql: (text: string, values?: readonly unknown[]) => Promise<void>
  /** Works out every hash from an entry on, and the head, as if all had always been so. */
  rehashFrom: (number: number) => Promise<void>
}

async function rehash(client: PoolClient, from: number) {
  await client.query('begin')
  const { rows } = await client.query<{ hash: Buffer }>('select hash from audit_entry where number = $1', [from - 1])
  let previous: Uint8Array = rows[0]?.hash ?? Buffer.alloc(32)
  for await (const stored of readChain(client)) {
    if (stored.number < from) continue
    const entry = entryOf(stored)
    if (entry === null) throw new Error('the attacker works in our own form')
    const hash = hashEntry(previous, entry)
    const values = [previous, hash, stored.number]
    await client.query('update audit_entry set previous_hash = $1, hash = $2 where number = $3', values)
    previous = hash
  }
  await client.query(
    'update audit_head set (number, hash) = (select number, hash from audit_entry order by number desc limit 1)',
  )
  await client.query('commit')
}

async function gatherText(text: string): Promise<Gathered> {
  const folder = await mkdtemp('/tmp/gu-audit-')
  await writeFile(`${folder}/moc.txt`, text)
  try {
    return await gatherCheckpoints([folder])
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function attackAs(owner: Pool, attack: (attacker: Attacker) => Promise<void>) {
  const client = await owner.connect()
  const sql = async (text: string, values: readonly unknown[] = []) => void (await client.query(text, [...values]))
  try {
    await sql('set search_path = t_nam_dinh, extensions')
    await attack({ sql, rehashFrom: (number) => rehash(client, number) })
  } finally {
    client.release(true)
  }
}

/** What the verifier says of the story after an attack, with what was kept outside. */
export async function verifyAfter(
  { owner, yesterday, seal }: Story,
  attack: (attacker: Attacker) => Promise<void>,
  kept: { line?: string; seals?: readonly Uint8Array[] } = {},
): Promise<AuditReport> {
  await owner.query(bringBack)
  await attackAs(owner, attack)
  const gathered = await gatherText(kept.line ?? yesterday)
  const certificates = [...(kept.seals ?? [seal])]
  const differing = async () => []
  return verifyAudit({ owner, tenants: ['nam_dinh'], differing }, { ...gathered, certificates })
}

/** The log as its whole export, with one word of it replaced. */
export async function exportedLog({ owner }: Story, [word, instead]: readonly [string, string]): Promise<string> {
  await owner.query(bringBack)
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('set local search_path = t_nam_dinh')
    const lines = [writeHeader({ tenant: 'nam_dinh', isWhole: true, last: 18 })]
    for await (const entry of readChain(client)) lines.push(writeExported(entry))
    return lines.join('').replace(word, instead)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** What the verifier says of an exported file without any database. */
export async function verifyExported(story: Story, text: string): Promise<AuditReport> {
  const folder = await mkdtemp('/tmp/gu-audit-')
  try {
    await writeFile(`${folder}/nhat-ky.jsonl`, text)
    const gathered = await gatherText(story.yesterday)
    return await verifyExport(`${folder}/nhat-ky.jsonl`, { ...gathered, certificates: [story.seal] })
  } finally {
    await rm(folder, { recursive: true })
  }
}
