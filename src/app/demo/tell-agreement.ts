import { agreement, headUnit, units } from '../../../db/seed/nam-dinh.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { lastYearBeginning, templateBeginning } from '#domains/agreement/drafting/beginnings.ts'
import { freezeAgreement, type FreezePieces } from '#domains/agreement/drafting/freeze-agreement.ts'
import { startDraft, type Beginning, type NewClause } from '#domains/agreement/drafting/start-draft.ts'
import { agreementById, clausesOfAgreement } from '#domains/agreement/queries.ts'
import { textsInForce } from '#domains/law/queries.ts'
import { leaderOf } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

const headLogin = () => {
  const head = units.find((unit) => unit.key === headUnit)
  if (head === undefined) throw new Error('the sample story has a head')
  return leaderOf(head).login
}

async function beginning(told: Told, year: BlocYearRow): Promise<Beginning> {
  const frame = templateBeginning(year, await textsInForce(told.db, year.starts_on))
  const { title, theme, place, signingOn, witness } = agreement
  const commitments = agreement.commitments.map((text): NewClause => ({ section: 'commitment', text }))
  const movements = agreement.movements.map(({ title: text, from, to }): NewClause => ({
    section: 'movement',
    text,
    details: { from, to, scope: '' },
  }))
  const titles = agreement.titles.map((text): NewClause => ({ section: 'title', text, details: { unit: '' } }))
  return {
    head: { ...frame.head, title, theme, place, witness, signing_on: signingOn },
    clauses: [...frame.clauses, ...commitments, ...movements, ...titles],
  }
}

/** The agreement of 2023, drafted and frozen by the head; answers with its id. */
export async function tellAgreement(told: Told, year: BlocYearRow, pieces: FreezePieces): Promise<string> {
  const head = await actorNamed(told, headLogin())
  const input = {
    blocYear: year.id,
    origin: 'template',
    isSample: true,
    beginning: await beginning(told, year),
  } as const
  const id = await startDraft(told.db, head, input, told.now)
  await freezeAgreement(told.db, head, { agreement: id, isMeant: true }, { ...pieces, now: told.now })
  return id
}

/** A draft of the next year that follows the text of this one. */
export async function tellNextDraft(told: Told, next: BlocYearRow, follows: string): Promise<void> {
  const head = await actorNamed(told, headLogin())
  const last = { head: await agreementById(told.db, follows), clauses: await clausesOfAgreement(told.db, follows) }
  const input = { blocYear: next.id, origin: 'last_year', follows, isSample: true } as const
  await startDraft(told.db, head, { ...input, beginning: lastYearBeginning(next, last) }, told.now)
}
