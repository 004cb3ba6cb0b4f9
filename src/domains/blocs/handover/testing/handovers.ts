import { toBase64 } from '#capabilities/signatures/base64.ts'
import { signWith, type SignerKey } from '#capabilities/signatures/keys/signer-key.ts'
import type { Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { morning, type Cast } from '../../../../../test/cast.ts'
import { freezePieces, testRenderer } from '../../../../../test/signing.ts'
import { beginHandoverSignature } from '../begin-handover-signature.ts'
import { freezeHandover } from '../freeze-handover.ts'
import { giveHandoverSignature } from '../give-handover-signature.ts'
import type { HandoverFact } from '../handover.ts'
import { startHandover } from '../start-handover.ts'
import { writeHandover } from '../write-handover.ts'

const unheard: Announce<HandoverFact> = async () => {}

const siteUrl = 'http://namdinh.test'

const gathering = {
  openItemsOf: async () => [{ title: 'Soạn “Giao ước thi đua năm 2023”', dueOn: '2023-03-01' }],
  papersOf: async () => [],
}

/** A record with all that it needs before it is fixed. */
export async function draftHandover(db: Db, actor: Actor, of: { blocYear: string; term: string }): Promise<string> {
  const handover = await startHandover(db, actor, of, morning)
  const written = {
    handover,
    editVersion: 1,
    handedOn: '2023-02-20',
    place: 'Nam Định',
    flag: 'handed',
    flagCondition: 'nguyên vẹn',
    flagNote: '',
    otherItems: 'Quy chế hoạt động của khối\n\nKỷ yếu các năm',
    witness: '',
  } as const
  await writeHandover(db, actor, written, morning)
  return handover
}

interface Fixing {
  handover: string
  files: FileStore
  announce?: Announce<HandoverFact>
}

export const fixHandover = (db: Db, actor: Actor, { handover, files, announce = unheard }: Fixing) =>
  freezeHandover(
    db,
    actor,
    { handover, isMeant: true },
    { ...freezePieces(files), ...gathering, now: morning, announce, siteUrl },
  )

/** Both halves of one signature. */
export async function signHandover(
  db: Db,
  actor: Actor,
  key: SignerKey,
  { handover, files, announce = unheard }: Fixing,
) {
  const turn = await beginHandoverSignature(db, actor, { handover }, { now: morning, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(key, new Uint8Array(turn.signedAttributes)))
  const given = { handover, job: turn.job, signature }
  return giveHandoverSignature(db, actor, given, { now: morning, files, announce, siteUrl })
}

/** The first member led before the head of now and hands over to it. */
export async function handOverToHead(db: Db, cast: Cast, files: FileStore, isFixed: boolean) {
  const formerTerm = newId()
  const earlierTerm = newId()
  const [unit = '', second = ''] = cast.units
  const term = { bloc_year_id: cast.blocYear, office: 'head' } as const
  await db
    .insertInto('bloc_office')
    .values([
      { ...term, id: earlierTerm, unit_id: unit, from_on: '2022-10-01', to_on: '2022-10-31' },
      { ...term, id: newId(), unit_id: second, from_on: '2022-11-01', to_on: '2022-11-30' },
      { ...term, id: formerTerm, unit_id: unit, from_on: '2022-12-01', to_on: '2022-12-31' },
    ])
    .execute()
  const [giver = cast.an] = cast.leaders
  const handover = await draftHandover(db, giver, { blocYear: cast.blocYear, term: formerTerm })
  if (isFixed) await fixHandover(db, giver, { handover, files })
  return { handover, earlierTerm }
}
