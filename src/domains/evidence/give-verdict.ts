import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayJudge } from './access.ts'
import { moreKey } from './cite-evidence.ts'
import { keepJudgeTask } from './judge-tasks.ts'
import { evidencePaths } from './paths.ts'
import { citationsOf, evidenceOf, lockEvidence, type CitedEvidence } from './queries.ts'
import { subjectName } from './subject.ts'

export const verdictInput = z
  .object({
    verdict: z.enum(['valid', 'insufficient']),
    asked: optionalLine(1000),
  })
  .superRefine(({ verdict, asked }, context) => {
    if (verdict === 'insufficient' && asked === '')
      context.addIssue({ code: 'too_small', minimum: 1, inclusive: true, origin: 'string', path: ['asked'], input: '' })
  })

export type GiveVerdict = z.output<typeof verdictInput> & { evidence: string; citation: string }

/** Nothing else that is cited for the subject is still short of what was asked for. */
async function isEnough(tx: Tx, cited: CitedEvidence): Promise<boolean> {
  const all = (await evidenceOf(tx, [cited.subject])).get(subjectName(cited.subject)) ?? []
  return all.every((one) => one.citation === cited.citation || one.last?.verdict !== 'insufficient')
}

/** Says whether a piece shows what it is cited for. What is not enough is asked for by a task of the unit. */
export async function giveVerdict(db: Db, actor: Actor, input: GiveVerdict, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, input.evidence)
    const year = await lockYear(tx, piece.bloc_year_id)
    const cited = found((await citationsOf(tx, piece.id)).find(({ citation }) => citation === input.citation))
    const { unit_id: unit, brought_by: brought } = piece
    demand(mayJudge(actor, { blocYear: year.id, unit, brought, cited: cited.cited_by }))
    if (cited.removed_at !== null) throw new RuleViolation('evidence.isRemoved')
    const asked = input.verdict === 'insufficient' ? input.asked : ''
    await tx
      .insertInto('evidence_verdict')
      .values({
        id: newId(),
        citation_id: cited.citation,
        verdict: input.verdict,
        asked,
        judged_by: actor.account,
        judge_name: actor.name,
        judged_at: now,
      })
      .execute()
    const key = moreKey(cited.subject)
    if (input.verdict === 'insufficient') {
      const path = evidencePaths.piece(year.bloc.slug, year.slug, piece.id)
      const facts = { title: piece.title, subject: cited.label, asked }
      await openTask(tx, now, { key, kind: 'evidence.more', blocYear: year.id, unit: cited.unit_id, path, facts })
    } else if (await isEnough(tx, cited)) await closeTask(tx, now, key)
    await keepJudgeTask(tx, now, { blocYear: year.id, unit })
    await record(tx, actor, now, {
      action: input.verdict === 'valid' ? 'evidence.foundValid' : 'evidence.foundInsufficient',
      subject: { kind: 'evidence', id: piece.id },
      facts: { title: piece.title, subject: cited.label, ...(asked === '' ? {} : { reason: asked }) },
    })
  })
}
