import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { YearClosedFact } from '#domains/blocs/bloc-year.ts'
import type { Tx } from '#platform/database/database.ts'
import { writeDays } from '#platform/write-days.ts'
import { lockWithDocument } from './lock-with-document.ts'
import { closeScans } from './pen/close-scans.ts'
import { liveAgreement } from './queries.ts'
import { makeVoid } from './signing/open-next-version.ts'
import { words } from './signing/words.ts'

/** With a year that a reorganisation closes, an agreement that not all have signed is set aside; a signed one stays. */
export async function closeAgreementWithYear(tx: Tx, now: Date, fact: YearClosedFact): Promise<void> {
  const live = await liveAgreement(tx, fact.blocYear)
  if (live === undefined) return
  const agreement = await lockWithDocument(tx, live.id)
  if (agreement.state === 'signed' || agreement.state === 'void') return
  const { on = '', document = '' } = writeDays({ on: fact.closedOn, document: fact.document })
  await makeVoid(tx, agreement, words('vi').voidWithYear(on, document), now)
  if (agreement.document_id !== null) await dropOpenTurn(tx, agreement.document_id, now)
  await closeScans(tx, { agreement: agreement.id }, now)
}
