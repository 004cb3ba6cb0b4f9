import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { formatDay, formatPeriod } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { periodName } from '../period-name.ts'
import { stateOn, type Period } from '../period.ts'
import type { ReopeningRow } from '../queries.ts'
import { words } from '../words.ts'
import { periodShapes } from './periods-page.tsx'
import { reopeningShapes } from './reopening-pages.tsx'

export interface PeriodPageProps {
  crumbs: readonly Crumb[]
  over: string
  period: Period
  today: string
  form: Returned
  /** Short names of those who have sent nothing. */
  missing: readonly string[]
  may: { change: boolean; close: boolean; reopen: boolean }
  at: { change: string; close: string; reopen: string; back: string; reopening: (id: string) => string }
  reopenings: readonly ReopeningRow[]
  unitNames: ReadonlyMap<string, string>
  history: readonly HistoryEntry[]
}

const Reopenings = ({ reopenings, unitNames, at }: Pick<PeriodPageProps, 'reopenings' | 'unitNames' | 'at'>) => {
  const t = words(useLocale())
  const columns: Column<ReopeningRow>[] = [
    {
      key: 'for',
      label: t.reopeningFor,
      cell: (row) => (
        <a href={at.reopening(row.id)}>{row.unit_id === null ? t.reopenAll : (unitNames.get(row.unit_id) ?? '')}</a>
      ),
    },
    { key: 'until', label: t.until, cell: (row) => formatDay(row.until_on), numeric: true },
    { key: 'by', label: t.askedBy, cell: (row) => row.asked_by_name },
    {
      key: 'state',
      label: t.state,
      cell: (row) => <State kind={reopeningShapes[row.state]}>{t.reopeningStates[row.state]}</State>,
    },
  ]
  return (
    <Sheet title={t.reopenings} flush>
      <Table caption={t.reopenings} columns={columns} rows={reopenings} />
    </Sheet>
  )
}

const Close = ({ period, missing, at }: PeriodPageProps) => {
  const t = words(useLocale())
  return (
    <Confirm
      title={t.closeTitle}
      what={t.closeWhat(periodName(t.names, period))}
      whom={missing.length === 0 ? t.closeNobody : t.closeMissing(missing.join(', '))}
      undo={t.closeUndo}
      action={at.close}
      submit={t.closeDo}
      cancel={at.back}
    />
  )
}

/** One period: its days, moving its last one, closing it, and how it was reopened. */
export const PeriodPage = (props: PeriodPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { period, may, at, form } = props
  const state = stateOn(period, props.today)
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={periodName(t.names, period)}
        state={<State kind={periodShapes[state]}>{t.states[state]}</State>}
        actions={may.reopen && <LinkButton href={at.reopen}>{t.reopenTitle}</LinkButton>}
      />
      {form.refused !== undefined && !may.change && <Notice kind="error" title={form.refused} />}
      <Facts
        facts={[
          { label: t.period, value: formatPeriod(period.starts_on, period.ends_on, locale) },
          { label: t.due, value: formatDay(period.due_on) },
        ]}
      />
      {may.change && (
        <Sheet title={t.changeTitle}>
          <div class="stack">
            <p>{t.changeNote}</p>
            <PostedForm action={at.change} form={form} submit={t.changeDo}>
              <DayField {...fieldOf(form, 'dueOn', period.due_on)} label={t.due} help={t.ruleHelp} required />
            </PostedForm>
          </div>
        </Sheet>
      )}
      {may.close && <Close {...props} />}
      {props.reopenings.length > 0 && <Reopenings {...props} />}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
