import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayKeepLegalTexts } from './access.ts'
import { demandOrderOfDays, legalTextRow, type AddLegalText } from './add-legal-text.ts'
import { isConfirmed } from './legal-text.ts'

export type CorrectLegalText = AddLegalText & { id: string }

async function demandFreeNumber(tx: Tx, { id, kind, number }: CorrectLegalText) {
  const other = await tx
    .selectFrom('legal_text')
    .select('id')
    .where('kind', '=', kind)
    .where('number', '=', number)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other !== undefined) throw new RuleViolation('law.numberTaken', { kind, number })
}

/** What was confirmed were the words before: a corrected text has to be confirmed anew. */
export async function correctLegalText(db: Db, actor: Actor, input: CorrectLegalText, now: Date): Promise<void> {
  demand(mayKeepLegalTexts(actor))
  demandOrderOfDays(input)
  await db.transaction().execute(async (tx) => {
    const before = found(
      await tx.selectFrom('legal_text').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst(),
    )
    await demandFreeNumber(tx, input)
    const row = legalTextRow(input)
    await tx
      .updateTable('legal_text')
      .set({ ...row, entered_by: actor.account, confirmed_by: null, confirmed_at: null })
      .where('id', '=', input.id)
      .execute()
    const changed = Object.entries(row).filter(([name, value]) => before[name as keyof typeof row] !== value)
    await record(tx, actor, now, {
      action: 'law.corrected',
      subject: { kind: 'legal_text', id: input.id },
      facts: {
        wasConfirmed: isConfirmed(before),
        changed: changed.map(([name]) => name),
        before: changed.map(([name]) => before[name as keyof typeof row] ?? ''),
      },
    })
  })
}
