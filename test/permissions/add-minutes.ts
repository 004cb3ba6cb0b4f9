import { requestCorrection } from '../../src/domains/conferences/corrections/request-correction.ts'
import { passagesOfMinutes } from '../../src/domains/conferences/minutes/queries.ts'
import { startMinutes } from '../../src/domains/conferences/minutes/start-minutes.ts'
import {
  assentAll,
  fixMinutes,
  holdConference,
  sentMinutes,
} from '../../src/domains/conferences/minutes/testing/minutes.ts'
import { issueResolution } from '../../src/domains/conferences/resolutions/issue-resolution.ts'
import { reportResolution } from '../../src/domains/conferences/resolutions/report-resolution.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/database/database.ts'
import type { FileStore } from '../../src/platform/files.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** Conferences chaired by the head, written up by the leader of the first member; each at another point. */
export interface MinutesPlace {
  /** What an address means that says no more. */
  conference: string
  /** Closed, and without minutes yet. */
  heldConference: string
  draftedConference: string
  draftedPassage: string
  sentConference: string
  sentPassage: string
  /** Asked for by the fifth unit. */
  minutesCorrection: string
  /** Its minutes wait for two signatures, where the agreement does. */
  fixedConference: string
  /** Of the first unit, not done yet; and reported done, of the fifth. */
  openResolution: string
  reportedResolution: string
  /** Of the conference without minutes. */
  paperCount: string
}

async function addResolution(db: Db, cast: Cast, conference: string, unit: string) {
  const days = { issuedOn: '2023-02-20', dueOn: '2023-03-15' }
  const said = { decision: undefined, kind: 'conclusion', number: '01/KL', text: 'Lập kế hoạch' } as const
  return issueResolution(db, cast.an, { conference, unit, ...said, ...days }, morning)
}

interface Held {
  chair: Actor
  secretary: Actor
  fifth: Actor
}

/** Its minutes are being drafted, are with the members, or are not begun. */
async function addConferences(db: Db, cast: Cast, { fifth, ...held }: Held) {
  const { conference: drafted } = await holdConference(db, cast, held)
  const draft = await startMinutes(db, cast.an, { conference: drafted, copies: 7 }, { now: morning })
  const { conference: sent } = await holdConference(db, cast, held)
  const minutes = await sentMinutes(db, cast.an, sent)
  const [passage] = await passagesOfMinutes(db, minutes)
  const wrong = { minutes, passage: passage?.id ?? '', unit: fifth.actingUnit ?? '', said: 'Sai giờ', wanted: '' }
  return {
    heldConference: (await holdConference(db, cast, held)).conference,
    draftedConference: drafted,
    draftedPassage: (await passagesOfMinutes(db, draft))[0]?.id ?? '',
    sentConference: sent,
    sentPassage: passage?.id ?? '',
    minutesCorrection: await requestCorrection(db, fifth, wrong, morning),
  }
}

async function addFixed(db: Db, cast: Cast, { chair, secretary }: Held, files: FileStore) {
  const { conference } = await holdConference(db, cast, { chair, secretary })
  const minutes = await sentMinutes(db, cast.an, conference)
  await assentAll(db, cast, minutes)
  await fixMinutes(db, cast.an, minutes, files)
  return conference
}

async function addCount(db: Db, cast: Cast, conference: string) {
  const id = newId()
  const sums = { issued: 6, returned: 6, valid: 6, invalid: 0 }
  const by = { counted_by: cast.an.account, counted_at: morning }
  const of = { conference_id: conference, bloc_year_id: cast.blocYear, title: 'Suy tôn' }
  await db
    .insertInto('paper_count')
    .values({ id, ...of, ...sums, ...by })
    .execute()
  const people = db
    .selectFrom('conference_invitee')
    .select(['id', 'unit_id', 'name'])
    .where('conference_id', '=', conference)
  const tellers = (await people.orderBy('position').limit(3).execute()).map(
    ({ id: invitee, unit_id: unit, name }, index) => ({
      count_id: id,
      position: index + 1,
      invitee_id: invitee,
      unit_id: unit ?? '',
      name,
    }),
  )
  await db.insertInto('paper_count_teller').values(tellers).execute()
  const nominee = { count_id: id, position: 1, name: 'Tỉnh Đoàn', votes_for: 6, votes_against: 0 }
  await db.insertInto('paper_count_nominee').values(nominee).execute()
  return id
}

export async function addMinutes(db: Db, cast: Cast, files: FileStore, isFixed: boolean): Promise<MinutesPlace> {
  const [secretary, , , chair, fifth] = cast.leaders
  if (!secretary || !chair || !fifth) throw new Error('the cast has six leaders')
  const held = { chair, secretary, fifth }
  const conferences = await addConferences(db, cast, held)
  const reportedResolution = await addResolution(db, cast, conferences.heldConference, fifth.actingUnit ?? '')
  const report = { resolution: reportedResolution, doneOn: '2023-02-20', result: 'Đã làm' }
  await reportResolution(db, fifth, report, morning)
  return {
    conference: conferences.heldConference,
    ...conferences,
    fixedConference: isFixed ? await addFixed(db, cast, held, files) : conferences.heldConference,
    openResolution: await addResolution(db, cast, conferences.heldConference, secretary.actingUnit ?? ''),
    reportedResolution,
    paperCount: await addCount(db, cast, conferences.heldConference),
  }
}
