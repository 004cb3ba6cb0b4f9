import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { sayStep } from '../../engine/derivation-words.ts'
import type { CriterionScore, Derivation, ScoreResult } from '../../engine/score-result.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import type { ScoreTable } from '../../table/score-table.ts'
import { tablePaths, type VersionAt } from '../../tables/paths.ts'
import type { VersionRow } from '../../tables/queries.ts'
import { wordsOf } from '../../tables/table-content.ts'
import { nodesOf } from '../../tables/table-tree.ts'
import { factField, judgedCodes, markField, trialUnits } from '../trial-facts.ts'
import { words } from '../words.ts'

export interface TrialPageProps {
  at: VersionAt
  version: VersionRow
  table: ScoreTable
  form: Returned
  result: ScoreResult | undefined
  /** Of the first unit, leaf by leaf. */
  why: readonly Derivation[]
  isBroken: boolean
}

interface Asked {
  label: string
  example: string
  field: (unit: string) => string
}

function askedBy(table: ScoreTable, examples: Readonly<Record<string, string>>): Asked[] {
  const titles = new Map(nodesOf(table.sections).map(({ node }) => [node.code, `${node.code} ${wordsOf(node.title)}`]))
  return [
    ...Object.entries(table.facts).map(([key, { label, type, measure }]) => ({
      label: measure === undefined ? wordsOf(label) : `${wordsOf(label)} (${measure})`,
      example: examples[type] ?? '',
      field: (unit: string) => factField(unit, key),
    })),
    ...judgedCodes(table).map((code) => ({
      label: titles.get(code) ?? code,
      example: '',
      field: (unit: string) => markField(unit, code),
    })),
  ]
}

const Ask = ({ table, form }: Pick<TrialPageProps, 'table' | 'form'>) => {
  const t = words(useLocale()).trial
  const input = (asked: Asked, unit: string, index: number) => {
    const name = asked.field(unit)
    const isWrong = form.errors.some(({ field }) => field === name)
    return (
      <input
        class="field-input"
        id={name}
        name={name}
        value={form.typed[name] ?? ''}
        placeholder={asked.example}
        aria-label={t.cell(asked.label, t.units[index] ?? unit)}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    )
  }
  const columns: Column<Asked>[] = [
    { key: 'fact', label: t.fact, heading: true, cell: ({ label }) => label },
    ...trialUnits.map((unit, index) => ({
      key: unit,
      label: t.units[index] ?? unit,
      cell: (asked: Asked) => input(asked, unit, index),
    })),
  ]
  return <Table caption={t.fact} columns={columns} rows={askedBy(table, t.exampleOf)} />
}

const scoresOf = (scores: readonly CriterionScore[]): CriterionScore[] =>
  scores.flatMap((score) => [score, ...scoresOf(score.children)])

interface Line {
  code: string
  title: string
  of: (unit: number) => CriterionScore | undefined
}

const Result = ({ table, result }: { table: ScoreTable; result: ScoreResult }) => {
  const locale = useLocale()
  const { trial: t, standings } = words(locale)
  const byUnit = result.units.map(({ criteria }) => new Map(scoresOf(criteria).map((score) => [score.code, score])))
  const rows = nodesOf(table.sections).map(({ node }): Line => ({
    code: node.code,
    title: wordsOf(node.title),
    of: (unit) => byUnit[unit]?.get(node.code),
  }))
  const said = (score: CriterionScore | undefined) =>
    score?.points == null ? (
      <span class="mute">{score && standings[score.standing]}</span>
    ) : (
      shownNumber(score.points, locale)
    )
  const columns: Column<Line>[] = [
    { key: 'code', label: t.fact, heading: true, cell: ({ code, title }) => `${code} ${title}` },
    ...result.units.map(({ name }, unit) => ({
      key: name,
      label: name,
      numeric: true,
      cell: ({ of }: Line) => said(of(unit)),
    })),
  ]
  const foot = [
    { key: 'code', value: t.total },
    ...result.units.map(({ name, total, max }) => ({
      key: name,
      value: `${shownNumber(total, locale)} / ${shownNumber(max, locale)}`,
    })),
  ]
  return (
    <Sheet title={t.result} flush>
      <Table caption={t.result} columns={columns} rows={rows} foot={foot} />
    </Sheet>
  )
}

const Why = ({ table, why }: { table: ScoreTable; why: readonly Derivation[] }) => {
  const locale = useLocale()
  const t = words(locale).trial
  if (why.length === 0) return null
  const titles = new Map(nodesOf(table.sections).map(({ node }) => [node.code, wordsOf(node.title)]))
  return (
    <Sheet title={t.why(t.units[0] ?? '')}>
      {why.map(({ code, steps }) => (
        <Details summary={`${code} ${titles.get(code) ?? ''}`}>
          <ol>
            {steps.map((step) => (
              <li>{sayStep(step, locale)}</li>
            ))}
          </ol>
        </Details>
      ))}
    </Sheet>
  )
}

/** Sample figures in, points and their reasons out; nothing is kept. */
export const TrialPage = (props: TrialPageProps) => {
  const t = words(useLocale()).trial
  const { at, version, table, form, result } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: version.title, href: tablePaths.version(...at) }]} />
      <PageHead title={t.title} over={version.title} under={t.intro} />
      <ErrorSummary errors={form.errors} />
      {props.isBroken && <Notice kind="error" title={t.broken} />}
      {result !== undefined && <Result table={table} result={result} />}
      {result !== undefined && <Why table={table} why={props.why} />}
      <Sheet flush>
        <form method="post" action={tablePaths.trial(...at)}>
          <Ask table={table} form={form} />
          <div class="actions">
            <SubmitButton>{t.submit}</SubmitButton>
          </div>
        </form>
      </Sheet>
    </div>
  )
}
