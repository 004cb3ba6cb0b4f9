import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper } from '#capabilities/documents/paper.ts'
import { dayOf } from '#platform/clock.ts'
import { printCode } from '#platform/id.ts'
import { readCanonical } from '../canonical-text.ts'
import { momentOf, revisionRows, textFacts, unitFacts, type EvidenceFact } from './evidence-facts.ts'
import type { Evidence } from './gather-evidence.ts'
import { words } from './words.ts'

interface Printed {
  evidence: Evidence
  now: Date
  /** Where the code leads. */
  url: string
}

/** A hash as eight groups, so that it breaks between them and can be compared by eye. */
const inGroups = (value: string) => (/^[0-9a-f]{64}$/.test(value) ? (value.match(/.{8}/g) ?? []).join(' ') : value)

const lines = (facts: readonly EvidenceFact[]): Block => ({
  kind: 'clauses',
  clauses: facts.map(({ label, value }) => ({
    number: '-',
    text: [{ text: `${label}: `, bold: true }, { text: inGroups(value) }],
  })),
})

const roman = ['I.', 'II.', 'III.', 'IV.']

function revisionTable(evidence: Evidence): Block {
  const t = words('vi')
  const columns = [
    { title: t.revision, width: 1, align: 'center' },
    { title: t.revisionOf, width: 4 },
    { title: t.at, width: 3 },
    { title: t.fileHash, width: 5 },
  ] as const
  const rows = revisionRows(evidence, 'vi').map(({ number, of, at, sha256 }) => [number, of, at, inGroups(sha256)])
  return { kind: 'table', columns, rows }
}

const units = ({ units: all }: Evidence): Block[] =>
  all.flatMap((unit, index): Block[] => [
    { kind: 'heading', level: 2, number: `${index + 1}.`, text: unit.place.unit_name },
    lines(unitFacts(unit, 'vi')),
  ])

function voided({ voided: versions }: Evidence): Block[] {
  const t = words('vi')
  if (versions.length === 0) return []
  const texts = versions.map(({ version, voided_at, void_reason }) =>
    t.voidedLine(version, voided_at === null ? '' : momentOf(voided_at), void_reason ?? ''),
  )
  return [{ kind: 'clauses', clauses: texts.map((text) => ({ number: '-', text })) }]
}

/** The evidence page on paper: what the system knows of how a text was signed, as of a moment. */
export function evidencePaper({ evidence, now, url }: Printed): Paper {
  const t = words('vi')
  const { agreement, code, textSha256 } = evidence
  const canonical = readCanonical(agreement.canonical_text ?? '')
  const sections: readonly (readonly [string, Block[]])[] = [
    [t.text, [lines(textFacts(evidence, 'vi'))]],
    [t.units, units(evidence)],
    [t.revisions, [revisionTable(evidence)]],
    [t.voided, voided(evidence)],
  ]
  const shown = sections.filter(([, blocks]) => blocks.length > 0)
  return {
    profile: 'state',
    language: 'vi',
    documentDate: dayOf(now),
    metadata: { author: canonical.bloc.name, keywords: [code] },
    head: {
      parent: [canonical.tenant.toLocaleUpperCase('vi')],
      body: [canonical.bloc.name.toLocaleUpperCase('vi')],
      placeAndDate: `${agreement.place}, ${longDay(dayOf(now))}`,
    },
    title: t.heading.toLocaleUpperCase('vi'),
    about: t.of(agreement.title),
    blocks: [
      { kind: 'paragraph', text: t.madeAt(momentOf(now)) },
      ...shown.flatMap(([heading, blocks], index): Block[] => [
        { kind: 'heading', level: 1, number: roman[index] ?? '', text: heading.toLocaleUpperCase('vi') },
        ...blocks,
      ]),
    ],
    proof: { hash: textSha256, code: printCode(code), url },
    ...(agreement.is_sample ? { mark: 'DỮ LIỆU MẪU' } : {}),
  }
}
