import { bytesOf, type Content } from '#platform/content.ts'
import type { PdfVerification } from '../report/report.ts'
import { verifyPdf } from '../verify-pdf.ts'
import type { VerifyOptions } from '../verify-pdf.ts'
import { inspectPdf } from './inspect-pdf.ts'
import type { UploadFault } from './inspect-pdf.ts'

export type PdfJob =
  | { readonly kind: 'verify'; readonly pdf: Uint8Array; readonly options: VerifyOptions }
  | { readonly kind: 'inspect'; readonly pdf: Content }

export type PdfAnswer = PdfVerification | readonly UploadFault[]

const answer = async (job: PdfJob): Promise<PdfAnswer> =>
  job.kind === 'verify' ? verifyPdf(job.pdf, job.options) : inspectPdf(await bytesOf(job.pdf))

process.once('message', (job: PdfJob) => {
  void answer(job).then((result) => process.send?.(result, () => process.disconnect()))
})
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
