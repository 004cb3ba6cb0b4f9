import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Content } from '#platform/content.ts'
import { openTurns } from '#platform/turns.ts'
import { runApart } from '#platform/run-apart.ts'
import type { PdfVerification } from '../report/report.ts'
import { problemOf } from '../verify-pdf.ts'
import type { VerifyOptions } from '../verify-pdf.ts'
import type { UploadFault } from './inspect-pdf.ts'
import type { PdfAnswer, PdfJob } from './pdf-child.ts'

/** Reads strangers' PDFs in processes of their own, a few at once; never throws because of a file. */
export interface PdfReader {
  verify: (pdf: Uint8Array, options: VerifyOptions) => Promise<PdfVerification>
  /** Why a file is not accepted; nothing when it is. */
  inspect: (pdf: Content) => Promise<readonly (UploadFault | 'tookTooLong' | 'busy')[]>
}

export interface PdfReaderOptions {
  readonly atOnce?: number
  /** Beyond this many waiting, the next one is told to come again. */
  readonly mostWaiting?: number
  readonly timeoutMs?: number
  readonly memoryMegabytes?: number
}

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./pdf-child${extname(import.meta.url)}`, import.meta.url))

export function openPdfReader(options: PdfReaderOptions = {}): PdfReader {
  const { atOnce = 2, mostWaiting = 30, timeoutMs = 20_000, memoryMegabytes = 512 } = options
  const turns = openTurns({ atOnce, mostWaiting })
  const read = <Answer extends PdfAnswer>(job: PdfJob) =>
    turns.take(() => runApart<Answer>(childPath, job, { timeoutMs, memoryMegabytes }))
  return {
    verify: async (pdf, options) => {
      const unfit = problemOf(pdf)
      if (unfit) return { problem: unfit }
      const answer = await read<PdfVerification>({ kind: 'verify', pdf, options })
      return typeof answer === 'string' ? { problem: problems[answer] } : answer
    },
    inspect: async (pdf) => {
      const answer = await read<readonly UploadFault[]>({ kind: 'inspect', pdf })
      return typeof answer === 'string' ? [problems[answer]] : answer
    },
  }
}

const problems = { stopped: 'tookTooLong', busy: 'busy' } as const
