import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { clausesOf, digestById } from '#domains/voices/digest/queries.ts'
import { words as digestWords } from '#domains/voices/digest/words.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Known, Period } from './profile.ts'
import { digestsSentIn, yearsIn } from './queries.ts'

async function ofDigest(db: Db, year: BlocYearRow, id: string): Promise<Known<'digests'>> {
  const [digest, clauses] = await Promise.all([digestById(db, id), clausesOf(db, id)])
  return {
    bloc: year.bloc.name,
    year: year.label,
    kind: digestWords('vi').kinds[digest.kind],
    from_on: digest.from_on,
    to_on: digest.to_on,
    issuer: digest.issuer,
    sign: digest.sign,
    signer: digest.signer,
    dated_on: digest.dated_on,
    text: clauses.map(({ text }) => text).join('\n'),
    sent_on: digest.sent_at === null ? null : dayOf(digest.sent_at),
    sha256: digest.paper_sha256,
  }
}

/** The digests that were sent in a period, in the sentences that were sent. */
export async function gatherDigests(db: Db, period: Period): Promise<Known<'digests'>[]> {
  const records: Known<'digests'>[] = []
  // A digest of December is sent in January, after its year has ended.
  for (const blocYear of await yearsIn(db, { ...period, from: '0001-01-01' })) {
    const sent = await digestsSentIn(db, blocYear, period)
    if (sent.length === 0) continue
    const year = await yearById(db, blocYear)
    for (const id of sent) records.push(await ofDigest(db, year, id))
  }
  return records
}
