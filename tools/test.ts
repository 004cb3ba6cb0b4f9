import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'
import { type Count, countLine, readCount, wantCountIn } from '../test/count.ts'
import { ensureTools } from '../test/ensure-tools.ts'
import { runProgram } from './run-program.ts'

/** Runs one kind of tests; a runner that ended badly without a failed test counts as one. */
async function count(
  folder: string,
  words: readonly string[],
  { env = {}, output }: { env?: NodeJS.ProcessEnv; output?: number } = {},
): Promise<Count> {
  const file = join(folder, `${words[0]}.json`)
  const endedWell = await runProgram(words, { ...wantCountIn(file), ...env }, output)
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

/** In a browser, against the built program with a fresh demo; what it says is kept in a file. */
async function countJourneys(folder: string, sayings: string): Promise<Count> {
  const dataFolder = join(folder, 'data')
  const env = { JOURNEY_PORT: String(await freePort()), JOURNEY_DATA: dataFolder }
  const said = await open(sayings, 'w')
  try {
    return await count(folder, ['playwright', 'test'], { env, output: said.fd })
  } finally {
    await said.close()
    await resetEmbeddedPostgres(dataFolder)
  }
}

/** The browser waits more than it works: its journeys run beside the other tests and are told after them. */
async function countAll(folder: string): Promise<Count[]> {
  const sayings = join(folder, 'journeys.log')
  const counts = await Promise.all([count(folder, ['vitest', 'run']), countJourneys(folder, sayings)])
  process.stdout.write(await readFile(sayings))
  return counts
}

// The last ones sign as other houses do: their papers must raise no alarm.
ensureTools(['chromium', 'openssl', 'pdfsig', 'qpdf', 'certutil', 'soffice', 'calc', 'javac', 'pdfbox', 'bouncycastle'])
const folder = await mkdtemp('/tmp/gu-run-')
// As root the database runs as another user, who must be able to come in.
await chmod(folder, 0o755)
const total = { passed: 0, failed: 0 }
const stay = () => undefined
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stay)
try {
  const isBuilt = await runProgram(['node', 'tools/build.ts'])
  // What cannot be built has failed, and its journeys with it.
  const counts = isBuilt ? await countAll(folder) : [{ passed: 0, failed: 1 }]
  for (const { passed, failed } of counts) {
    total.passed += passed
    total.failed += failed
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (total.failed > 0) process.exitCode = 1
process.stdout.write(countLine(total))
