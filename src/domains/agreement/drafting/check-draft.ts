import { forceOn, type LegalText as LegalTextInForce } from '#domains/law/legal-text.ts'
import { withoutMarks } from '#platform/fold.ts'
import type { AgreementHead, Clause } from '../agreement.ts'
import { clausesOf, usualCopies } from '../agreement.ts'

/** `stops`: the text cannot be frozen so. `asks`: it can, once a person has said that it is meant. */
export interface Finding {
  severity: 'stops' | 'asks'
  /** A sentence in the words of this domain: `findings.<key>`. */
  key: string
  values: Readonly<Record<string, string | number>>
  /** Where to mend it: a field of the head, a clause, or a member unit. */
  at: { field: string } | { clause: string } | { unit: string } | null
}

export interface MemberAtSigning {
  unit: string
  name: string
  signer: { name: string; post: string } | null
}

export interface DraftFacts {
  head: AgreementHead
  clauses: readonly Clause[]
  members: readonly MemberAtSigning[]
  year: { label: string; starts_on: string; ends_on: string }
  today: string
  /** Dated legal texts by id: those that clauses name. */
  legalTexts: ReadonlyMap<string, LegalText>
  /** What the awarding office was called, and when. */
  offices: readonly { full_name: string; short_name: string; from_on: string; to_on: string | null }[]
}

type LegalText = Pick<LegalTextInForce, 'number' | 'in_force_from' | 'in_force_to'>

const stops = (key: string, at: Finding['at'], values: Finding['values'] = {}): Finding => ({
  severity: 'stops',
  key,
  values,
  at,
})
const asks = (key: string, at: Finding['at'], values: Finding['values'] = {}): Finding => ({
  severity: 'asks',
  key,
  values,
  at,
})

/** The built-in grid of signatures holds two to twenty units. */
const fewestUnits = 2
const mostUnits = 20

function checkHead({ head }: DraftFacts): Finding[] {
  const missing = (['title', 'place', 'signing_on'] as const).filter((field) => !head[field])
  return missing.map((field) => stops(`missing_${field}`, { field }))
}

/** A signing may come a month before its year begins (seen: 12 December for the next year), hardly after its end. */
function checkDates({ head, year, today }: DraftFacts): Finding[] {
  const { signing_on: signing, sign_by: by } = head
  const found: Finding[] = []
  if (signing === null) return found
  const values = { day: signing, label: year.label, from: year.starts_on, to: year.ends_on }
  if (signing > year.ends_on) found.push(asks('signingAfterYear', { field: 'signing_on' }, values))
  if (monthsBefore(signing, year.starts_on) > 2)
    found.push(asks('signingLongBeforeYear', { field: 'signing_on' }, values))
  if (by !== null && by < signing) found.push(stops('signByBeforeSigning', { field: 'sign_by' }, { day: signing, by }))
  else if (by !== null && by < today) found.push(stops('signByOver', { field: 'sign_by' }, { by }))
  return found
}

const monthsBefore = (day: string, other: string) =>
  (Number(other.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(other.slice(5, 7)) - Number(day.slice(5, 7))

/** A year in the title that is not the year of the agreement is nearly always left over from the last one. */
function checkTitleYear({ head, year }: DraftFacts): Finding[] {
  const spoken: string[] = head.title.match(/\b(19|20)\d{2}\b/gu) ?? []
  const own: string[] = year.label.match(/\d{4}/gu) ?? []
  return spoken
    .filter((one) => !own.includes(one))
    .map((one) => asks('titleYear', { field: 'title' }, { found: one, label: year.label }))
}

function checkClauses({ clauses }: DraftFacts): Finding[] {
  const empty = clauses
    .filter((clause) => clause.text === '')
    .map((clause) => stops('emptyClause', { clause: clause.id }))
  const none = clausesOf(clauses, 'commitment').length === 0 ? [stops('noCommitments', null)] : []
  const baseless = clausesOf(clauses, 'legal_basis').length === 0 ? [asks('noLegalBasis', null)] : []
  const twice = clauses
    .filter((clause, index) => clause.text !== '' && clauses.findIndex((other) => other.text === clause.text) < index)
    .map((clause) => asks('clauseTwice', { clause: clause.id }, { text: clause.text.slice(0, 60) }))
  return [...none, ...baseless, ...empty, ...twice]
}

function checkMovements({ clauses, year }: DraftFacts): Finding[] {
  return clausesOf(clauses, 'movement').flatMap((clause) => {
    const { from = '', to = '' } = clause.details
    const values = { title: clause.text, from, to, label: year.label }
    if (from !== '' && to !== '' && from > to) return [stops('movementBackwards', { clause: clause.id }, values)]
    if (to !== '' && to < year.starts_on.slice(0, 4)) return [asks('movementOver', { clause: clause.id }, values)]
    return []
  })
}

const faultOfForce = { 'not-yet': 'basisNotYet', ended: 'basisOver' } as const

function checkLegalBasis(clause: Clause, day: string, text: LegalText): Finding[] {
  const force = forceOn(text, day)
  if (force !== 'not-yet' && force !== 'ended') return []
  const values = { number: text.number, day, from: text.in_force_from ?? '', to: text.in_force_to ?? '' }
  return [asks(faultOfForce[force], { clause: clause.id }, values)]
}

function checkLegalBases({ clauses, legalTexts, head }: DraftFacts): Finding[] {
  const day = head.signing_on
  if (day === null) return []
  return clausesOf(clauses, 'legal_basis').flatMap((clause) => {
    const text = legalTexts.get(clause.details['legalText'] ?? '')
    return text === undefined ? [] : checkLegalBasis(clause, day, text)
  })
}

function checkMembers({ members, head }: DraftFacts): Finding[] {
  const found = members
    .filter((member) => member.signer === null)
    .map((member) => stops('noSigner', { unit: member.unit }, { unit: member.name }))
  if (members.length < fewestUnits) found.push(stops('tooFewUnits', null, { count: members.length }))
  if (members.length > mostUnits) found.push(stops('tooManyUnits', null, { count: members.length, most: mostUnits }))
  const usual = usualCopies(members.length)
  if (head.copies !== null && head.copies < usual) {
    found.push(asks('fewCopies', { field: 'copies' }, { copies: head.copies, usual, units: members.length }))
  }
  return found
}

const isNamed = (written: string) => (office: DraftFacts['offices'][number]) =>
  [office.full_name, office.short_name].some((name) => withoutMarks(name) === withoutMarks(written))

/** The awarding office under a name that it does not have on the day of signing: often left over from an earlier text. */
function checkWitness({ head, offices }: DraftFacts): Finding[] {
  const { witness, signing_on: day } = head
  const named = offices.filter(isNamed(witness))
  if (day === null || named.length === 0) return []
  const holds = ({ from_on, to_on }: DraftFacts['offices'][number]) =>
    from_on <= day && (to_on === null || day <= to_on)
  if (named.some(holds)) return []
  const name = offices.find(holds)?.full_name ?? ''
  return [asks('witnessOfOtherDay', { field: 'witness' }, { witness, day, name })]
}

const checks = [
  checkHead,
  checkWitness,
  checkDates,
  checkTitleYear,
  checkMembers,
  checkClauses,
  checkMovements,
  checkLegalBases,
]

/** What is missing or contradictory in a draft, said before it is frozen; what stops comes first. */
export function checkDraft(facts: DraftFacts): Finding[] {
  return checks.flatMap((check) => check(facts)).sort((one, other) => other.severity.localeCompare(one.severity))
}
