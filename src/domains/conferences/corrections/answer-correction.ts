import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayAnswerCorrection } from '../minutes/access.ts'
import { keepDraft } from '../minutes/keep-passages.ts'
import { demandMinutesCan, lockMinutes, minutesSubject, type LockedMinutes } from '../minutes/lock-minutes.ts'
import { askReaders, closeAnswer } from '../minutes/minutes-tasks.ts'
import { correctionById, correctionsOf, type CorrectionRow } from '../minutes/queries.ts'

const optionalText = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(most))

export const answerCorrectionInput = z.object({
  minutes: z.uuid(),
  correction: z.uuid(),
  verdict: z.enum(['accepted', 'refused']),
  /** The passage as it reads from now on; of a refusal nothing. */
  text: optionalText(20_000),
  /** Why; a refusal always says it. */
  answer: optionalText(2000),
})
export type AnswerCorrection = z.output<typeof answerCorrectionInput>

function checkAnswer({ verdict, text, answer }: AnswerCorrection) {
  if (verdict === 'accepted' && text === '') throw new RuleViolation('minutes.textMissing')
  if (verdict === 'refused' && answer === '') throw new RuleViolation('minutes.reasonMissing')
}

interface Answering {
  actor: Actor
  correction: CorrectionRow
  text: string
  now: Date
}

/** The passage changes, and the members read the next draft; whoever agreed to the last one is asked once more. */
async function changeText(tx: Tx, locked: LockedMinutes, { actor, correction, text, now }: Answering) {
  const { minutes } = locked
  const number = minutes.draft + 1
  await tx
    .updateTable('minutes_passage')
    .set((set) => ({ written: text, written_from: set.ref('generated'), written_by: actor.account, written_at: now }))
    .where('id', '=', correction.passage_id)
    .execute()
  await tx.updateTable('minutes').set({ draft: number }).where('id', '=', minutes.id).execute()
  await keepDraft(tx, { minutes: minutes.id, number, reason: correction.said, account: actor.account, now })
  if (!isPast(minutes.respond_by ?? '', dayOf(now)))
    await askReaders(tx, now, { ...locked, minutes: { ...minutes, draft: number } })
}

async function keepVerdict(tx: Tx, actor: Actor, { correction, verdict, answer }: AnswerCorrection, now: Date) {
  await tx
    .updateTable('minutes_correction')
    .set({ state: verdict, answer, decided_by: actor.account, decided_at: now })
    .where('id', '=', correction)
    .execute()
}

/** Who keeps the minutes takes a correction over or says why not; nobody answers their own. */
export async function answerCorrection(db: Db, actor: Actor, input: AnswerCorrection, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, input.minutes)
    const { id } = locked.minutes
    const correction = await correctionById(tx, id, input.correction)
    demand(mayAnswerCorrection(actor, locked.conference, correction))
    demandMinutesCan('correct', locked.minutes)
    if (correction.state !== 'open') throw new RuleViolation('minutes.alreadyAnswered')
    checkAnswer(input)
    await keepVerdict(tx, actor, input, now)
    if (input.verdict === 'accepted') await changeText(tx, locked, { actor, correction, text: input.text, now })
    const open = (await correctionsOf(tx, id)).filter(({ state }) => state === 'open')
    if (open.length === 0) await closeAnswer(tx, now, id)
    const told = input.verdict === 'accepted' ? 'minutes.correctionAccepted' : 'minutes.correctionRefused'
    const facts = { unit: correction.unit, reason: input.answer }
    await record(tx, actor, now, { action: told, subject: minutesSubject(id), facts })
  })
}
