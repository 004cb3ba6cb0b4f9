import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { ReportFrequency } from '../../target.ts'
import { periodName } from '../period-name.ts'
import { dueRuleKinds, stateOn, type DueRule, type Period, type PeriodState } from '../period.ts'
import { words } from '../words.ts'

export const periodShapes = { ahead: 'open', open: 'soon', closed: 'done' } satisfies Record<PeriodState, StateKind>

export interface PeriodsPageProps {
  crumbs: readonly Crumb[]
  over: string
  periods: readonly Period[]
  today: string
  hrefOf: (period: Period) => string
  /** What may still be opened, for who may; nothing for others. */
  open:
    | {
        action: string
        choices: readonly { frequency: ReportFrequency; isNeeded: boolean; rule: DueRule }[]
        form: Returned
      }
    | undefined
}

type Opening = NonNullable<PeriodsPageProps['open']>

const Choice = ({ choice, form }: { choice: Opening['choices'][number]; form: Returned }) => {
  const t = words(useLocale())
  const { frequency, isNeeded, rule } = choice
  const name = t.frequencyChoice[frequency]
  const kinds = dueRuleKinds.map((kind) => ({ value: kind, label: t.ruleKinds[kind] }))
  return (
    <Fieldset legend={name} help={isNeeded ? t.needed : t.notNeeded}>
      <Checkbox {...tickOf(form, frequency, isNeeded)} label={name} required />
      <SelectField
        {...fieldOf(form, `rules.${frequency}.kind`, rule.kind)}
        label={t.ruleKind}
        options={kinds}
        required
      />
      <TextField
        {...fieldOf(form, `rules.${frequency}.number`, String(rule.number))}
        label={t.ruleNumber}
        help={t.ruleHelp}
        inputmode="numeric"
        required
        narrow
      />
    </Fieldset>
  )
}

const OpenForm = ({ action, choices, form }: Opening) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.openTitle}>
      <div class="stack">
        <p>{t.openNote}</p>
        <PostedForm action={action} form={form} submit={t.openDo}>
          {choices.map((choice) => (
            <Choice choice={choice} form={form} />
          ))}
        </PostedForm>
      </div>
    </Sheet>
  )
}

/** The periods of a year with their last days, and the one act that opens them. */
export const PeriodsPage = ({ crumbs, over, periods, today, hrefOf, open }: PeriodsPageProps) => {
  const t = words(useLocale())
  const columns: Column<Period>[] = [
    { key: 'period', label: t.period, cell: (row) => <a href={hrefOf(row)}>{periodName(t.names, row)}</a> },
    { key: 'from', label: t.from, cell: (row) => formatDay(row.starts_on), numeric: true },
    { key: 'to', label: t.to, cell: (row) => formatDay(row.ends_on), numeric: true },
    { key: 'due', label: t.due, cell: (row) => formatDay(row.due_on), numeric: true },
    {
      key: 'state',
      label: t.state,
      cell: (row) => {
        const state = stateOn(row, today)
        return <State kind={periodShapes[state]}>{t.states[state]}</State>
      },
    },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead over={over} title={t.title} />
      {(periods.length > 0 || open === undefined) && (
        <Sheet flush>
          <Table
            caption={t.title}
            columns={columns}
            rows={periods}
            empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          />
        </Sheet>
      )}
      {open !== undefined && <OpenForm {...open} />}
    </div>
  )
}
