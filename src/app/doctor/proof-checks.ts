import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readCheckpoints } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { dayOf } from '#platform/clock.ts'
import { tenantSlugs } from '#platform/database/migration-files.ts'
import { tenantSchema } from '#platform/database/tenant-role.ts'
import { fine, found, type Check, type PatientWithDatabase } from './check.ts'

const dayMs = 86_400_000

/** Checkpoints are taken every day; one missed night may be a restart. */
const oldestUnmarkedDays = 2

async function firstRow<Row extends object>(owner: Pool, question: string, values: unknown[] = []) {
  return (await owner.query<Row>(question, values)).rows[0]
}

/** A stamp counts only under a root that was added for time. */
async function checkTimeRoots({ owner, environment }: PatientWithDatabase, slug: string): Promise<Check[]> {
  if (environment.SIGNING_TSA_URL === undefined) return []
  const root = await firstRow(
    owner,
    `select from ${tenantSchema(slug)}.trusted_root where kind = 'time' and removed_at is null limit 1`,
  )
  const name = 'time-roots'
  if (root !== undefined) return [fine(name, (t) => t.timestamp.trusted(slug))]
  return [
    found(
      name,
      'warn',
      (t) => t.timestamp.untrusted(slug),
      (t) => t.timestamp.mendUntrusted(slug),
    ),
  ]
}

interface Marked {
  /** Of the newest checkpoint; below any number where there is none. */
  number: number
  /** Of the first entry that no checkpoint covers. */
  unmarkedAt: Date | null
}

async function markedOf(owner: Pool, schema: string): Promise<Marked> {
  const row = await firstRow<Marked>(
    owner,
    `with last as (select coalesce(max(number), -1) as number from ${schema}.audit_checkpoint)
     select number, (select at from ${schema}.audit_entry e where e.number > last.number order by e.number limit 1)
       as "unmarkedAt" from last`,
  )
  return row ?? { number: -1, unmarkedAt: null }
}

async function lastInFolder(folder: string, slug: string): Promise<number> {
  const held = await readFile(join(folder, `${slug}.txt`), 'utf8').catch(() => '')
  return readCheckpoints(held).checkpoints.reduce((most, { number }) => Math.max(most, number), -1)
}

/** While nothing is recorded no new checkpoint is taken: what counts is how long an entry has gone without one. */
async function checkMarks({ owner, environment, now }: PatientWithDatabase, slug: string): Promise<Check[]> {
  const name = 'covered-log'
  const { number, unmarkedAt } = await markedOf(owner, tenantSchema(slug))
  const days = unmarkedAt === null ? 0 : Math.floor((now.getTime() - unmarkedAt.getTime()) / dayMs)
  const folder = environment.CHECKPOINT_DIR
  const checks: Check[] = []
  if (days >= oldestUnmarkedDays) {
    checks.push(
      found(
        name,
        number < 0 ? 'warn' : 'bad',
        (t) => t.checkpoints.old(slug, days),
        (t) => t.checkpoints.mendOld,
      ),
    )
  }
  if (folder !== undefined && (await lastInFolder(folder, slug)) < number) {
    checks.push(
      found(
        name,
        'bad',
        (t) => t.checkpoints.behind(slug, folder),
        (t) => t.checkpoints.mendBehind,
      ),
    )
  }
  return checks.length > 0 ? checks : [fine(name, (t) => t.checkpoints.covered(slug))]
}

interface Published {
  nextUpdate: Date | null
}

/** The list of the authority that issues now; a list that is over makes readers doubt good signatures. */
async function checkRevocationList({ owner, now }: PatientWithDatabase, slug: string): Promise<Check[]> {
  const schema = tenantSchema(slug)
  const published = await firstRow<Published>(
    owner,
    `select (select next_update from ${schema}.revocation_list l where l.authority_id = a.id order by number desc limit 1)
       as "nextUpdate"
     from ${schema}.certificate_authority a order by created_at desc limit 1`,
  )
  if (published === undefined) return []
  const name = 'revocation-list'
  const until = published.nextUpdate === null ? null : dayOf(published.nextUpdate)
  if (published.nextUpdate !== null && published.nextUpdate > now) {
    return [fine(name, (t) => t.revocation.holds(slug, until ?? ''))]
  }
  return [
    found(
      name,
      until === null ? 'warn' : 'bad',
      (t) => (until === null ? t.revocation.none(slug) : t.revocation.over(slug, until)),
      (t) => t.revocation.mend,
    ),
  ]
}

/** Without the operator's passphrase no list is made anew; the demo keeps that of its sample authority itself. */
async function checkAuthority({ owner, environment }: PatientWithDatabase, slug: string): Promise<Check[]> {
  if (environment.SIGNING_CA_PASSPHRASE !== undefined) return []
  const authority = await firstRow(
    owner,
    `select from ${tenantSchema(slug)}.certificate_authority where not is_sample limit 1`,
  )
  if (authority === undefined) return []
  return [
    found(
      'authority-passphrase',
      'bad',
      (t) => t.passphrase.lacking(slug),
      (t) => t.passphrase.mendMissing,
    ),
  ]
}

/** What the proofs of each tenant rest on: roots for time, checkpoints, lists of what is revoked. */
export async function checkProofs(patient: PatientWithDatabase): Promise<Check[]> {
  const checks: Check[] = []
  for (const slug of await tenantSlugs(patient.owner)) {
    for (const look of [checkTimeRoots, checkMarks, checkRevocationList, checkAuthority]) {
      checks.push(...(await look(patient, slug)))
    }
  }
  return checks
}
