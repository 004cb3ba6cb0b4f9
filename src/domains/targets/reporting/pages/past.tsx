import { Details } from '#ui/details.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { writeValue, type Value } from '../../value.ts'
import type { GridRow } from '../gather-grid.ts'
import type { CorrectionRow, FigureBefore } from '../queries.ts'
import type { SecondPersonState } from '../report.ts'
import { words } from '../words.ts'

export const secondPersonShapes = {
  asked: 'soon',
  agreed: 'done',
  refused: 'none',
} satisfies Record<SecondPersonState, StateKind>

type Rows = { rows: readonly Pick<GridRow, 'target'>[] }

/** Names and writes the figures of a report's targets. */
function teller({ rows }: Rows, locale: 'vi' | 'en') {
  const t = words(locale)
  const byId = new Map(rows.map(({ target }) => [target.id, target]))
  return {
    name: (id: string) => byId.get(id)?.code ?? '',
    write: (id: string, value: Value) => {
      const target = byId.get(id)
      return value === null || target === undefined ? t.missing : writeValue(value, target, locale)
    },
  }
}

type CorrectionListProps = Rows & { corrections: readonly CorrectionRow[]; hrefOf: (id: string) => string }

/** What was asked to be corrected, what was decided and why. */
export const CorrectionList = ({ rows, corrections, hrefOf }: CorrectionListProps) => {
  const locale = useLocale()
  const t = words(locale).correction
  const { name, write } = teller({ rows }, locale)
  if (corrections.length === 0) return <p class="mute">{t.note}</p>
  const columns: Column<CorrectionRow>[] = [
    { key: 'target', label: t.target, cell: (row) => <a href={hrefOf(row.id)}>{name(row.target_id)}</a> },
    { key: 'before', label: t.before, cell: (row) => write(row.target_id, row.before), numeric: true },
    { key: 'after', label: t.after, cell: (row) => write(row.target_id, row.after), numeric: true },
    { key: 'reason', label: t.reason, cell: (row) => row.reason },
    { key: 'by', label: t.by, cell: (row) => row.asked_by_name },
    {
      key: 'state',
      label: t.state,
      cell: (row) => <State kind={secondPersonShapes[row.state]}>{t.states[row.state]}</State>,
    },
  ]
  return <Table caption={t.list} columns={columns} rows={corrections} />
}

/** The figures that others took the place of, with who wrote them. */
export const BeforeList = ({ rows, before }: Rows & { before: readonly FigureBefore[] }) => {
  const locale = useLocale()
  const t = words(locale)
  const { name, write } = teller({ rows }, locale)
  return (
    <Details summary={t.before}>
      <ol class="history">
        {before.map((figure) => (
          <li>
            <time datetime={figure.replaced_at.toISOString()}>{formatMoment(figure.replaced_at)}</time>
            <div>
              <p>
                {t.beforeLine(name(figure.target_id), write(figure.target_id, figure.value), figure.entered_by_name)}
              </p>
              {figure.reason !== '' && <p class="history-detail">{figure.reason}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Details>
  )
}
