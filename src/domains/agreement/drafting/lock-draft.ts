import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { agreementCan, type Clause } from '../agreement.ts'
import { lockAgreement, type AgreementRow } from '../queries.ts'

/** The agreement, held for a change by someone who drafts it, while its text may still change. */
export async function lockDraft(tx: Tx, actor: Actor, agreement: string): Promise<AgreementRow> {
  const row = await lockAgreement(tx, agreement)
  demand(mayDraft(actor, row))
  if (!agreementCan('edit', row)) throw new RuleViolation('agreement.textIsFixed')
  return row
}

/** A clause of such an agreement. */
export async function lockClause(tx: Tx, actor: Actor, id: string): Promise<Clause & { agreement: AgreementRow }> {
  const clause = found(await tx.selectFrom('clause').selectAll().where('id', '=', id).executeTakeFirst())
  const agreement = await lockDraft(tx, actor, clause.agreement_id)
  const now = found(await tx.selectFrom('clause').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  return { ...now, details: now.details as Clause['details'], agreement }
}
