import { record } from '#capabilities/audit/record.ts'
import { documentsToPreserve, preserveDocument } from '#capabilities/signatures/keeping/preserve-document.ts'
import { systemClock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Installation } from './installation.ts'
import { evidenceFetcherOf, timestampOf } from './signing-settings.ts'

/** The program itself, by the clock. */
const clockwork = { name: 'Giao Ước', account: null, actingUnit: null }

/** Adds proofs to every paper that is signed and lacks them; what cannot be had yet is asked for again next time. */
export async function preservePapersOf(installation: Installation, db: Db, now: Date): Promise<void> {
  const { environment, files, log } = installation
  const timestamp = timestampOf(environment)
  const fetcher = evidenceFetcherOf(environment)
  for (const document of await documentsToPreserve(db, { now, isStamping: timestamp !== undefined })) {
    // A run may last: what is kept must not seem older than the time stamp in it.
    const at = systemClock()
    const done = await preserveDocument(db, document, { files, fetcher, timestamp, now: at }, (tx, facts) =>
      record(tx, clockwork, at, {
        action: 'document.preserved',
        subject: { kind: 'document', id: document },
        facts,
      }),
    )
    const missing = done.state === 'missing' ? done.missing.length : 0
    log.info({ event: 'paper.preservation', document, state: done.state, missing })
  }
}
