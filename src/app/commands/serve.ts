import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { readEnvironment, type Environment } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { projectRoot } from '#platform/project-root.ts'
import { systemClock } from '#platform/clock.ts'
import { readAssets } from '../assets.ts'
import { openInstallation, type Installation } from '../installation.ts'
import { CommandFailed, print, type Command, type OptionValues } from '../program.ts'
import { openProgramWeb } from '../program-web.ts'
import { startWorker } from '../worker.ts'
import { tenant as sampleTenant } from '../../../db/seed/nam-dinh.ts'
import { tellDemo } from '../demo/tell-demo.ts'

const assetsFolder = () => new URL('dist/assets/', projectRoot())

function withOptions(environment: Environment, options: OptionValues): Environment {
  const { port, host } = options
  return {
    ...environment,
    PORT: typeof port === 'string' ? Number(port) : environment.PORT,
    HOST: typeof host === 'string' ? host : environment.HOST,
    // The sample has two provinces; whoever comes by another name reads the first.
    DEFAULT_TENANT: environment.DEFAULT_TENANT ?? (options['demo'] === true ? sampleTenant.slug : undefined),
  }
}

/** Resolves when the operator, or the loss of the database, asks the program to end. */
function endAsked(): { promise: Promise<void>; ask: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.once('SIGTERM', () => resolve())
  process.once('SIGINT', () => resolve())
  return { promise, ask: resolve }
}

async function listen(installation: Installation, fetch: Parameters<typeof createAdaptorServer>[0]['fetch']) {
  const { PORT, HOST } = installation.environment
  const server = createAdaptorServer({ fetch })
  server.listen(PORT, HOST)
  await once(server, 'listening').catch((error: unknown) => {
    throw new CommandFailed(`Port ${PORT}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const address = server.address()
  return { server, port: typeof address === 'object' && address !== null ? address.port : PORT }
}

async function openSite(installation: Installation, isWorking: () => boolean) {
  const folder = assetsFolder()
  const assets = { ...(await readAssets(folder)), folder }
  if (installation.isDemo) await tellDemo(installation)
  return openProgramWeb(installation, { assets, clock: systemClock, isWorking })
}

/** The worker in this process, and whether it still works; without one, `work` runs elsewhere. */
async function openWorker(installation: Installation, options: OptionValues) {
  if (options['no-worker'] === true) return { isWorking: () => true, stop: async () => {} }
  const runner = await startWorker(installation)
  let works = true
  const ended = () => {
    works = false
  }
  void runner.promise.then(ended, ended)
  return { isWorking: () => works, stop: () => runner.stop() }
}

/** Answers requests until asked to end; whatever happens, what was opened is closed in order. */
async function serveUntil(end: Promise<void>, installation: Installation, options: OptionValues) {
  const worker = await openWorker(installation, options)
  try {
    const web = await openSite(installation, worker.isWorking)
    const { server, port } = await listen(installation, web.fetch)
    print(`Giao Ước: http://localhost:${port}`)
    await end
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  } finally {
    await worker.stop()
  }
}

async function serve(options: OptionValues) {
  const environment = withOptions(readEnvironment(process.env), options)
  const isDemo = options['demo'] === true
  const isQuiet = isDemo && process.env['LOG_LEVEL'] === undefined
  const end = endAsked()
  const log = openLog(isQuiet ? 'warn' : environment.LOG_LEVEL)
  const noBackup = options['no-backup'] === true
  const installation = await openInstallation(environment, log, { beside: false, isDemo, noBackup, onLost: end.ask })
  try {
    await serveUntil(end.promise, installation, options)
  } finally {
    await installation.close()
  }
}

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--demo] [--port N] [--host H] [--no-worker] [--no-backup]',
  summary:
    'The server, with a worker in the same process; --demo fills in the sample bloc of Nam Định; --no-backup upgrades without one.',
  options: {
    demo: { type: 'boolean' },
    port: { type: 'string' },
    host: { type: 'string' },
    'no-worker': { type: 'boolean' },
    'no-backup': { type: 'boolean' },
  },
  run: (_operands, options) => serve(options),
}
