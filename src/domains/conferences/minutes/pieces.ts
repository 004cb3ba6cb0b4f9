import type { TimestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import type { FileStore } from '#platform/files.ts'

export interface PrintingPieces extends SealPieces {
  files: FileStore
  renderer: Pick<Renderer, 'renderPdf'>
  /** The address that the paper's QR code leads to. */
  checkUrl: (code: string) => string
}

export interface MinutesPieces extends Omit<PrintingPieces, 'tenantName'> {
  renderer: Pick<Renderer, 'renderPdf' | 'renderPicture' | 'renderStamp'>
  timestamp?: TimestampClient | undefined
}
