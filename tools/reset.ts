import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readEnvironment } from '../src/platform/config.ts'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'

/** What the program keeps in its data folder beside the database, by name: a folder given by mistake loses no more. */
const kept = ['files', 'mail', 'secret-key', 'demo-authority-passphrase', 'backups', 'last-backup.json']

const { DATABASE_URL: given, GIAO_UOC_DATA: folder } = readEnvironment(process.env)
if (given === undefined) {
  const dataFolder = resolve(folder)
  await resetEmbeddedPostgres(dataFolder)
  for (const name of kept) await rm(resolve(dataFolder, name), { recursive: true, force: true })
  process.stdout.write(`${dataFolder} is empty again.\n`)
} else {
  process.stderr.write('DATABASE_URL is set: a database on a server is not ours to delete.\n')
  process.exitCode = 1
}
