import { membersOn, yearById, type BlocYearRow, type MemberRow } from '#domains/blocs/queries.ts'
import { legalTextsById } from '#domains/law/queries.ts'
import { awardingOffices } from '#domains/units/lineage/queries.ts'
import { signersOf } from '#domains/units/mandates/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { usualCopies, type Clause } from '../agreement.ts'
import { clausesOf } from '../agreement.ts'
import type { CanonicalAgreement, Party } from '../canonical-text.ts'
import { agreementById, clausesOfAgreement, type AgreementRow } from '../queries.ts'
import type { DraftFacts } from './check-draft.ts'

export interface GatheredDraft {
  agreement: AgreementRow
  clauses: readonly Clause[]
  year: BlocYearRow
  members: readonly MemberRow[]
  signers: Awaited<ReturnType<typeof signersOf>>
  facts: DraftFacts
}

/** Everything a draft says and stands on, as of a moment: members on the day of signing, signers as of now. */
export async function gatherDraft(db: Db | Tx, id: string, now: Date): Promise<GatheredDraft> {
  const agreement = await agreementById(db, id)
  const year = await yearById(db, agreement.bloc_year_id)
  const clauses = await clausesOfAgreement(db, id)
  const today = dayOf(now)
  const members = await membersOn(db, agreement.bloc_year_id, agreement.signing_on ?? today)
  const signers = await signersOf(
    db,
    members.map((member) => member.unit),
    today,
  )
  const named = clausesOf(clauses, 'legal_basis').map((clause) => clause.details['legalText'] ?? '')
  const facts: DraftFacts = {
    head: agreement,
    clauses,
    members: members.map(({ unit, full_name }) => {
      const signer = signers.get(unit)
      return { unit, name: full_name, signer: signer === undefined ? null : { name: signer.person, post: signer.post } }
    }),
    year: { label: year.label, starts_on: year.starts_on, ends_on: year.ends_on },
    today,
    legalTexts: await legalTextsById(
      db,
      named.filter((text) => text !== ''),
    ),
    offices: await awardingOffices(db),
  }
  return { agreement, clauses, year, members, signers, facts }
}

const nobody = { person: '', post: '', id: '', document_name: '' }

function partiesOf({ members, signers }: GatheredDraft): Party[] {
  return members.map((member, index) => {
    const { person, post, id, document_name } = signers.get(member.unit) ?? nobody
    return {
      unit: member.unit,
      name: member.full_name,
      office: member.office,
      field: fieldAt(index),
      signer: { name: person, post, mandate: id, document: document_name },
    }
  })
}

/** The signature field of a member, by its place in the bloc's order. */
export const fieldAt = (index: number) => `don-vi-${index + 1}`

const detail = (clause: Clause, name: string) => clause.details[name] ?? ''

/** The draft as the one text that all sign; fields that are still missing stay empty (a preview prints them so). */
export function canonicalOf(draft: GatheredDraft, tenant: string): CanonicalAgreement {
  const { agreement, clauses, year, members } = draft
  const textsOf = (section: Clause['section']) => clausesOf(clauses, section).map((clause) => clause.text)
  const nameOf = (unit: string) => members.find((member) => member.unit === unit)?.full_name ?? ''
  return {
    format: 'giao-uoc/agreement/1',
    id: agreement.id,
    version: agreement.version,
    title: agreement.title,
    year: { label: year.label, kind: year.kind, from: year.starts_on, to: year.ends_on },
    bloc: { id: year.bloc.id, code: year.bloc.code, name: year.bloc.name, founding: year.bloc.founding_number },
    tenant,
    place: agreement.place,
    signingOn: agreement.signing_on ?? year.starts_on,
    theme: agreement.theme,
    legalBases: textsOf('legal_basis'),
    opening: textsOf('opening').join('\n'),
    commitments: textsOf('commitment'),
    movements: clausesOf(clauses, 'movement').map((clause) => ({
      title: clause.text,
      from: detail(clause, 'from'),
      to: detail(clause, 'to'),
      scope: detail(clause, 'scope'),
    })),
    targets: clausesOf(clauses, 'target').map((clause) => ({
      text: clause.text,
      measure: detail(clause, 'measure'),
      plan: detail(clause, 'plan'),
      unit: nameOf(detail(clause, 'unit')),
    })),
    titles: clausesOf(clauses, 'title').map((clause) => ({ text: clause.text, unit: nameOf(detail(clause, 'unit')) })),
    organisation: textsOf('organisation'),
    copies: agreement.copies ?? usualCopies(members.length),
    witness: agreement.witness,
    isSample: agreement.is_sample,
    ...(agreement.allows_substitute ? { substitutes: true as const } : {}),
    parties: partiesOf(draft),
  }
}
