import { splitCertificates } from '#capabilities/signatures/certificate.ts'
import { printReport } from '#capabilities/signatures/print-report.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
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

async function verify(path: string, options: OptionValues) {
  const { trust } = options
  const roots = typeof trust === 'string' ? await rootsOf(trust) : []
  const report = await verifyPdf(await readNamedFile(path), { trust: roots, at: systemClock() })
  if (options['json'] === true) printJson(report)
  else print(printReport(report, 'vi'))
  if ('problem' in report) process.exitCode = 1
}

export const pdfVerifyCommand: Command = {
  name: 'pdf verify',
  usage: 'FILE [--trust ROOTS.pem] [--json]',
  summary: 'Every signature: who, when, over what, intact, trusted, and what changed after it.',
  options: { trust: { type: 'string' } },
  operands: 1,
  run: ([path = ''], options) => verify(path, options),
}
