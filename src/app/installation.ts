import { join, resolve } from 'node:path'
import type { Pool } from 'pg'
import { createRenderer, type Renderer } from '#capabilities/documents/render-pdf.ts'
import { openMailTransport, type MailTransport } from '#capabilities/notifications/mail-transport.ts'
import type { Environment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { migrate, type MigrateOptions } from '#platform/database/migrate.ts'
import { folderStore, type FileStore } from '#platform/files.ts'
import type { Log } from '#platform/log.ts'
import { checkServer } from '#platform/postgres/check-server.ts'
import { findRunningPostgres } from '#platform/postgres/data-folder.ts'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.ts'
import { projectRoot } from '#platform/project-root.ts'
import { secretKey } from '#platform/secret.ts'
import { CommandFailed } from './program.ts'
import { TenantDatabases } from './tenant-databases.ts'

/** All that a running program holds; `close` gives it back in order. */
export interface Installation {
  environment: Environment
  /** The sample: development pages are open and the authority's passphrase lies beside the data. */
  isDemo: boolean
  log: Log
  dataFolder: string
  ownerUrl: string
  owner: Pool
  migrations: MigrateOptions
  tenants: TenantDatabases
  files: FileStore
  renderer: Renderer
  mail: MailTransport
  close: () => Promise<void>
}

interface Server {
  url: string
  stop: () => Promise<void>
}

async function givenServer(url: string): Promise<Server> {
  const findings = await checkServer(url)
  if (findings.length > 0) {
    throw new CommandFailed(findings.map(({ sentence }) => `${sentence.vi}\n${sentence.en}`).join('\n'))
  }
  return { url, stop: async () => {} }
}

export interface OpenOptions {
  /** Another program may hold the embedded server already: then this one works beside it. */
  beside: boolean
  isDemo?: boolean
  onLost: () => void
}

/** The server of `DATABASE_URL`, else the embedded one: of the program that runs already, or our own. */
async function openServer(environment: Environment, log: Log, options: OpenOptions): Promise<Server> {
  const { DATABASE_URL: given, GIAO_UOC_DATA: dataFolder } = environment
  if (given !== undefined) return givenServer(given)
  const running = options.beside ? await findRunningPostgres(dataFolder) : undefined
  if (running !== undefined) return { url: running, stop: async () => {} }
  return startEmbeddedPostgres({
    dataFolder,
    log: (event, facts) => log.info({ event, ...facts }),
    onGivenUp: (trouble) => {
      log.fatal({ event: 'postgres.given-up', reason: trouble.sentence.en })
      options.onLost()
    },
  })
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Environment, dataFolder: string): MailTransport {
  return openMailTransport({ smtpUrl, outbox: join(dataFolder, 'mail'), from })
}

/** Brings the database up to date and gathers what commands, pages and jobs need of it. */
async function gather(environment: Environment, log: Log, server: Server): Promise<Omit<Installation, 'isDemo'>> {
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  let isClosing = false
  // A server that we stop ourselves takes the last sockets along; that is no loss.
  const onError = (error: Error) => {
    if (!isClosing) log.warn({ event: 'database.connection-lost', reason: error.message })
  }
  const owner = openPool(server.url, { max: 4, onError })
  const secret = await secretKey(dataFolder, environment.SECRET_KEY)
  const migrations = { sqlRoot: new URL('db/', projectRoot()), secretKey: secret }
  const applied = await migrate(owner, migrations)
  if (applied.length > 0) log.info({ event: 'database.migrated', applied })
  const { DATABASE_POOL: poolSize, DEFAULT_TENANT: defaultTenant } = environment
  const ownerUrl = server.url
  const tenants = new TenantDatabases({ owner, ownerUrl, secretKey: secret, poolSize, defaultTenant, onError })
  const renderer = createRenderer()
  const mail = mailOf(environment, dataFolder)
  const files = folderStore(join(dataFolder, 'files'))
  const close = async () => {
    isClosing = true
    renderer.close()
    await tenants.close()
    await owner.end()
    await server.stop()
  }
  return { environment, log, dataFolder, ownerUrl, owner, migrations, tenants, files, renderer, mail, close }
}

/** Opens all that a program needs; what cannot be opened leaves no server behind. */
export async function openInstallation(
  environment: Environment,
  log: Log,
  options: OpenOptions,
): Promise<Installation> {
  const server = await openServer(environment, log, options)
  try {
    return { ...(await gather(environment, log, server)), isDemo: options.isDemo === true }
  } catch (error) {
    await server.stop()
    throw error
  }
}
