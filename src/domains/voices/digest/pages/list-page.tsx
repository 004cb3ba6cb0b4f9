import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Digest, DigestState } from '../digest.ts'
import { spanOf } from '../digest-document.ts'
import { digestPaths } from '../paths.ts'
import { words } from '../words.ts'

export interface MonthStand {
  /** Its first day. */
  month: string
  name: string
  closedOn: string | null
  closedBy: string
  mayClose: boolean
}

interface ListPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  digests: readonly Digest[]
  months: readonly MonthStand[]
  mayWrite: boolean
  form: ReturnedForm
}

export const stateKinds: Readonly<Record<DigestState, StateKind>> = { draft: 'open', finished: 'soon', sent: 'done' }

const columnsOf = ({ at }: ListPageProps, t: ReturnType<typeof words>): Column<Digest>[] => [
  {
    key: 'name',
    label: t.list.name,
    cell: (row) => (
      <a href={digestPaths.digest(...at, row.id)}>
        {t.kinds[row.kind]} {spanOf(row)}
      </a>
    ),
  },
  { key: 'state', label: t.list.state, cell: ({ state }) => <State kind={stateKinds[state]}>{t.states[state]}</State> },
  { key: 'sent', label: t.list.sentOn, cell: ({ sent_at }) => (sent_at === null ? '' : formatMoment(sent_at)) },
]

const Months = ({ at, months }: Pick<ListPageProps, 'at' | 'months'>) => {
  const t = words(useLocale()).list
  const columns: Column<MonthStand>[] = [
    { key: 'month', label: t.month, cell: ({ name }) => name },
    {
      key: 'state',
      label: t.state,
      cell: (row) =>
        row.closedOn === null ? (
          <State kind="none">{t.open}</State>
        ) : (
          <State kind="done">{t.closed(formatDay(row.closedOn), row.closedBy)}</State>
        ),
    },
    {
      key: 'close',
      label: t.close,
      cell: (row) =>
        row.mayClose && (
          <form method="post" action={digestPaths.closeMonth(...at)}>
            <SubmitButton look="plain" name="month" value={row.month}>
              {t.close}
              <span class="hidden-text"> {row.name}</span>
            </SubmitButton>
          </form>
        ),
    },
  ]
  return (
    <Sheet title={t.months}>
      <div class="stack tight">
        <p>{t.monthsBody}</p>
        <Table caption={t.months} columns={columns} rows={months} />
      </div>
    </Sheet>
  )
}

/** The digests of a year, and the months whose figures they speak of. */
export const DigestsPage = (props: ListPageProps) => {
  const { at, digests, months, mayWrite, form } = props
  const t = words(useLocale())
  const start = mayWrite && (
    <>
      <LinkButton href={digestPaths.start(...at)} look="main">
        {t.list.start}
      </LinkButton>
      <LinkButton href={digestPaths.sudden(...at)}>{t.list.sudden}</LinkButton>
    </>
  )
  const actions = (
    <>
      {start}
      <LinkButton href={digestPaths.charts(...at)}>{t.list.charts}</LinkButton>
    </>
  )
  return (
    <>
      <PageHead over={props.blocName} title={t.list.title} under={t.list.under} actions={actions} />
      <div class="stack">
        {form.refused && <Notice kind="error">{form.refused}</Notice>}
        <Sheet flush>
          <Table
            caption={t.list.caption}
            columns={columnsOf(props, t)}
            rows={digests}
            empty={<Empty title={t.list.empty}>{t.list.emptyBody}</Empty>}
          />
        </Sheet>
        {mayWrite && <Months at={at} months={months} />}
      </div>
    </>
  )
}
