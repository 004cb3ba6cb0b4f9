import { splitCertificates } from '#capabilities/signatures/trust/certificate.ts'
import { printReport } from '#capabilities/signatures/report/print-report.ts'
import type { TrustRoot } from '#capabilities/signatures/trust/trust-list.ts'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { systemClock } from '#platform/clock.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { readNamedFile } from './read-file.ts'

async function rootsOf(path: string): Promise<Uint8Array[]> {
  const file = await readNamedFile(path)
  try {
    return splitCertificates(file)
  } catch {
    throw new CommandFailed(`${path} holds no certificate`)
  }
}

/** The roots of `--trust` are good for time stamps too, unless those of `--trust-time` are named apart. */
async function trustIn(options: OptionValues): Promise<(Uint8Array | TrustRoot)[]> {
  const { trust, 'trust-time': time } = options
  const roots = typeof trust === 'string' ? await rootsOf(trust) : []
  if (typeof time !== 'string') return roots
  const apart = (all: Uint8Array[], kind: TrustRoot['kind']) => all.map((der) => ({ der, kind }))
  return [...apart(roots, 'signer'), ...apart(await rootsOf(time), 'time')]
}

async function verify(path: string, options: OptionValues) {
  const trust = await trustIn(options)
  const report = await openPdfReader().verify(await readNamedFile(path), { trust, at: systemClock() })
  if (options['json'] === true) printJson(report)
  else print(printReport(report, 'vi'))
  if ('problem' in report) process.exitCode = 1
}

export const pdfVerifyCommand: Command = {
  name: 'pdf verify',
  usage: 'FILE [--trust ROOTS.pem] [--trust-time ROOTS.pem] [--json]',
  summary: 'Every signature: who, when, over what, intact, trusted, and what changed after it.',
  options: { trust: { type: 'string' }, 'trust-time': { type: 'string' } },
  operands: 1,
  run: ([path = ''], options) => verify(path, options),
}
