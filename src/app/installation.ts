import { join, resolve } from 'node:path'
import type { Pool } from 'pg'
import { createRenderer, type Renderer } from '#capabilities/documents/render-pdf.ts'
import { openMailTransport, type MailTransport } from '#capabilities/notifications/mail-transport.ts'
import type { Environment } from '#platform/config.ts'
import { openFiles } from '#platform/open-files.ts'
import type { PartStore } from '#platform/parts.ts'
import { openPool } from '#platform/database/database.ts'
import type { MigrateOptions } from '#platform/database/migrate.ts'
import type { FileStore } from '#platform/files.ts'
import type { Log } from '#platform/log.ts'
import { projectRoot } from '#platform/project-root.ts'
import { secretKey } from '#platform/secret.ts'
import { bringUpToDate } from './backup/bring-up-to-date.ts'
import { openServer, type OpenServerOptions, type Server } from './open-server.ts'
import { TenantDatabases } from './tenant-databases.ts'

/** All that a running program holds; `close` gives it back in order. */
export interface Installation {
  environment: Environment
  /** The sample: development pages are open and the authority's passphrase lies beside the data. */
  isDemo: boolean
  log: Log
  dataFolder: string
  ownerUrl: string
  /** How often the embedded database was lost and started again. */
  restarts: () => number
  owner: Pool
  migrations: MigrateOptions
  tenants: TenantDatabases
  files: FileStore
  parts: PartStore
  renderer: Renderer
  mail: MailTransport
  close: () => Promise<void>
}

export interface OpenOptions extends OpenServerOptions {
  isDemo?: boolean
  /** Migrates at once, without writing a backup of what was there before. */
  noBackup?: boolean
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Environment, dataFolder: string): MailTransport {
  return openMailTransport({ smtpUrl, outbox: join(dataFolder, 'mail'), from })
}

/** Gathers what commands, pages and jobs need of a database that is up to date. */
async function gather(environment: Environment, log: Log, { server, noBackup }: { server: Server; noBackup: boolean }) {
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  let isClosing = false
  // A server that we stop ourselves takes the last sockets along; that is no loss.
  const onError = (error: Error) => {
    if (!isClosing) log.warn({ event: 'database.connection-lost', reason: error.message })
  }
  const { url: ownerUrl, restarts } = server
  const secret = await secretKey(dataFolder, environment.SECRET_KEY)
  const migrations = { sqlRoot: new URL('db/', projectRoot()), secretKey: secret }
  await bringUpToDate({ environment, ownerUrl, migrations, log, noBackup })
  const owner = openPool(ownerUrl, { max: 4, onError })
  const { DATABASE_POOL: poolSize, DEFAULT_TENANT: defaultTenant } = environment
  const tenants = new TenantDatabases({ owner, ownerUrl, secretKey: secret, poolSize, defaultTenant, onError })
  const renderer = createRenderer()
  const mail = mailOf(environment, dataFolder)
  const { files, parts } = openFiles(environment, dataFolder)
  const close = async () => {
    isClosing = true
    renderer.close()
    await tenants.close()
    await owner.end()
    await server.stop()
  }
  return {
    environment,
    log,
    dataFolder,
    ownerUrl,
    restarts,
    owner,
    migrations,
    tenants,
    files,
    parts,
    renderer,
    mail,
    close,
  }
}

/** Opens all that a program needs; what cannot be opened leaves no server behind. */
export async function openInstallation(
  environment: Environment,
  log: Log,
  options: OpenOptions,
): Promise<Installation> {
  const server = await openServer(environment, log, options)
  try {
    return {
      ...(await gather(environment, log, { server, noBackup: options.noBackup === true })),
      isDemo: options.isDemo === true,
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
