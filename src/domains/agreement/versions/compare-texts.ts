import { sections, type ClauseSection } from '../agreement.ts'
import type { CanonicalAgreement } from '../canonical-text.ts'
import { textSections } from '../text-sections.ts'
import { compareLists, type LineChange } from './compare-lists.ts'

/** The fields of the head that a comparison shows. */
export const comparedFields = ['title', 'theme', 'place', 'signingOn', 'copies', 'witness', 'substitutes'] as const
export type ComparedField = (typeof comparedFields)[number]

export interface FieldChange {
  field: ComparedField
  older: string
  newer: string
}

export interface TextComparison {
  /** Only what differs. */
  fields: readonly FieldChange[]
  parties: readonly LineChange[]
  sections: readonly { section: ClauseSection; changes: readonly LineChange[] }[]
  isSame: boolean
}

const valueOf = (text: CanonicalAgreement, field: ComparedField): string => {
  const value = text[field]
  if (typeof value === 'string') return field === 'signingOn' ? value.split('-').reverse().join('/') : value
  return typeof value === 'number' ? String(value) : String(value === true)
}

const partyLines = (text: CanonicalAgreement) =>
  text.parties.map(({ name, signer }) => [name, signer.name, signer.post].filter((part) => part !== '').join(', '))

const isSame = (changes: readonly LineChange[]) => changes.every(({ kind }) => kind === 'same')

/** What a newer text says otherwise than an older one: head, units with their signers, then clause by clause. */
export function compareTexts(older: CanonicalAgreement, newer: CanonicalAgreement): TextComparison {
  const fields = comparedFields
    .map((field) => ({ field, older: valueOf(older, field), newer: valueOf(newer, field) }))
    .filter((change) => change.older !== change.newer)
  const parties = compareLists(partyLines(older), partyLines(newer))
  const [before, after] = [textSections(older), textSections(newer)]
  const compared = sections.map((section) => ({ section, changes: compareLists(before[section], after[section]) }))
  const same = fields.length === 0 && isSame(parties) && compared.every(({ changes }) => isSame(changes))
  return { fields, parties, sections: compared, isSame: same }
}
