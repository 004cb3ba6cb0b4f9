import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'
import { type Count, countLine, readCount, wantCountIn } from '../test/count.ts'
import { ensureTools } from '../test/ensure-tools.ts'
import { runProgram } from './run-program.ts'

/** Runs one kind of tests; a runner that ended badly without a failed test counts as one. */
async function count(folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const file = join(folder, `${words[0]}.json`)
  const endedWell = await runProgram(words, { ...wantCountIn(file), ...env })
  const counted = readCount(file)
  return endedWell || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** In a browser, against the built program with a fresh demo. */
async function countJourneys(folder: string): Promise<Count> {
  const dataFolder = join(folder, 'data')
  const env = { JOURNEY_PORT: String(await freePort()), JOURNEY_DATA: dataFolder }
  try {
    return await count(folder, ['playwright', 'test'], env)
  } finally {
    await resetEmbeddedPostgres(dataFolder)
  }
}

// The last ones sign as other houses do: their papers must raise no alarm.
ensureTools(['chromium', 'openssl', 'pdfsig', 'qpdf', 'certutil', 'soffice', 'calc', 'javac', 'pdfbox', 'bouncycastle'])
const folder = await mkdtemp('/tmp/gu-run-')
// As root the database runs as another user, who must be able to come in.
await chmod(folder, 0o755)
const total = { passed: 0, failed: 0 }
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort())
try {
  const isBuilt = await runProgram(['node', 'tools/build.ts'])
  const kinds = [() => count(folder, ['vitest', 'run']), ...(isBuilt ? [() => countJourneys(folder)] : [])]
  for (const run of kinds) {
    const { passed, failed } = interrupted.signal.aborted ? { passed: 0, failed: 1 } : await run()
    total.passed += passed
    total.failed += failed
  }
  // What cannot be built has failed, and its journeys with it.
  if (!isBuilt) total.failed += 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (total.failed > 0) process.exitCode = 1
process.stdout.write(countLine(total))
