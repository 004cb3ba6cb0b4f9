import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { deadline, formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Steps } from '#ui/steps.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TodoList, type Todo } from '#ui/todo-list.tsx'
import { words as scoringWords } from '../../words.ts'
import type { RoundTable } from '../queries.ts'
import { dueOn, scoringStates, type Round, type ScoringState } from '../round.ts'
import { words } from '../words.ts'
import { RoundSheets, type ShownSheet } from './round-sheets.tsx'

const shapes = {
  preparing: 'none',
  self_scoring: 'open',
  cross_scoring: 'open',
  verifying: 'soon',
  provisional: 'soon',
  final: 'done',
} satisfies Record<ScoringState, StateKind>

export const RoundState = ({ state }: { state: ScoringState }) => (
  <State kind={shapes[state]}>{scoringWords(useLocale()).states[state]}</State>
)

export interface RoundPageProps {
  crumbs: readonly Crumb[]
  over: string
  round: Round
  today: string
  tables: readonly RoundTable[]
  sheets: readonly ShownSheet[]
  /** What the reader must do now, each with its one button. */
  todos: readonly Todo[]
  /** More of the round that others bring: cross-scoring, verification, results. */
  links: readonly { label: string; href: string }[]
  change: string | undefined
  removal: string | undefined
  /** Members without a sheet, by name, and where they get one. */
  latecomers: readonly string[]
  newSheets: string
  refused: string | undefined
  /** Before sheets are open to one another. */
  isHidden: boolean
  history: readonly HistoryEntry[]
}

const statesOf = ({ has_cross }: Round) => scoringStates.filter((state) => has_cross || state !== 'cross_scoring')

const Tables = ({ tables }: { tables: readonly RoundTable[] }) => {
  const t = words(useLocale())
  const columns: Column<RoundTable>[] = [
    { key: 'table', label: t.table, cell: ({ code, title }) => `${code} · ${title}` },
    { key: 'version', label: t.version, cell: ({ number }) => String(number), numeric: true },
    { key: 'factor', label: t.factor, cell: ({ factor }) => factor.replace('.', ','), numeric: true },
  ]
  return <Table caption={t.tables} columns={columns} rows={tables} />
}

const Latecomers = ({ latecomers, newSheets, refused }: RoundPageProps) => {
  const t = words(useLocale())
  if (refused !== undefined) return <Notice kind="error" title={refused} />
  if (latecomers.length === 0) return null
  return (
    <Notice kind="info" title={t.latecomers(latecomers.join(', '))}>
      <form method="post" action={newSheets}>
        <SubmitButton>{t.addSheets}</SubmitButton>
      </form>
    </Notice>
  )
}

/** How the round stands: its stage, who has sent, who is late, and what the reader must do now. */
export const RoundPage = (props: RoundPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { round, sheets, today } = props
  const { states } = scoringWords(locale)
  const due = dueOn(round)
  const left = due === null ? undefined : deadline(due, today, locale)
  const late = sheets.filter(({ late: days, sentOn }) => days > 0 && sentOn === undefined).length
  const sent = sheets.filter(({ standing }) => standing !== 'open' && standing !== 'returned' && standing !== 'missing')
  const shown = statesOf(round)
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={round.name}
        state={
          <>
            <RoundState state={round.state} /> {left !== undefined && <State kind={left.state}>{left.text}</State>}
          </>
        }
        under={due === null ? undefined : t.dueLine(formatDay(due))}
        actions={props.change !== undefined && <LinkButton href={props.change}>{t.form.change}</LinkButton>}
      />
      <Steps
        label={t.steps}
        steps={shown.map((state) => ({ label: states[state] }))}
        current={shown.indexOf(round.state)}
      />
      <Latecomers {...props} />
      <Sheet title={t.now}>
        {props.todos.length === 0 ? <p class="mute">{t.nothingNow}</p> : <TodoList todos={props.todos} />}
        {props.links.length > 0 && (
          <p class="row">
            {props.links.map(({ label, href }) => (
              <LinkButton href={href} look="quiet">
                {label}
              </LinkButton>
            ))}
          </p>
        )}
      </Sheet>
      {sheets.length > 0 && (
        <Sheet
          title={t.units}
          beside={<span class="mute">{`${t.sent}: ${t.sentOf(sent.length, sheets.length)}`}</span>}
          flush
        >
          <RoundSheets sheets={sheets} hasSeveral={props.tables.length > 1} />
        </Sheet>
      )}
      {sheets.length > 0 && (
        <p class="mute">
          {late === 0 ? t.nobodyLate : t.lateUnits(late)} {props.isHidden && t.hidden}
        </p>
      )}
      <Sheet title={t.tables} flush>
        <Tables tables={props.tables} />
      </Sheet>
      {props.removal !== undefined && (
        <form method="post" action={props.removal}>
          <p class="mute">{t.form.removeNote}</p>
          <SubmitButton look="danger">{t.form.remove}</SubmitButton>
        </form>
      )}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
