import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/database/database.ts'
import type { OpinionSource, OpinionWay } from '../opinion.ts'

/** A picture drawn anew, without what a camera writes beside it. */
export interface CleanPicture {
  bytes: Uint8Array
  width: number
  height: number
}

/** An opinion as it came. */
export interface Arriving {
  bloc_year_id: string
  unit_id: string
  place_id: string | null
  place_name: string
  group_code: string | null
  text: string
}

interface Kept extends Arriving {
  /** Random, unless whoever entered it brought one. */
  id?: string
  way: OpinionWay
  source: OpinionSource
  received_on: string
  code_sha256: string | null
  sender?: { name: string; contact: string; consent_on: string | null }
  entrant?: { account: string; name: string; at: Date }
  pictures?: readonly CleanPicture[]
}

async function keepPictures(tx: Tx, opinion: string, pictures: readonly CleanPicture[]) {
  if (pictures.length === 0) return
  const rows = pictures.map(({ bytes, width, height }, index) => ({
    id: randomUUID(),
    opinion_id: opinion,
    number: index + 1,
    media_type: 'image/webp',
    bytes: Buffer.from(bytes),
    width,
    height,
  }))
  await tx.insertInto('opinion_attachment').values(rows).execute()
}

const entrantOf = (entrant: Kept['entrant']) =>
  entrant === undefined ? {} : { entered_by: entrant.account, entrant_name: entrant.name, entered_at: entrant.at }

async function keepSender(tx: Tx, opinion_id: string, way: OpinionWay, sender: NonNullable<Kept['sender']>) {
  if (way !== 'named' && way !== 'confidential') return
  await tx
    .insertInto('opinion_sender')
    .values({ opinion_id, way, ...sender })
    .execute()
}

/** Writes an opinion with its sender and pictures; every id is random, so that none tells an order. */
export async function writeOpinion(tx: Tx, kept: Kept): Promise<string> {
  const { id = randomUUID(), sender, entrant, pictures = [], ...row } = kept
  await tx
    .insertInto('opinion')
    .values({ ...row, id, ...entrantOf(entrant) })
    .execute()
  if (sender !== undefined) await keepSender(tx, id, row.way, sender)
  await keepPictures(tx, id, pictures)
  return id
}
