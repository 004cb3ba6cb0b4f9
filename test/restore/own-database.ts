import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { openPool } from '../../src/platform/database/database.ts'
import { databaseUrl } from '../global-setup.ts'

/** An empty database of a test's own on the server of the run; the run drops it at its end. */
export async function ownDatabase(): Promise<string> {
  const server = inject('serverUrl')
  const name = `${inject('template')}_${randomBytes(4).toString('hex')}`
  const admin = openPool(server, { max: 1, onError: () => {} })
  await admin.query(`create database ${name}`)
  await admin.end()
  return databaseUrl(server, name)
}

/** No two installations on one server may have a tenant of the same name. */
export const ownSlug = () => `own_${randomBytes(4).toString('hex')}`

/** The migrations as the version before the last one brought them. */
export async function formerMigrations(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-former-'))
  for (const name of ['installation', 'migrations']) {
    await cp(new URL(`../../db/${name}`, import.meta.url), join(folder, name), { recursive: true })
  }
  const last = (await readdir(join(folder, 'migrations'))).sort().at(-1) ?? ''
  await rm(join(folder, 'migrations', last))
  return pathToFileURL(`${folder}/`)
}
