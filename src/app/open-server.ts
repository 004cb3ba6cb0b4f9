import type { Environment } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'
import { checkServer } from '#platform/postgres/check-server.ts'
import { findRunningPostgres } from '#platform/postgres/data-folder.ts'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.ts'
import { PostgresTrouble } from '#platform/postgres/trouble.ts'
import type { Locale } from '#platform/words.ts'

/** A PostgreSQL that takes connections. */
export interface Server {
  url: string
  /** How often the embedded one was lost and started again by this program. */
  restarts: () => number
  stop: () => Promise<void>
}

const elsewhere = { restarts: () => 0, stop: async () => {} }

async function givenServer(url: string): Promise<Server> {
  const findings = await checkServer(url)
  if (findings.length > 0) {
    const all = (locale: Locale) => findings.map(({ sentence }) => sentence[locale]).join('\n')
    throw new PostgresTrouble({ vi: all('vi'), en: all('en') })
  }
  return { url, ...elsewhere }
}

export interface OpenServerOptions {
  /** Another program may hold the embedded server already: then this one works beside it. */
  beside: boolean
  onLost: () => void
}

/** The server of `DATABASE_URL`, else the embedded one: of the program that runs already, or our own. */
export async function openServer(environment: Environment, log: Log, options: OpenServerOptions): Promise<Server> {
  const { DATABASE_URL: given, GIAO_UOC_DATA: dataFolder } = environment
  if (given !== undefined) return givenServer(given)
  const running = options.beside ? await findRunningPostgres(dataFolder) : undefined
  if (running !== undefined) return { url: running, ...elsewhere }
  let restarts = 0
  const server = await startEmbeddedPostgres({
    dataFolder,
    log: (event, facts) => {
      if (event === 'postgres.restarted') restarts += 1
      log[event === 'postgres.lost' || event === 'postgres.restart-failed' ? 'warn' : 'info']({ event, ...facts })
    },
    onGivenUp: (trouble) => {
      log.fatal({ event: 'postgres.given-up', reason: trouble.sentence.en })
      options.onLost()
    },
  })
  return { url: server.url, restarts: () => restarts, stop: () => server.stop() }
}
