import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { Announce } from '#platform/announcements.ts'
import type { ConferenceClosed } from './conference.ts'

/** What conferences need from outside. */
export interface ConferencePieces {
  renderer: Pick<Renderer, 'renderPdf'>
  /** The codes of invitations come from the installation's secret. */
  secretKey: string
  announce: Announce<ConferenceClosed>
}
