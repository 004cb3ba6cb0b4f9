import { resolve } from 'node:path'
import type { Manifest } from '#platform/backup/manifest.ts'
import { readEnvironment } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { summaryOf } from '../backup/describe-backup.ts'
import { restoreInstallation } from '../backup/restore-installation.ts'
import { formatMoment } from '#ui/format.ts'
import { words } from '../backup/words.ts'
import { print, printJson, type Command, type OptionValues } from '../program.ts'

interface Outcome {
  manifest: Manifest
  waitingSent: number
  newSecret: boolean
}

function describe(folder: string, { manifest, waitingSent, newSecret }: Outcome): string {
  const { tenants, rows, files, waiting, missing } = summaryOf(folder, manifest)
  const lines = (['vi', 'en'] as const).flatMap((locale) => {
    const t = words(locale).restore
    const waitingLeft = waiting - waitingSent
    return [
      t.done(formatMoment(new Date(manifest.takenAt)), manifest.host),
      t.holds(tenants.length, rows, files.count),
      ...(waitingSent > 0 ? [t.waitingSent(waitingSent)] : []),
      ...(waitingLeft > 0 ? [t.waitingLeft(waitingLeft)] : []),
      ...(newSecret ? [t.newSecret] : []),
      ...(missing.length > 0 ? [t.missing(missing.length)] : []),
      t.next,
    ]
  })
  return lines.join('\n')
}

async function restore(given: string, options: OptionValues) {
  const folder = resolve(given)
  const newSecret = options['new-secret'] === true
  const asked = { folder, newSecret, sendWaiting: options['send-waiting'] === true }
  const done = await restoreInstallation(readEnvironment(process.env), openLog('warn'), asked)
  const outcome = { ...done, newSecret }
  if (options['json'] === true) printJson({ ...summaryOf(folder, done.manifest), waitingSent: done.waitingSent })
  else print(describe(folder, outcome))
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'DIR [--new-secret] [--send-waiting]',
  summary: 'A backup into an empty installation, on any machine and any PostgreSQL; checks every byte of it first.',
  options: { 'new-secret': { type: 'boolean' }, 'send-waiting': { type: 'boolean' } },
  operands: 1,
  run: ([folder = ''], options) => restore(folder, options),
}
