import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import { param } from '#platform/param.ts'
import { demand, found } from '#platform/errors.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { mayDraft, mayRead } from './access.ts'
import { liveAgreement, type AgreementRow } from './queries.ts'

/** The bloc-year that the address names, for someone who may see its agreement. */
export async function yearOf(c: WebContext): Promise<BlocYearRow> {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(mayRead(actorOf(c), { bloc_year_id: year.id }))
  return year
}

export interface AgreementAt {
  year: BlocYearRow
  agreement: AgreementRow
  /** The two words of the address, as every path takes them. */
  at: readonly [bloc: string, year: string]
}

export async function agreementOf(c: WebContext): Promise<AgreementAt> {
  const year = await yearOf(c)
  const agreement = found(await liveAgreement(c.var.db, year.id))
  return { year, agreement, at: [year.bloc.slug, year.slug] }
}

/** The same, for someone who drafts it. */
export async function draftOf(c: WebContext): Promise<AgreementAt> {
  const draft = await agreementOf(c)
  demand(mayDraft(actorOf(c), draft.agreement))
  return draft
}
