import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { ScoreResult, UnitScore } from '../../engine/score-result.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import { tablePaths, type VersionAt } from '../../tables/paths.ts'
import type { VersionRow } from '../../tables/queries.ts'
import { words as tableWords } from '../../tables/words.ts'
import { besideOne, type UnitBeside } from '../compare-results.ts'
import { words } from '../words.ts'

export interface SimulationPageProps {
  at: VersionAt
  version: VersionRow
  years: readonly BlocYearRow[]
  year: BlocYearRow | undefined
  others: readonly VersionRow[]
  other: VersionRow | undefined
  result: ScoreResult | undefined
  besides: ScoreResult | undefined
  /** What a fact's key is called, or a judged criterion's code. */
  nameOf: (key: string) => string
  isBroken: boolean
}

const Choosing = ({ at, years, year, others, other }: SimulationPageProps) => {
  const locale = useLocale()
  const [t, w] = [words(locale).simulation, tableWords(locale)]
  return (
    <form method="get" action={tablePaths.simulation(...at)} class="fields">
      <SelectField
        name="nam"
        label={t.year}
        required
        narrow
        value={year?.slug}
        options={years.map(({ slug, label }) => ({ value: slug, label }))}
      />
      <SelectField
        name="voi"
        label={t.beside}
        none={t.besideNone}
        value={other?.id}
        options={others.map((one) => ({ value: one.id, label: `${one.title}, ${w.versionName(String(one.number))}` }))}
      />
      <div class="row">
        <SubmitButton>{t.show}</SubmitButton>
      </div>
    </form>
  )
}

const Total = ({ unit }: { unit: UnitScore | undefined }) => {
  const locale = useLocale()
  const t = words(locale).simulation
  if (unit === undefined) return null
  return (
    <>
      {shownNumber(unit.total, locale)}
      {unit.state === 'incomplete' && <small class="mute"> ({t.known})</small>}
    </>
  )
}

const Change = ({ rises }: { rises: number | null }) => {
  const t = words(useLocale()).simulation
  if (rises === null) return <span class="mute">{t.noRank}</span>
  if (rises === 0) return <State kind="none">{t.same}</State>
  return rises > 0 ? (
    <State kind="done">{t.rises(String(rises))}</State>
  ) : (
    <State kind="late">{t.falls(String(-rises))}</State>
  )
}

const Results = (props: SimulationPageProps & { result: ScoreResult }) => {
  const locale = useLocale()
  const [t, w] = [words(locale).simulation, tableWords(locale)]
  const { version, other, year, result, besides } = props
  const name = (one: VersionRow) => `${one.code} ${w.versionName(String(one.number))}`
  const rank = (unit: UnitScore | undefined) => unit?.rank ?? '–'
  const columns: Column<UnitBeside>[] = [
    { key: 'unit', label: t.unit, heading: true, cell: ({ unit }) => unit.name },
    { key: 'total', label: t.total, numeric: true, cell: ({ unit }) => <Total unit={unit} /> },
    { key: 'max', label: t.max, numeric: true, cell: ({ unit }) => shownNumber(unit.max, locale) },
    { key: 'rank', label: t.rank, numeric: true, cell: ({ unit }) => rank(unit) },
    {
      key: 'missing',
      label: t.missing,
      numeric: true,
      cell: ({ unit }) => (unit.needs.length === 0 ? t.nothingMissing : t.missingCount(String(unit.needs.length))),
    },
  ]
  const beside: Column<UnitBeside>[] =
    other === undefined
      ? []
      : [
          { key: 'other', label: name(other), numeric: true, cell: (row) => <Total unit={row.other} /> },
          { key: 'otherRank', label: `${t.rank}, ${name(other)}`, numeric: true, cell: (row) => rank(row.other) },
          { key: 'change', label: t.change, cell: ({ rises }) => <Change rises={rises} /> },
        ]
  const title = t.result(name(version), year?.label ?? '')
  return (
    <>
      {result.ties.length > 0 && <Notice kind="warning" title={t.ties} />}
      <Sheet title={title} flush>
        <Table caption={title} columns={[...columns, ...beside]} rows={besideOne(result, besides)} />
      </Sheet>
    </>
  )
}

const Missing = ({ result, nameOf }: Pick<SimulationPageProps, 'nameOf'> & { result: ScoreResult }) => {
  const t = words(useLocale()).simulation
  const lacking = result.units.filter(({ needs }) => needs.length > 0)
  if (lacking.length === 0) return null
  return (
    <Sheet title={t.factsTitle}>
      {lacking.map(({ name, needs }) => (
        <Details summary={`${name}: ${t.missingCount(String(needs.length))}`}>
          <ul>
            {needs.map((key) => (
              <li>{nameOf(key)}</li>
            ))}
          </ul>
        </Details>
      ))}
    </Sheet>
  )
}

/** What the table would give the units of a past year, and who rises and falls beside another version. */
export const SimulationPage = (props: SimulationPageProps) => {
  const t = words(useLocale()).simulation
  const { at, version, years, result } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: version.title, href: tablePaths.version(...at) }]} />
      <PageHead title={t.title} over={version.title} under={t.intro} />
      <Sheet>{years.length === 0 ? <Empty title={t.noYears} /> : <Choosing {...props} />}</Sheet>
      {props.isBroken && <Notice kind="error" title={t.broken} />}
      {result !== undefined && <Results {...props} result={result} />}
      {result !== undefined && <Missing result={result} nameOf={props.nameOf} />}
    </div>
  )
}
