import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import type { AlikePair } from '#domains/evidence/alike/queries.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { periodName } from '../../periods/period-name.ts'
import { words as periodWords } from '../../periods/words.ts'
import { reportPath } from '../../reporting/paths.ts'
import { words as reportingWords } from '../../reporting/words.ts'
import { writeValue } from '../../value.ts'
import type { Signs } from '../gather-signs.ts'
import type { FigureSign } from '../sign.ts'
import { words } from '../words.ts'

interface SignsPageProps {
  year: BlocYearRow
  signs: Signs
  names: ReadonlyMap<string, string>
}

/** What a sign says, in the words of its target's measure. */
function signText({ kind, typed, other, target }: FigureSign, locale: Locale): string {
  const shown = (value: string) => writeValue(value, target, locale)
  return reportingWords(locale).anomalies[kind](shown(typed), shown(other))
}

const Figures = ({ year, signs, names }: SignsPageProps) => {
  const locale = useLocale()
  const t = words(locale).figures
  const { names: periods } = periodWords(locale)
  return (
    <Sheet title={t.heading} beside={<State kind="open">{String(signs.figures.length)}</State>} id="so-lieu" flush>
      <Table
        caption={t.heading}
        rows={signs.figures}
        empty={<Empty title={t.none} />}
        columns={[
          {
            key: 'period',
            label: t.period,
            cell: ({ period, unit }) => <a href={reportPath(year, period, unit)}>{periodName(periods, period)}</a>,
          },
          { key: 'unit', label: t.unit, cell: ({ unit }) => names.get(unit) ?? '' },
          { key: 'target', label: t.target, cell: ({ target }) => target.name },
          { key: 'sign', label: t.sign, cell: (sign) => signText(sign, locale) },
          { key: 'note', label: t.note, cell: ({ note }) => note || <span class="mute">{t.noNote}</span> },
        ]}
      />
    </Sheet>
  )
}

const Other = ({ year, pair }: { year: BlocYearRow; pair: AlikePair }) => {
  const t = words(useLocale()).evidence
  if (pair.other_bloc_year_id !== year.id) return <span class="mute">{t.elsewhere}</span>
  return (
    <>
      <a href={evidencePaths.piece(year.bloc.slug, year.slug, pair.other)}>{pair.other_title}</a>
      <br />
      <span class="mute">{t.otherLine(pair.other_unit_name, formatDay(dayOf(pair.other_brought_at)))}</span>
    </>
  )
}

const Evidence = ({ year, signs, names }: SignsPageProps) => {
  const t = words(useLocale()).evidence
  return (
    <Sheet title={t.heading} beside={<State kind="open">{String(signs.evidence.length)}</State>} id="minh-chung" flush>
      <Table
        caption={t.heading}
        rows={signs.evidence}
        empty={<Empty title={t.none} />}
        columns={[
          {
            key: 'piece',
            label: t.piece,
            cell: ({ evidence, title }) => (
              <a href={evidencePaths.piece(year.bloc.slug, year.slug, evidence)}>{title}</a>
            ),
          },
          { key: 'unit', label: t.unit, cell: ({ unit }) => names.get(unit) ?? '' },
          { key: 'how', label: t.how, cell: ({ how }) => t[how] },
          { key: 'other', label: t.other, cell: (pair) => <Other year={year} pair={pair} /> },
        ]}
      />
    </Sheet>
  )
}

/** Everything in a year that does not fit together, with the way to where it stands. */
export const SignsPage = (props: SignsPageProps) => {
  const t = words(useLocale())
  const { figures, evidence } = props.signs
  return (
    <>
      <PageHead over={props.year.bloc.name} title={t.heading} under={t.intro} />
      {figures.length + evidence.length === 0 ? (
        <Sheet>
          <Empty title={t.none}>{t.noneBody}</Empty>
        </Sheet>
      ) : (
        <div class="stack">
          <Figures {...props} />
          <Evidence {...props} />
        </div>
      )}
    </>
  )
}
