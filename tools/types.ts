import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { openPool } from '../src/platform/database/database.ts'
import { tenantSchema } from '../src/platform/database/tenant-role.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { openTestServer } from '../test/server.ts'
import { runProgram } from './run-program.ts'

const tenant = { slug: `types_${randomBytes(4).toString('hex')}`, name: 'db/types.ts', hosts: [] }
const schema = tenantSchema(tenant.slug)

const options =
  `--dialect postgres --log-level warn --date-parser string --type-mapping {"int8":"number"} ` +
  `--default-schema ${schema} --include-pattern ${schema}.* --exclude-pattern *.migration --out-file db/types.ts`
const codegen = ['kysely-codegen', ...options.split(' ')]

// The server may end a moment before the last goodbye of a pool is read.
const onError = () => {}

async function ask(url: string, ...statements: string[]) {
  const pool = openPool(url, { max: 1, onError })
  for (const statement of statements) await pool.query(statement)
  await pool.end()
}

/** A database with one tenant, fresh from the migrations, for as long as `work` takes. */
async function withMigrated(work: (url: string) => Promise<boolean>): Promise<boolean> {
  const server = await openTestServer()
  const url = new URL(server.url)
  url.pathname = tenant.slug
  try {
    await ask(server.url, `create database ${tenant.slug}`)
    const owner = openPool(url.href, { max: 2, onError })
    const secretKey = randomBytes(16).toString('hex')
    await createTenant(owner, tenant, { sqlRoot: new URL('../db/', import.meta.url), secretKey })
    await owner.end()
    return await work(url.href)
  } finally {
    await ask(server.url, `drop database if exists ${tenant.slug} with (force)`, `drop role if exists ${schema}`)
    await server.stop()
  }
}

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const words = values.write ? codegen : [...codegen, '--verify']
const fine = await withMigrated((url) => runProgram(words, { ...process.env, DATABASE_URL: url }))
if (!fine) {
  process.stderr.write('db/types.ts does not fit db/migrations: run "npm run migrate" and commit what it wrote.\n')
  process.exitCode = 1
}
