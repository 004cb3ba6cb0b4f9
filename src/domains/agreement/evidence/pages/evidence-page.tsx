import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { paths } from '../../paths.ts'
import { momentOf, revisionRows, textFacts, unitFacts } from '../evidence-facts.ts'
import type { Evidence } from '../gather-evidence.ts'
import { words } from '../words.ts'

interface EvidencePageProps {
  bloc: string
  year: string
  blocName: string
  evidence: Evidence
}

const shapes = { waiting: 'none', signed: 'done', refused: 'late', withdrawn: 'late', void: 'none' } as const

const isHash = (value: string) => /^[0-9a-f]{64}$/.test(value)

const shown = (facts: ReturnType<typeof unitFacts>) =>
  facts.map(({ label, value }) => ({ label, value: isHash(value) ? <span class="code">{value}</span> : value }))

type Revision = ReturnType<typeof revisionRows>[number]

const Revisions = ({ evidence }: { evidence: Evidence }) => {
  const locale = useLocale()
  const t = words(locale)
  const columns: Column<Revision>[] = [
    { key: 'number', label: t.revision, cell: (row) => row.number },
    { key: 'of', label: t.revisionOf, cell: (row) => row.of },
    { key: 'at', label: t.at, cell: (row) => row.at },
    { key: 'sha256', label: t.fileHash, cell: (row) => <span class="code">{row.sha256}</span> },
  ]
  return (
    <Sheet title={t.revisions} flush>
      <Table caption={t.revisions} columns={columns} rows={revisionRows(evidence, locale)} />
    </Sheet>
  )
}

const Voided = ({ evidence }: { evidence: Evidence }) => {
  const t = words(useLocale())
  if (evidence.voided.length === 0) return null
  return (
    <Sheet title={t.voided}>
      <ul>
        {evidence.voided.map(({ version, voided_at, void_reason }) => (
          <li>{t.voidedLine(version, voided_at === null ? '' : momentOf(voided_at), void_reason ?? '')}</li>
        ))}
      </ul>
    </Sheet>
  )
}

/** How a text was signed, unit by unit, with all that proves it. */
export const EvidencePage = ({ bloc, year, blocName, evidence }: EvidencePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <PageHead
        over={blocName}
        title={t.heading}
        under={t.note}
        actions={
          <LinkButton href={paths.evidencePaper(bloc, year)} icon="download">
            {t.download}
          </LinkButton>
        }
      />
      <div class="stack">
        <Sheet title={t.text}>
          <Facts facts={shown(textFacts(evidence, locale))} />
        </Sheet>
        {evidence.units.map((unit) => (
          <Sheet
            title={unit.place.unit_name}
            beside={<State kind={shapes[unit.place.state]}>{t.states[unit.place.state]}</State>}
          >
            <Facts facts={shown(unitFacts(unit, locale).slice(1))} />
          </Sheet>
        ))}
        <Revisions evidence={evidence} />
        <Voided evidence={evidence} />
      </div>
    </>
  )
}
