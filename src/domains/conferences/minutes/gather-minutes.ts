import { yearById } from '#domains/blocs/queries.ts'
import { mandatesOfAccount } from '#domains/units/mandates/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { MandateHeld } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { conferenceById, type ConferenceRow } from '../queries.ts'
import { gatherRecord } from './gather-record.ts'
import { fixedOf } from './keep-passages.ts'
import { fieldOf, isWindowOpen, type CanonicalMinutes, type Missing, type MinutesRole } from './minutes.ts'
import { passagesOf } from './passages.ts'
import {
  assentsOf,
  correctionsOf,
  minutesById,
  passagesOfMinutes,
  type MinutesRow,
  type PassageRow,
} from './queries.ts'

/** Whether the conference now says something else than the draft was made from; later signatures on another paper do not count. */
export async function hasRecordChanged(db: Db | Tx, minutes: MinutesRow): Promise<boolean> {
  const conference = await conferenceById(db, minutes.conference_id)
  const now = passagesOf(await gatherRecord(db, conference, minutes.copies)).filter(
    ({ source }) => source !== 'agreement',
  )
  const kept = await passagesOfMinutes(db, minutes.id)
  const told = ({ source, generated }: PassageRow) => source !== 'hand' && source !== 'agreement' && generated !== ''
  const before = new Map(kept.filter(told).map(({ key, generated }) => [key, generated]))
  return before.size !== now.length || now.some(({ key, text }) => before.get(key) !== text)
}

export interface FutureSigner {
  account: string
  name: string
  unit: string
  unitName: string
  mandate: MandateHeld
}

type Signers = Record<MinutesRole, FutureSigner | undefined>

/** Chair and secretary with the mandate under which each signs today. */
async function signersOf(db: Db | Tx, conference: ConferenceRow, now: Date): Promise<Signers> {
  const names = await namesOn(
    db,
    [conference.chair_unit_id, conference.secretary_unit_id].flatMap((unit) => (unit === null ? [] : [unit])),
    conference.held_on,
  )
  const signer = async (
    account: string | null,
    unit: string | null,
    name: string,
  ): Promise<FutureSigner | undefined> => {
    if (account === null || unit === null) return undefined
    const held = await mandatesOfAccount(db, account, dayOf(now))
    const mandate = held.find((one) => one.maySign && one.unit === unit)
    return mandate && { account, name, unit, unitName: names.get(unit)?.full_name ?? '', mandate }
  }
  const { chair_account_id, chair_unit_id, chair_name } = conference
  const { secretary_account_id, secretary_unit_id, secretary_name } = conference
  return {
    chair: await signer(chair_account_id, chair_unit_id, chair_name),
    secretary: await signer(secretary_account_id, secretary_unit_id, secretary_name),
  }
}

export interface GatheredMinutes {
  minutes: MinutesRow
  canonical: CanonicalMinutes
  signers: Signers
  missing: Missing[]
}

interface Gathering {
  now: Date
  tenantName: string
}

async function missingOf(db: Db | Tx, minutes: MinutesRow, { signers, now }: { signers: Signers; now: Date }) {
  const assents = await assentsOf(db, minutes)
  const assented = assents.filter(({ hasAssented }) => hasAssented).length
  const window = { respondBy: minutes.respond_by ?? '', today: dayOf(now), assented, members: assents.length }
  const corrections = await correctionsOf(db, minutes.id)
  const conference = await conferenceById(db, minutes.conference_id)
  const faults: [Missing, boolean][] = [
    ['conferenceOpen', conference.state !== 'closed'],
    ['recordChanged', await hasRecordChanged(db, minutes)],
    ['correctionsOpen', corrections.some(({ state }) => state === 'open')],
    ['windowOpen', minutes.state === 'sent' && isWindowOpen(window)],
    ['chairSigner', signers.chair === undefined],
    ['secretarySigner', signers.secretary === undefined],
  ]
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

/** The minutes as they would be fixed now, and what keeps them from it. */
export async function gatherMinutes(db: Db | Tx, id: string, { now, tenantName }: Gathering): Promise<GatheredMinutes> {
  const minutes = await minutesById(db, id)
  const conference = await conferenceById(db, minutes.conference_id)
  const { bloc, label } = await yearById(db, minutes.bloc_year_id)
  const signers = await signersOf(db, conference, now)
  const signer = (role: MinutesRole, name: string, post: string) => ({
    field: fieldOf[role],
    name,
    post,
    unit: signers[role]?.unitName ?? '',
    mandate: signers[role]?.mandate.id ?? '',
  })
  const canonical: CanonicalMinutes = {
    format: 'giao-uoc/minutes/1',
    id: minutes.id,
    version: minutes.version,
    draft: minutes.draft,
    tenant: tenantName,
    bloc: { id: bloc.id, code: bloc.code, name: bloc.name },
    year: label,
    conference: { id: conference.id, title: conference.title, heldOn: conference.held_on, place: conference.place },
    passages: fixedOf(await passagesOfMinutes(db, id)),
    copies: minutes.copies,
    signers: {
      chair: signer('chair', conference.chair_name, conference.chair_post),
      secretary: signer('secretary', conference.secretary_name, conference.secretary_post),
    },
    isSample: minutes.is_sample,
  }
  return { minutes, canonical, signers, missing: await missingOf(db, minutes, { signers, now }) }
}
