import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'

export interface TestServer {
  /** Of a role that may create databases and roles. */
  url: string
  stop: () => Promise<void>
}

/** The PostgreSQL of a test run: `TEST_DATABASE_URL` when given (CI also runs on Debian's), else an embedded one. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const dataFolder = await mkdtemp('/tmp/gu-test-')
  // As root the server runs as another user, who must be able to come in.
  await chmod(dataFolder, 0o755)
  // The server itself ends with this process, however that ends; its folder must not stay behind.
  const leaveNothing = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  const leave = () => process.exit(143)
  process.once('exit', leaveNothing).once('SIGTERM', leave)
  const server = await startEmbeddedPostgres({ dataFolder, sync: false })
  const stop = async () => {
    await server.stop()
    await resetEmbeddedPostgres(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
    process.off('exit', leaveNothing).off('SIGTERM', leave)
  }
  return { url: server.url, stop }
}
