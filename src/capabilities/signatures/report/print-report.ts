import type { Locale } from '#platform/words.ts'
import { describeReport } from './describe-report.ts'
import type { Fact } from './describe-report.ts'
import type { PdfVerification } from './report.ts'

/** A report as plain text for a terminal, ending with a line break. */
export function printReport(report: PdfVerification, locale: Locale): string {
  const { sentences, signatures, facts } = describeReport(report, locale)
  const blocks = [
    sentences,
    ...signatures.map(({ heading, sentence, facts }) => [heading, `  ${sentence}`, ...table(facts, '  ')]),
    table(facts, ''),
  ]
  const shown = blocks.filter((lines) => lines.length > 0).map((lines) => lines.map(harmless).join('\n'))
  return `${shown.join('\n\n')}\n`
}

/** Names and reasons inside a PDF are a stranger's: no control characters reach the terminal. */
const harmless = (text: string) => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')

function table(facts: readonly Fact[], indent: string): string[] {
  const width = Math.max(0, ...facts.map(({ label }) => label.length))
  return facts.map(({ label, value }) => `${indent}${label.padEnd(width)}  ${value}`)
}
