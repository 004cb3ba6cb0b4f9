import type { SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { formatNumber } from '#ui/format.ts'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Counts, JudgedRow, Likeness, RowView } from '../intake.ts'
import { rowViews, viewOf } from '../intake.ts'
import { intakePaths } from '../paths.ts'
import { tellFault } from '../tell-fault.ts'
import { words, type IntakeWords } from '../words.ts'

export interface RowsTableProps {
  locale: Locale
  intake: { id: string }
  plan: SheetPlan
  counts: Counts
  view: RowView
  page: number
  last: number
  rows: readonly JudgedRow[]
  /** Whether choices may still be made. */
  open: boolean
}

const kinds: Record<Exclude<RowView, 'all'>, StateKind> = {
  add: 'done',
  same: 'none',
  skip: 'none',
  faulty: 'late',
  undecided: 'soon',
}

const rowOf = ({ ref }: Likeness) => (ref.startsWith('row:') ? ref.slice(4) : null)

const tellLikeness = (one: Likeness, t: IntakeWords) => {
  const row = rowOf(one)
  return `${row === null ? t.likeness(one.name) : t.likenessRow(row, one.name)} (${t.why[one.why]})`
}

/** The cell as it was sent; what is wrong with it stands beside the row's number, where nobody must scroll to. */
const SentCell = ({ row, column, t }: { row: JudgedRow; column: number; t: IntakeWords }) => (
  <>
    {row.shown[column] || '–'}{' '}
    {row.faults.some((fault) => fault.column === column) && <State kind="late">{t.views.faulty}</State>}
  </>
)

function choicesOf(row: JudgedRow, t: IntakeWords) {
  const view = viewOf(row)
  const skip = { value: 'skip', label: t.choices.skip }
  if (row.faults.length > 0) return { none: t.choices.mend, options: [skip] }
  const same = row.likenesses.map((one) => {
    const number = rowOf(one)
    return {
      value: `same:${one.ref}`,
      label: number === null ? t.choices.same(one.name) : t.choices.sameRow(number),
    }
  })
  const add = row.mayAdd && row.likenesses.length > 0 ? [{ value: 'add', label: t.choices.add }] : []
  return { none: view === 'undecided' ? t.choices.choose : t.choices.auto, options: [...same, ...add, skip] }
}

const valueOf = ({ choice, sameAs }: JudgedRow) => (choice === 'same' ? `same:${sameAs}` : (choice ?? undefined))

const Outcome = ({ row, locale, open }: { row: JudgedRow; locale: Locale; open: boolean }) => {
  const t = words(locale)
  return (
    <>
      <State kind={kinds[viewOf(row)]}>{t.outcomes[viewOf(row)]}</State>
      {row.faults.map((fault) => (
        <p class="field-error">{tellFault(fault, row.number, locale)}</p>
      ))}
      {row.faults.length === 0 && row.likenesses.map((one) => <p class="mute">{tellLikeness(one, t)}</p>)}
      {open && (
        <SelectField
          name={`r${row.number}`}
          label={t.choiceOf(String(row.number))}
          value={valueOf(row)}
          {...choicesOf(row, t)}
          required
        />
      )}
    </>
  )
}

const columnsOf = ({ plan, locale, open }: RowsTableProps): Column<JudgedRow>[] => {
  const t = words(locale)
  const sent = plan.columns.map((column, index): Column<JudgedRow> => ({
    key: column.key,
    label: column.heading[locale],
    cell: (row) => <SentCell row={row} column={index} t={t} />,
  }))
  return [
    { key: 'row', label: t.columns.row, cell: (row) => String(row.number) },
    ...sent.slice(0, 1),
    { key: 'outcome', label: t.columns.outcome, cell: (row) => <Outcome row={row} locale={locale} open={open} /> },
    ...sent.slice(1),
  ]
}

export const viewHref = (id: string, view: RowView, page = 1) =>
  `${intakePaths.intake(id)}?xem=${view}${page > 1 ? `&trang=${page}` : ''}`

/** The rows of a list as they were sent, what would become of each, and what one may say about it. */
export const RowsTable = (props: RowsTableProps) => {
  const { locale, intake, counts, view, page, open } = props
  const t = words(locale)
  const table = (
    <Table
      caption={t.views[view]}
      columns={columnsOf(props)}
      rows={props.rows}
      empty={<Empty title={t.nothingHere}>{t.nothingHereBody}</Empty>}
      wide
    />
  )
  return (
    <div class="stack tight">
      <Tabs
        label={t.viewsLabel}
        tabs={rowViews
          .filter((one) => one === 'all' || counts[one] > 0)
          .map((one) => ({
            label: t.views[one],
            href: viewHref(intake.id, one),
            current: one === view,
            count: counts[one],
          }))}
      />
      {open && props.rows.length > 0 ? (
        <form method="post" action={`${intakePaths.choices(intake.id)}?xem=${view}&trang=${page}`} class="stack tight">
          <Sheet flush>{table}</Sheet>
          <Actions>
            <SubmitButton look="plain">{t.saveChoices}</SubmitButton>
          </Actions>
        </form>
      ) : (
        <Sheet flush>{table}</Sheet>
      )}
      <Pagination page={page} last={props.last} href={(number) => viewHref(intake.id, view, number)} />
    </div>
  )
}

export const shownCount = (count: number, locale: Locale) => formatNumber(count, locale)
