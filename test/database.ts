import { inject } from 'vitest'
import { openDatabase, openPool, type Db } from '../src/platform/database/database.ts'
import { tenantUrl } from '../src/platform/database/tenant-role.ts'
import { newCode } from '../src/platform/id.ts'
import { databaseUrl, testSecret } from './global-setup.ts'

export interface TestDatabase {
  /** The tenant Nam Định, through its own role. */
  db: Db
  /** The tenant Hà Nam. */
  other: Db
  /** The owner's address of this worker's database. */
  ownerUrl: string
}

const ignore = () => {}

async function cloneTemplate(suffix: string): Promise<TestDatabase> {
  const server = inject('serverUrl')
  const name = `${inject('template')}_w${process.env['VITEST_POOL_ID'] ?? '0'}${suffix}`
  const admin = openPool(server, { max: 1, onError: ignore })
  await admin.query(`create database ${name} template ${inject('template')} strategy file_copy`)
  await admin.end()
  const ownerUrl = databaseUrl(server, name)
  const open = (slug: string) =>
    openDatabase(openPool(tenantUrl(ownerUrl, slug, testSecret), { max: 8, onError: ignore }))
  return { db: open('nam_dinh'), other: open('ha_nam'), ownerUrl }
}

let clone: Promise<TestDatabase> | undefined

/** One clone a worker, made at first need; tests tell their rows apart by fresh ids and never count a whole table. */
export function testDatabase(): Promise<TestDatabase> {
  clone ??= cloneTemplate('')
  return clone
}

/** A clone of one's own, for what must be the first in its tenant: an authority, a seal, a list. */
export const freshDatabase = (): Promise<TestDatabase> => cloneTemplate(`_${newCode(8).toLowerCase()}`)
