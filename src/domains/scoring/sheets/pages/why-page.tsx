import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import type { SubjectKey } from '#domains/evidence/subject.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { sayStep } from '../../engine/derivation-words.ts'
import type { CriterionScore, Derivation, UsedFact } from '../../engine/score-result.ts'
import type { ScoreTable } from '../../table/score-table.ts'
import type { GatheredFact } from '../../figures/fact-source.ts'
import { printedIn } from '../leaf.ts'
import { shownNumber } from '../shown-number.ts'
import { loggedIn, writeFact } from '../../figures/typed-value.ts'
import { words } from '../words.ts'

export interface WhyPageProps {
  crumbs: readonly Crumb[]
  over: string
  code: string
  title: string
  table: ScoreTable
  score: CriterionScore | undefined
  derivation: Derivation
  known: ReadonlyMap<string, GatheredFact>
  evidence: { bloc: string; year: string; subject: SubjectKey; cited: readonly Cited[]; mayAdd: boolean } | undefined
}

const UsedFacts = ({ facts, known, table }: { facts: readonly UsedFact[] } & Pick<WhyPageProps, 'known' | 'table'>) => {
  const locale = useLocale()
  const t = words(locale)
  if (facts.length === 0) return <p class="mute">{t.derivation.noFacts}</p>
  const valueOf = ({ key, value }: UsedFact) => {
    const fact = known.get(key)
    if (fact?.assigned === false) return t.notAssigned
    const reports = loggedIn(fact?.value)
    if (reports !== undefined) return t.reportsSaid(...reports)
    return writeFact(fact?.value ?? value, locale) || t.missing
  }
  const sourceOf = ({ key, source = '' }: UsedFact) => {
    const fact = known.get(key)
    if (fact === undefined) return source
    return fact.path === undefined ? t.source(fact.source) : <a href={fact.path}>{t.source(fact.source)}</a>
  }
  const columns: Column<UsedFact>[] = [
    { key: 'fact', label: t.derivation.fact, cell: ({ key }) => printedIn(table.facts[key]?.label ?? key, locale) },
    { key: 'value', label: t.derivation.value, cell: valueOf, numeric: true },
    { key: 'from', label: t.derivation.from, cell: sourceOf },
  ]
  return <Table caption={t.derivation.facts} columns={columns} rows={facts} />
}

/** Why a criterion has its points: what it read, each step in words, what people said instead, and what proves it. */
export const WhyPage = (props: WhyPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { score, derivation, evidence } = props
  const shown = (value: string | null | undefined) =>
    value === null || value === undefined ? t.derivation.none : shownNumber(value, locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.derivation.title(props.code)}
        under={`${props.title} · ${t.derivation.over(derivation.table.code, derivation.table.version)}`}
      />
      <Sheet>
        <Facts
          facts={[
            { label: t.max, value: shown(score?.max) },
            { label: t.derivation.proposed, value: shown(score?.proposed) },
            { label: t.derivation.stands, value: <b>{shown(score?.points)}</b> },
            ...(score?.agreed === undefined
              ? []
              : [{ label: t.reason, value: t.derivation.agreed(score.agreed.by ?? '', score.agreed.reason) }]),
          ]}
        />
      </Sheet>
      <Sheet title={t.derivation.steps}>
        <ol class="score-steps">
          {derivation.steps.map((step) => (
            <li>{sayStep(step, locale)}</li>
          ))}
        </ol>
      </Sheet>
      <Sheet title={t.derivation.facts}>
        <UsedFacts facts={derivation.facts} known={props.known} table={props.table} />
      </Sheet>
      {evidence !== undefined && (
        <Sheet title={t.evidence} id="minh-chung">
          <CitedEvidence {...evidence} />
        </Sheet>
      )}
    </div>
  )
}
