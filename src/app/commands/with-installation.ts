import { readEnvironment } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { openInstallation, type Installation } from '../installation.ts'

/** For commands that do one thing and end: quiet, and beside a server that may be running. */
export async function withInstallation<Result>(
  work: (installation: Installation) => Promise<Result>,
  { noBackup = false } = {},
): Promise<Result> {
  const environment = readEnvironment(process.env)
  const installation = await openInstallation(environment, openLog('warn'), {
    beside: true,
    noBackup,
    onLost: () => {},
  })
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}
