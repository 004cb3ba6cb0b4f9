import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { CellAnswer } from '../sheets/cell.ts'
import { writeEntries } from '../sheets/write-entries.ts'
import { mayAssess } from './access.ts'
import { assignmentCan, takesAssessment } from './assignment.ts'
import { lockAssignment } from './lock-assignment.ts'
import { leavesIn } from './table-parts.ts'

export const saveAssessmentInput = z.object({
  assignment: z.uuid(),
  marks: z
    .array(
      z.object({
        code: z.string().min(1).max(200),
        /** As typed: "1,5"; empty takes the points back. */
        text: z.string().max(40),
        reason: z.string().trim().max(2000).default(''),
        edition: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(400),
})
export type SaveAssessment = z.output<typeof saveAssessmentInput>

/** Drafts of an assessor, kept as typed and nobody else's to see. They are no deed, and stand in no log. */
export async function saveAssessment(
  db: Db,
  actor: Actor,
  input: SaveAssessment,
  now: Date,
): Promise<readonly CellAnswer[]> {
  return db.transaction().execute(async (tx) => {
    const { assignment, round, sheet } = await lockAssignment(tx, input.assignment)
    demand(mayAssess(actor, assignment))
    if (!assignmentCan('mark', assignment)) throw new RuleViolation('cross.notOpened')
    if (!takesAssessment(round, sheet)) throw new RuleViolation('cross.notNow')
    const table = await tableOfVersion(tx, assignment.version_id)
    const codes = new Set(leavesIn(table, assignment.part).map(({ code }) => code))
    const writing = {
      // What was never handed in is a draft: its earlier figures are not kept.
      sheet: { id: sheet.id, submitted_at: assignment.submitted_at },
      table,
      stage: 'cross' as const,
      assessor: assignment.assessor_unit_id,
      deny: ({ kind, name }: { kind: 'fact' | 'mark'; name: string }) =>
        codes.has(name) ? undefined : { answer: { kind, name, outcome: 'fault', fault: 'noSuchCriterion' } as const },
    }
    const cells = input.marks.map(({ code, text, reason, edition }) => {
      return { kind: 'mark' as const, name: code, text, note: reason, isAssigned: true, edition }
    })
    return writeEntries(tx, { actor, now }, writing, cells)
  })
}
