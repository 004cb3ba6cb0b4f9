import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { headOf } from '#domains/blocs/members/queries.ts'
import { membersOn, yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { optionalLine, paragraph } from '#platform/form.ts'
import { nameOn } from '#domains/units/queries.ts'
import { hearingYear, opinionSubject, sendersWays } from '../opinion.ts'
import { keepModerationTask } from '../opinion-tasks.ts'
import { placeByCode, type OpinionPlace } from '../places/queries.ts'
import { hashOfCode, newTrackingCode } from './tracking-code.ts'
import { writeOpinion, type Arriving, type CleanPicture } from './write-opinion.ts'

export const sendOpinionInput = z.object({
  way: z.enum(sendersWays),
  name: optionalLine(200),
  contact: optionalLine(200),
  /** To which member; empty: the unit that leads the bloc. */
  unit: z.uuid().or(z.literal('')).default(''),
  group: optionalLine(40),
  place: optionalLine(200),
  /** The code of a poster, where one led here. */
  at: optionalLine(12),
  text: paragraph(5000),
})

type SendOpinion = z.output<typeof sendOpinionInput> & { bloc: string; pictures: readonly CleanPicture[] }

/** What came without signing in is told by nobody's name. */
export const publicForm = { account: null, name: 'Trang gửi ý kiến', actingUnit: null }

/** The member that was chosen, else the poster's, else the head. */
async function receiverOf(
  tx: Tx,
  year: BlocYearRow,
  asked: { place: OpinionPlace | undefined; unit: string },
  day: string,
) {
  const receiver = asked.unit === '' ? (asked.place?.unit_id ?? (await headOf(tx, year.id))) : asked.unit
  const members = await membersOn(tx, year.id, day)
  if (receiver === undefined || !members.some((member) => member.unit === receiver)) {
    throw new RuleViolation('voices.noReceiver')
  }
  return receiver
}

async function groupOf(tx: Tx, code: string): Promise<string | null> {
  if (code === '') return null
  return found(await tx.selectFrom('people_group').select('code').where('code', '=', code).executeTakeFirst()).code
}

async function arriving(tx: Tx, input: SendOpinion, day: string): Promise<[BlocYearRow, Arriving]> {
  const year = found(hearingYear(await yearsOfBloc(tx, input.bloc), day))
  const place = input.at === '' ? undefined : await placeByCode(tx, input.bloc, input.at)
  const told = {
    bloc_year_id: year.id,
    unit_id: await receiverOf(tx, year, { place, unit: input.unit }, day),
    place_id: place?.id ?? null,
    place_name: input.place || (place?.name ?? ''),
    group_code: await groupOf(tx, input.group),
    text: input.text,
  }
  return [year, told]
}

/** No account, no audit entry, no time: a row that waits for the day's batch, committed before the code is shown. */
async function letWait(tx: Tx, told: Arriving, pictures: readonly CleanPicture[], code_sha256: string) {
  const sizes = pictures.map(({ width, height }) => ({ width, height }))
  const content = JSON.stringify({ kind: 'opinion', ...told, sizes })
  await tx
    .insertInto('opinion_waiting')
    .values({ code_sha256, content, pictures: pictures.map(({ bytes }) => Buffer.from(bytes)) })
    .execute()
}

async function keepNamed(tx: Tx, year: BlocYearRow, told: Arriving, input: SendOpinion & { hash: string; now: Date }) {
  if (input.name === '') throw new RuleViolation('voices.nameMissing')
  const today = dayOf(input.now)
  const id = await writeOpinion(tx, {
    ...told,
    way: input.way,
    source: 'public',
    received_on: today,
    code_sha256: input.hash,
    sender: { name: input.name, contact: input.contact, consent_on: today },
    pictures: input.pictures,
  })
  await keepModerationTask(tx, input.now, year, told.unit_id)
  const { short_name: unit } = await nameOn(tx, told.unit_id, today)
  const deed = { action: 'voices.sent', subject: opinionSubject(id), facts: { unit, way: input.way } }
  await record(tx, publicForm, input.now, deed)
}

/** Takes an opinion from anyone; answers with the tracking code, which is kept nowhere. */
export async function sendOpinion(db: Db, input: SendOpinion, now: Date): Promise<string> {
  const code = newTrackingCode()
  const hash = found(hashOfCode(code))
  await db.transaction().execute(async (tx) => {
    const [year, told] = await arriving(tx, input, dayOf(now))
    if (input.way === 'anonymous') return letWait(tx, told, input.pictures, hash)
    return keepNamed(tx, year, told, { ...input, hash, now })
  })
  return code
}
