import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readEnvironment } from '../src/platform/config.ts'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'

/** Everything the program keeps in its data folder, by name: a folder given by mistake loses nothing else. */
const kept = ['files', 'outbox', 'secret-key', 'ca-passphrase', 'demo-password']

const dataFolder = resolve(readEnvironment(process.env).GIAO_UOC_DATA)
await resetEmbeddedPostgres(dataFolder)
for (const name of kept) await rm(resolve(dataFolder, name), { recursive: true, force: true })
process.stdout.write(`${dataFolder} is empty again.\n`)
