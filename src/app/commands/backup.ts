import { resolve } from 'node:path'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { noteGood } from '#platform/backup/last-backup.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { readEnvironment, type Environment } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { backupSource, dataFolderSecrets } from '../backup/backup-source.ts'
import { describeBackup } from '../backup/describe-backup.ts'
import { openServer } from '../open-server.ts'
import { print, printJson, type Command, type OptionValues } from '../program.ts'

async function write(environment: Environment, folder: string, options: OptionValues): Promise<Manifest> {
  const { since } = options
  const server = await openServer(environment, openLog('warn'), { beside: true, onLost: () => {} })
  try {
    const source = await backupSource(environment, server.url)
    const earlier = typeof since === 'string' ? resolve(since) : undefined
    const secrets = options['with-secret'] === true ? dataFolderSecrets : []
    await writeBackup(source, { folder, now: new Date(), earlier, secrets })
    return await checkBackup(folder)
  } finally {
    await server.stop()
  }
}

async function backUp(given: string, options: OptionValues) {
  const folder = resolve(given)
  const environment = readEnvironment(process.env)
  const manifest = await write(environment, folder, options)
  if (manifest.missing.length === 0) await noteGood(resolve(environment.GIAO_UOC_DATA), folder, new Date())
  else process.exitCode = 1
  const told = describeBackup(folder, manifest, environment)
  if (options['json'] === true) printJson(told.data)
  else print(told.text)
}

export const backupCommand: Command = {
  name: 'backup',
  usage: 'DIR [--since EARLIER] [--with-secret]',
  summary:
    'All records and files into a new folder, also while the server runs, and read back; files of an EARLIER backup are linked.',
  options: { since: { type: 'string' }, 'with-secret': { type: 'boolean' } },
  operands: 1,
  run: ([folder = ''], options) => backUp(folder, options),
}
