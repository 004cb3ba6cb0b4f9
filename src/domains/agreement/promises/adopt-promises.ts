import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { adoptMovementIn } from '#domains/movements/register/adopt-movement.ts'
import { addDrafts } from '#domains/targets/cards/add-target.ts'
import { keepUnitPlan } from '#domains/targets/cards/write-plan.ts'
import { nextCode } from '#domains/targets/cards/target-draft.ts'
import { assignmentsOfTarget, targetsOf } from '#domains/targets/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { agreementCan, type Clause } from '../agreement.ts'
import { agreementById, clausesOfAgreement, lockAgreement, type AgreementRow } from '../queries.ts'
import { lockPromised } from './lock-promised.ts'
import { linkedTargets } from './queries.ts'
import { readPromise } from './read-promise.ts'

/** What becomes of a clause: 'make' a target or a movement of it, 'none', or the id of a target that it stands for. */
export interface Choice {
  clause: string
  choice: string
}

export interface AdoptPromises {
  agreement: string
  choices: readonly Choice[]
}

/** Clauses that promise something, in the order of the paper. */
export const promising = (clauses: readonly Clause[]) =>
  clauses.filter(({ section }) => section === 'commitment' || section === 'movement' || section === 'target')

interface Making {
  agreement: AgreementRow
  now: Date
}

const link = (tx: Tx, clause: string, target: string) =>
  tx
    .insertInto('clause_target')
    .values({ clause_id: clause, target_id: target })
    .onConflict((conflict) => conflict.column('target_id').doUpdateSet({ clause_id: clause }))
    .execute()

async function makeMovement(tx: Tx, actor: Actor, clause: Clause, { agreement, now }: Making) {
  const { from = '', to = '', scope = '' } = clause.details
  const input = { blocYear: agreement.bloc_year_id, title: clause.text, from, to, scope }
  const adoption = { adoptedOn: agreement.signing_on ?? dayOf(now), document: agreement.title }
  const { movement } = await adoptMovementIn(tx, actor, { ...input, ...adoption }, now)
  await tx
    .insertInto('clause_movement')
    .values({ clause_id: clause.id, movement_id: movement })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A clause of one unit is that unit's target alone. */
async function giveToOne(tx: Tx, target: string, unit: string, planned: string | null) {
  for (const one of await assignmentsOfTarget(tx, target)) {
    const isAssigned = one.unit_id === unit
    const row = { unit: one.unit_id, baseline: null, weight: null, dueOn: null }
    await keepUnitPlan(tx, target, { ...row, isAssigned, planned: isAssigned ? planned : null })
  }
}

async function makeTarget(tx: Tx, actor: Actor, clause: Clause, { agreement, now }: Making) {
  const blocYear = agreement.bloc_year_id
  const { draft, unit } = readPromise(clause)
  const codes = (await targetsOf(tx, blocYear)).map(({ code }) => code)
  const [id = ''] = await addDrafts(tx, actor, { blocYear, drafts: [{ ...draft, code: nextCode(codes) }] }, now)
  if (unit !== '') await giveToOne(tx, id, unit, draft.planned)
  await link(tx, clause.id, id)
}

async function linkTo(tx: Tx, clause: Clause, target: string, agreement: AgreementRow) {
  const targets = await targetsOf(tx, agreement.bloc_year_id)
  if (!targets.some(({ id, state }) => id === target && state !== 'withdrawn'))
    throw new RuleViolation('promises.unknownTarget')
  await link(tx, clause.id, target)
}

async function make(tx: Tx, actor: Actor, { clause, choice }: { clause: Clause; choice: string }, making: Making) {
  if (clause.section === 'movement') return choice === 'make' ? makeMovement(tx, actor, clause, making) : undefined
  return choice === 'make' ? makeTarget(tx, actor, clause, making) : linkTo(tx, clause, choice, making.agreement)
}

/** Makes targets and movements of what the clauses promise, as the head chose after the preview; links both ways. */
export async function adoptPromises(db: Db, actor: Actor, input: AdoptPromises, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, (await agreementById(tx, input.agreement)).bloc_year_id)
    const agreement = await lockAgreement(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    if (!agreementCan('promise', agreement)) throw new RuleViolation('promises.notFixed')
    const clauses = promising(await clausesOfAgreement(tx, agreement.id))
    const done = new Set((await linkedTargets(tx, agreement.bloc_year_id)).map(({ clause }) => clause))
    const chosen = input.choices.flatMap(({ clause: id, choice }) => {
      const clause = clauses.find((one) => one.id === id)
      // Pressed twice, a clause is not made into two targets; another target may still be linked to it.
      return clause === undefined || choice === 'none' || (choice === 'make' && done.has(id))
        ? []
        : [{ clause, choice }]
    })
    if (chosen.length === 0) throw new RuleViolation('promises.nothingChosen')
    for (const one of chosen) await make(tx, actor, one, { agreement, now })
    await lockPromised(tx, agreement.bloc_year_id, now)
    await record(tx, actor, now, {
      action: 'promises.adopted',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { count: chosen.length, clauses: chosen.map(({ clause }) => clause.id) },
    })
  })
}
