import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { isMemberOf, type Actor } from '#platform/actor.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalLine, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { resultsOfRound } from '../results/queries.ts'
import { lockRound, roundSubject, type HeldRound } from '../rounds/lock-round.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { leavesOf } from '../sheets/leaf.ts'
import { sheetById } from '../sheets/queries.ts'
import { readDecimal } from '../figures/typed-value.ts'
import { mayPetitionFor } from './access.ts'
import { openPetitionTask } from './petition-tasks.ts'
import { petitionById } from './queries.ts'

export const filePetitionInput = z.object({
  round: z.uuid(),
  /** For which unit the person speaks. */
  unit: z.uuid(),
  sheet: z.uuid(),
  /** Of a criterion; empty for the sheet as a whole. */
  code: optionalLine(60),
  /** As typed; empty says no figure. */
  wanted: optionalLine(40),
  text: paragraph(4000),
})
export type FilePetition = z.output<typeof filePetitionInput>

function wantedPoints(text: string): string | null {
  if (text === '') return null
  const read = readDecimal(text, 'điểm')
  if (!read.ok) throw new RuleViolation('petitions.notPoints')
  return String(read.value)
}

function demandWindow({ round }: HeldRound, today: string) {
  if (round.state !== 'provisional') throw new RuleViolation('petitions.notNow')
  if (isPast(round.petition_until ?? '', today)) {
    throw new RuleViolation('petitions.over', { until: round.petition_until ?? '' })
  }
}

async function demandAbout(tx: Tx, { sheet, code, round, unit }: FilePetition) {
  const about = await sheetById(tx, sheet)
  if (about.round_id !== round) throw new RuleViolation('petitions.noSuchSheet')
  const leaves = leavesOf(await tableOfVersion(tx, about.version_id))
  if (code !== '' && !leaves.some((leaf) => leaf.code === code)) throw new RuleViolation('petitions.noSuchCriterion')
  const open = tx.selectFrom('petition').select('id').where('sheet_id', '=', sheet).where('unit_id', '=', unit)
  const same = await open.where('code', '=', code).where('state', '=', 'filed').executeTakeFirst()
  if (same !== undefined) throw new RuleViolation('petitions.alreadyFiled')
}

/** A member asks, within the days that it has, for another look at points: its own or another unit's. */
export async function filePetition(db: Db, actor: Actor, input: FilePetition, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round, year } = held
    demand(isMemberOf(actor, year.id) && mayPetitionFor(actor, input.unit))
    demand(actor.memberships.some(({ blocYear, unit }) => blocYear === year.id && unit === input.unit))
    demandWindow(held, dayOf(now))
    await demandAbout(tx, input)
    const [last] = await resultsOfRound(tx, round.id)
    if (last === undefined) throw new RuleViolation('petitions.notNow')
    const id = newId()
    await tx
      .insertInto('petition')
      .values({
        id,
        round_id: round.id,
        result_id: last.id,
        unit_id: input.unit,
        sheet_id: input.sheet,
        code: input.code,
        wanted: wantedPoints(input.wanted),
        text: input.text,
        filed_by: actor.account,
        filed_by_name: actor.name,
        filed_at: now,
      })
      .execute()
    await openPetitionTask(tx, now, year, await petitionById(tx, id))
    const facts = { name: round.name, code: input.code }
    await record(tx, actor, now, { action: 'scoring.petitioned', subject: roundSubject(round.id), facts })
    return id
  })
}
