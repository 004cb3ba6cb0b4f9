import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferenceRow, DecisionRow } from '../../queries.ts'
import { resolutionPaths } from '../paths.ts'
import type { ResolutionReportRow, ResolutionRow } from '../queries.ts'
import { isOverdue, resolutionKinds, type ResolutionState } from '../resolution.ts'
import { words, type ResolutionWords } from '../words.ts'
import { ResolutionFrame } from './resolution-frame.tsx'

type At = readonly [bloc: string, year: string]

const shapes = { open: 'open', reported: 'soon', confirmed: 'done' } satisfies Record<ResolutionState, StateKind>

const StateWord = ({ row, today }: { row: ResolutionRow; today: string }) => {
  const t = words(useLocale())
  return isOverdue(row, today) ? (
    <State kind="late">{t.overdue}</State>
  ) : (
    <State kind={shapes[row.state]}>{t.states[row.state]}</State>
  )
}

const columns = (t: ResolutionWords, at: At, today: string): Column<ResolutionRow>[] => [
  {
    key: 'number',
    label: t.number,
    heading: true,
    cell: (row) => <a href={resolutionPaths.one(...at, row.id)}>{row.number}</a>,
  },
  { key: 'text', label: t.text, cell: (row) => row.text },
  { key: 'unit', label: t.unit, cell: (row) => row.unit },
  { key: 'due', label: t.dueOn, cell: (row) => formatDay(row.due_on) },
  { key: 'state', label: t.state, cell: (row) => <StateWord row={row} today={today} /> },
]

interface ListPageProps {
  year: BlocYearRow
  at: At
  rows: readonly ResolutionRow[]
  today: string
}

/** What the conferences of a year resolved, and how far it is. */
export const ResolutionListPage = ({ year, at, rows, today }: ListPageProps) => {
  const t = words(useLocale())
  const late = rows.filter((row) => isOverdue(row, today)).length
  return (
    <ResolutionFrame year={year} title={t.title} under={t.note}>
      <Sheet
        title={rows.length > 0 && t.count(rows.length)}
        beside={late > 0 && <State kind="late">{t.late(late)}</State>}
        flush
      >
        <Table
          caption={t.title}
          columns={columns(t, at, today)}
          rows={rows}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </ResolutionFrame>
  )
}

interface IssuePageProps {
  year: BlocYearRow
  at: At
  conference: ConferenceRow
  members: readonly MemberRow[]
  decisions: readonly DecisionRow[]
  today: string
  form: Returned
}

export const IssuePage = ({ year, at, conference, members, decisions, today, form }: IssuePageProps) => {
  const t = words(useLocale())
  const back = { label: conference.title, href: conferencePaths.one(...at, conference.id) }
  return (
    <ResolutionFrame year={year} title={t.issue} under={conference.title} crumbs={[back]}>
      <PostedForm
        action={resolutionPaths.issue(...at, conference.id)}
        form={form}
        submit={t.doIssue}
        cancel={{ label: t.cancel, href: back.href }}
      >
        <RadioGroup
          {...fieldOf(form, 'kind', 'conclusion')}
          label={t.kind}
          choices={resolutionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          required
        />
        <TextField
          {...fieldOf(form, 'number')}
          label={t.number}
          example={t.numberExample}
          maxlength={60}
          narrow
          required
        />
        <DayField {...fieldOf(form, 'issuedOn', today)} label={t.issuedOn} required />
        <SelectField
          {...fieldOf(form, 'decision')}
          label={t.decision}
          none={t.noDecision}
          options={decisions.map(({ id, text }) => ({ value: id, label: text }))}
        />
        <TextArea {...fieldOf(form, 'text')} label={t.text} example={t.textExample} maxlength={4000} required />
        <SelectField
          {...fieldOf(form, 'unit')}
          label={t.unit}
          options={members.map(({ unit, full_name }) => ({ value: unit, label: full_name }))}
          required
        />
        <DayField {...fieldOf(form, 'dueOn')} label={t.dueOn} required />
      </PostedForm>
    </ResolutionFrame>
  )
}

export interface ResolutionPageProps {
  year: BlocYearRow
  at: At
  resolution: ResolutionRow
  reports: readonly ResolutionReportRow[]
  cited: readonly Cited[]
  history: readonly HistoryEntry[]
  may: { report: boolean; confirm: boolean; cite: boolean }
  today: string
  forms: Partial<Record<'report' | 'confirm', Returned>>
}

const empty: Returned = { typed: {}, errors: [] }

const ReportForm = ({ at, resolution, today, forms }: ResolutionPageProps) => {
  const t = words(useLocale())
  const form = forms.report ?? empty
  return (
    <Sheet title={t.report}>
      <p class="mute">{t.reportNote}</p>
      <PostedForm action={resolutionPaths.report(...at, resolution.id)} form={form} submit={t.doReport}>
        <DayField {...fieldOf(form, 'doneOn', today)} label={t.doneOn} required />
        <TextArea {...fieldOf(form, 'result')} label={t.result} example={t.resultExample} maxlength={4000} required />
      </PostedForm>
    </Sheet>
  )
}

const ConfirmForm = ({ at, resolution, forms }: ResolutionPageProps) => {
  const t = words(useLocale())
  const form = forms.confirm ?? empty
  return (
    <Sheet title={t.confirm}>
      <PostedForm action={resolutionPaths.confirmation(...at, resolution.id)} form={form} submit={t.doConfirm}>
        <RadioGroup
          {...fieldOf(form, 'verdict')}
          label={t.verdict}
          choices={(['confirmed', 'returned'] as const).map((verdict) => ({
            value: verdict,
            label: t.verdicts[verdict],
          }))}
          required
        />
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} help={t.reasonHelp} rows={3} maxlength={2000} />
      </PostedForm>
    </Sheet>
  )
}

const Report = ({ report }: { report: ResolutionReportRow }) => {
  const t = words(useLocale())
  const standing = report.is_confirmed === null ? 'waiting' : report.is_confirmed ? 'confirmed' : 'returned'
  const kind = { waiting: 'soon', confirmed: 'done', returned: 'late' } as const
  return (
    <div class="stack">
      <div class="row">
        <b>{t.reportedBy(report.reported_name, formatDay(report.done_on))}</b>
        <State kind={kind[standing]}>{t.reportStates[standing]}</State>
      </div>
      <p>{report.result}</p>
      {report.decided_name !== null && <p class="mute">{t.decidedBy(report.decided_name, report.reason)}</p>}
    </div>
  )
}

/** One thing that a unit was charged with: what, until when, what came of it. */
export const ResolutionPage = (props: ResolutionPageProps) => {
  const t = words(useLocale())
  const { year, at, resolution, reports, may, today } = props
  return (
    <ResolutionFrame
      year={year}
      title={t.oneTitle(t.kinds[resolution.kind], resolution.number)}
      state={<StateWord row={resolution} today={today} />}
      crumbs={[{ label: t.title, href: resolutionPaths.list(...at) }]}
    >
      <Sheet>
        <Facts
          facts={[
            { label: t.text, value: resolution.text },
            { label: t.unit, value: resolution.unit },
            { label: t.dueOn, value: formatDay(resolution.due_on) },
            { label: t.issuedOn, value: formatDay(resolution.issued_on) },
            {
              label: t.conference,
              value: <a href={conferencePaths.one(...at, resolution.conference_id)}>{resolution.conference}</a>,
            },
          ]}
        />
      </Sheet>
      {may.report && <ReportForm {...props} />}
      {may.confirm && <ConfirmForm {...props} />}
      {reports.length > 0 && (
        <Sheet title={t.reports}>
          <div class="stack">
            {reports.map((report) => (
              <Report report={report} />
            ))}
          </div>
        </Sheet>
      )}
      <Sheet title={t.evidence}>
        <CitedEvidence
          bloc={at[0]}
          year={at[1]}
          subject={{ kind: 'resolution', id: resolution.id }}
          cited={props.cited}
          mayAdd={may.cite}
        />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </ResolutionFrame>
  )
}
