import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import type { TimestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import type { WebContext } from '#platform/web.ts'
import type { HandoverFact, OpenItem, YearPaper } from './handover.ts'

/** What higher domains know of an office and its year, in Vietnamese as the paper prints it. */
export interface GatheringPieces {
  openItemsOf: (db: Db, of: { unit: string; blocYear: string }) => Promise<OpenItem[]>
  papersOf: (db: Db, blocYear: string) => Promise<YearPaper[]>
}

export interface PrintingPieces extends GatheringPieces, SealPieces {
  files: FileStore
  renderer: Pick<Renderer, 'renderPdf'>
  /** The address that the paper's QR code leads to. */
  checkUrl: (code: string) => string
}

export interface HandoverPieces extends Omit<PrintingPieces, 'tenantName'> {
  renderer: Pick<Renderer, 'renderPdf' | 'renderStamp'>
  timestamp?: TimestampClient | undefined
  announce: Announce<HandoverFact>
  /** The address under which the reader came, for links in mail. */
  baseUrl: (c: WebContext) => string
}
