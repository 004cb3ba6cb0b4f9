import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, optionalLine, ticked } from '#platform/form.ts'
import { lockKept, movementSubject } from './lock-movement.ts'
import { askMembersToJoin } from './movement-tasks.ts'
import type { MovementRow } from './queries.ts'

export const launchMovementInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  launchedOn: day(),
  launcher: line(200),
  documentNumber: optionalLine(80),
  documentOn: optionalDay(),
  documentIssuer: optionalLine(200),
  isPublic: ticked(),
})
export type LaunchMovement = z.output<typeof launchMovementInput>

/** A movement always has subjects, content and a beginning (Law 2022, Art. 3); launcher and document come with the launch. */
export function missingToLaunch(movement: Pick<MovementRow, 'content' | 'subjects' | 'from_on'>) {
  const faults = [
    ['content', movement.content === ''],
    ['subjects', movement.subjects === ''],
    ['period', movement.from_on === null],
  ] as const
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

function checkDays(input: LaunchMovement, movement: MovementRow, today: string) {
  if (input.launchedOn > today) throw new RuleViolation('movements.launchInFuture')
  if (input.documentOn !== undefined && input.documentOn > input.launchedOn) {
    throw new RuleViolation('movements.documentAfterLaunch')
  }
  if (movement.to_on !== null && input.launchedOn > movement.to_on) {
    throw new RuleViolation('movements.launchAfterEnd', { day: movement.to_on })
  }
}

/** The movement is launched (phát động); every member of the bloc is asked to take part. */
export async function launchMovement(db: Db, actor: Actor, input: LaunchMovement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, movement } = await lockKept(tx, actor, input, 'launch')
    if (missingToLaunch(movement).length > 0) throw new RuleViolation('movements.notReady')
    checkDays(input, movement, dayOf(now))
    const launched = {
      state: 'launched' as const,
      launched_on: input.launchedOn,
      launcher: input.launcher,
      document_number: input.documentNumber,
      document_on: input.documentOn ?? null,
      document_issuer: input.documentIssuer,
      is_public: input.isPublic,
    }
    await tx
      .updateTable('movement')
      .set({ ...launched, version: movement.version + 1, changed_at: now })
      .where('id', '=', movement.id)
      .execute()
    if (movement.level !== 'unit') await askMembersToJoin(tx, now, year, { ...movement, ...launched })
    const facts = { title: movement.title, day: input.launchedOn, launcher: input.launcher }
    await record(tx, actor, now, { action: 'movements.launched', subject: movementSubject(movement.id), facts })
  })
}
