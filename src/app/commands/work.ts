import { readEnvironment } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { openInstallation } from '../installation.ts'
import { print, type Command } from '../program.ts'
import { startWorker } from '../worker.ts'

async function work() {
  const environment = readEnvironment(process.env)
  const end = Promise.withResolvers<void>()
  const installation = await openInstallation(environment, openLog(environment.LOG_LEVEL), {
    beside: true,
    onLost: end.resolve,
  })
  const runner = await startWorker(installation)
  print('Giao Ước: worker')
  process.once('SIGTERM', () => end.resolve())
  process.once('SIGINT', () => end.resolve())
  await end.promise
  await runner.stop()
  await installation.close()
}

export const workCommand: Command = {
  name: 'work',
  usage: '',
  summary: 'A worker of the queue, beside the server.',
  run: () => work(),
}
