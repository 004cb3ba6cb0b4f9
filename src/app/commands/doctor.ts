import { resolve } from 'node:path'
import { readEnvironment } from '#platform/config.ts'
import { openFiles } from '#platform/open-files.ts'
import type { Locale } from '#platform/words.ts'
import type { Check } from '../doctor/check.ts'
import { examine } from '../doctor/examine.ts'
import { words } from '../doctor/words.ts'
import { print, printJson, type Command, type OptionValues } from '../program.ts'

const signs = { ok: '✓', warn: '!', bad: '✗' } as const

function describe(checks: readonly Check[], locale: Locale): string {
  const t = words(locale)
  const lines = checks.flatMap(({ verdict, what, mend }) => [
    `${signs[verdict]} ${what[locale]}`,
    ...(mend === null ? [] : [`    ${t.mend(mend[locale])}`]),
  ])
  const count = (verdict: Check['verdict']) => checks.filter((check) => check.verdict === verdict).length
  return [...lines, t.summary(count('bad'), count('warn'), count('ok'))].join('\n')
}

async function doctor(options: OptionValues) {
  const environment = readEnvironment(process.env)
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  const { files } = openFiles(environment, dataFolder)
  const isThorough = options['files'] === true
  const checks = await examine({ environment, dataFolder, files, now: new Date(), isThorough })
  const isFine = checks.every(({ verdict }) => verdict !== 'bad')
  if (options['json'] === true) printJson({ fine: isFine, checks })
  else print(`${describe(checks, 'vi')}\n\n${describe(checks, 'en')}`)
  if (!isFine) process.exitCode = 1
}

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--files] [--json]',
  summary: 'What is missing or unsafe in this installation, and how to mend it; --files reads every stored file.',
  options: { files: { type: 'boolean' } },
  run: (_operands, options) => doctor(options),
}
