import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { isAuthority, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalLine, paragraph } from '#platform/form.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { lockSheet } from '../sheets/lock-sheet.ts'
import { readMarks } from '../sheets/read-entries.ts'
import { writeEntries } from '../sheets/write-entries.ts'
import { mayAnswer } from './access.ts'
import { grants, petitionCan, petitionOutcomes, type Petition } from './petition.ts'
import { closePetitionTask, tellAnswered } from './petition-tasks.ts'
import { lockPetition, petitionById } from './queries.ts'

export const answerPetitionInput = z.object({
  id: z.uuid(),
  outcome: z.enum(petitionOutcomes),
  /** What the criterion has from now on, as typed; empty where no figure changes. */
  points: optionalLine(40),
  answer: paragraph(4000),
})
export type AnswerPetition = z.output<typeof answerPetitionInput>

function demandSound({ outcome, points }: AnswerPetition, { code }: Petition) {
  if (points === '') return
  if (!grants(outcome)) throw new RuleViolation('petitions.refusedWithPoints')
  if (code === '') throw new RuleViolation('petitions.pointsOfNothing')
}

/** By whose word the points change: that of the bloc where it had the last one, else the authority's. */
async function stageFor(tx: Tx, actor: Actor, { sheet_id, code }: Petition) {
  const marks = await readMarks(tx, [sheet_id])
  const hasAuthority = marks.some((mark) => mark.code === code && mark.stage === 'authority' && mark.points !== null)
  if (hasAuthority && !isAuthority(actor)) throw new RuleViolation('petitions.authoritysWord')
  return isAuthority(actor) ? ('authority' as const) : ('bloc' as const)
}

interface Answering {
  petition: Petition
  input: AnswerPetition
  now: Date
}

/** Whose word is changed: the mark that this stage has given, or a new one of the unit that the person acts for. */
async function writingFor(tx: Tx, actor: Actor, petition: Petition) {
  const sheet = await lockSheet(tx, petition.sheet_id)
  const stage = await stageFor(tx, actor, petition)
  const marks = (await readMarks(tx, [sheet.id])).filter(({ code }) => code === petition.code)
  const own = marks.findLast((mark) => mark.stage === stage)
  // A judging stage speaks with one voice: its rows carry the assessed unit, whoever writes.
  const assessor = petition.about_unit_id
  const table = await tableOfVersion(tx, sheet.version_id)
  return { writing: { sheet, table, stage, assessor }, edition: own?.edition ?? 0 }
}

/** The figure changes like any judged one: what stood before is kept, and the reason is the answer. */
async function changePoints(tx: Tx, actor: Actor, { petition, input, now }: Answering): Promise<string | null> {
  if (input.points === '') return null
  const { writing, edition } = await writingFor(tx, actor, petition)
  const said = { text: input.points, note: input.answer, isAssigned: true, edition }
  const cells = [{ kind: 'mark', name: petition.code, ...said } as const]
  const [answer] = await writeEntries(tx, { actor, now }, writing, cells)
  if (answer === undefined || answer.outcome === 'fault') throw new RuleViolation('petitions.notPoints')
  return String(answer.value)
}

/** A reasoned answer; one that grants may change the criterion's points, which all members see. */
export async function answerPetition(db: Db, actor: Actor, input: AnswerPetition, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, round } = await lockRound(tx, (await petitionById(tx, input.id)).round_id)
    const petition = await lockPetition(tx, input.id)
    demand(mayAnswer(actor, petition))
    if (!petitionCan('answer', petition)) throw new RuleViolation('petitions.settled')
    demandSound(input, petition)
    const points = await changePoints(tx, actor, { petition, input, now })
    const answered = {
      answer: input.answer,
      answered_by: actor.account,
      answered_by_name: actor.name,
      answered_at: now,
    }
    await tx
      .updateTable('petition')
      .set({ state: 'answered', outcome: input.outcome, points, ...answered })
      .where('id', '=', petition.id)
      .execute()
    await closePetitionTask(tx, now, petition.id)
    await tellAnswered(tx, now, year, petition)
    const facts = { name: round.name, code: petition.code, outcome: input.outcome }
    await record(tx, actor, now, { action: 'scoring.petitionAnswered', subject: roundSubject(round.id), facts })
  })
}
