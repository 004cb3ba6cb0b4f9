import { signersOf, type MandateRow } from '#domains/units/mandates/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { yearById } from '../queries.ts'
import { fieldOf, linesOf, type CanonicalHandover, type HandoverSide, type Missing } from './handover.ts'
import type { GatheringPieces } from './pieces.ts'
import { bookLine, dayOfNames, handoverById, notesOf, termsOf, type HandoverRow } from './queries.ts'

export interface GatheredHandover {
  handover: HandoverRow
  canonical: CanonicalHandover
  signers: Record<HandoverSide, MandateRow | undefined>
  missing: Missing[]
}

interface Facts {
  handover: HandoverRow
  giving: MandateRow | undefined
  receiving: MandateRow | undefined
  isOfHead: boolean
}

function missingOf({ handover, giving, receiving, isOfHead }: Facts): Missing[] {
  const faults: [Missing, boolean][] = [
    ['day', handover.handed_on === null],
    ['place', handover.place === ''],
    ['flag', handover.flag === null],
    ['givingSigner', giving === undefined],
    ['receivingSigner', receiving === undefined],
    ['oneSigner', giving !== undefined && giving.account_id === receiving?.account_id],
    ['headChanged', !isOfHead],
  ]
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

type Gathering = GatheringPieces & { now: Date; tenantName: string; isSample: boolean }

/** Both sides under the names of the day, with whoever signs for them now. */
async function partiesOf(db: Db, handover: HandoverRow, now: Date) {
  const { giving_unit_id: giving, receiving_unit_id: receiving } = handover
  const names = await namesOn(db, [giving, receiving], dayOfNames(handover, now))
  const signers = await signersOf(db, [giving, receiving], dayOf(now))
  const party = (side: HandoverSide, unit: string) => {
    const { person: name = '', post = '', id: mandate = '' } = signers.get(unit) ?? {}
    return { unit, name: names.get(unit)?.full_name ?? '', field: fieldOf[side], signer: { name, post, mandate } }
  }
  return {
    parties: { giving: party('giving', giving), receiving: party('receiving', receiving) },
    signers: { giving: signers.get(giving), receiving: signers.get(receiving) },
  }
}

/** The record as it would be fixed now: what was written, and what stands open in the year. */
export async function gatherHandover(
  db: Db,
  id: string,
  { now, tenantName, isSample, openItemsOf, papersOf }: Gathering,
): Promise<GatheredHandover> {
  const handover = await handoverById(db, id)
  const { giving_unit_id: unit, bloc_year_id: blocYear } = handover
  const { bloc, label } = await yearById(db, blocYear)
  const { receiving, ...term } = await termsOf(db, handover)
  const { parties, signers } = await partiesOf(db, handover, now)
  const canonical: CanonicalHandover = {
    format: 'giao-uoc/handover/1',
    id: handover.id,
    version: handover.version,
    tenant: tenantName,
    bloc: { id: bloc.id, code: bloc.code, name: bloc.name },
    year: label,
    handedOn: dayOfNames(handover, now),
    place: handover.place,
    term,
    parties,
    openItems: await openItemsOf(db, { unit, blocYear }),
    papers: await papersOf(db, blocYear),
    book: (await notesOf(db, blocYear)).map(bookLine),
    flag: { state: handover.flag ?? 'none', condition: handover.flag_condition, note: handover.flag_note },
    others: linesOf(handover.other_items),
    witness: handover.witness,
    isSample,
  }
  const missing = missingOf({ handover, ...signers, isOfHead: receiving === handover.receiving_unit_id })
  return { handover, canonical, signers, missing }
}
