import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import type { SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { intakeCan, type OpinionIntake } from '../intake.ts'
import { opinionImportPaths } from '../paths.ts'
import { tellFault } from '../tell-fault.ts'
import { words } from '../words.ts'
import { stateKinds } from './list-page.tsx'

export interface IntakePageProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  intake: OpinionIntake
  plan: SheetPlan
  rows: readonly TypedRow[]
  /** Another person of the unit than who brought it. */
  mayConfirm: boolean
  /** How many opinions of an entered list were worked on since. */
  builtOn: number
  history: readonly HistoryEntry[]
  refused?: string | undefined
}

const mostShown = 200

const Rows = ({ plan, rows }: Pick<IntakePageProps, 'plan' | 'rows'>) => {
  const locale = useLocale()
  const t = words(locale)
  const sorted = rows.toSorted((one, other) => other.faults.length - one.faults.length || one.number - other.number)
  const columns: Column<TypedRow>[] = [
    { key: 'row', label: t.row, cell: (row) => String(row.number) },
    {
      key: 'outcome',
      label: t.outcome,
      cell: (row) => (
        <>
          <State kind={row.faults.length === 0 ? 'done' : 'late'}>{row.faults.length === 0 ? t.fine : t.faulty}</State>
          {row.faults.map((fault) => (
            <p class="field-error">{tellFault(fault, row.number, locale)}</p>
          ))}
        </>
      ),
    },
    ...plan.columns.map(({ key, heading }, index): Column<TypedRow> => ({
      key,
      label: heading[locale],
      cell: ({ shown }) => shown[index] || '–',
    })),
  ]
  return (
    <Sheet title={t.rows(formatNumber(rows.length, locale))} flush>
      <Table caption={t.rows(String(rows.length))} columns={columns} rows={sorted.slice(0, mostShown)} wide />
      {rows.length > mostShown && <p class="mute">{t.first(String(mostShown))}</p>}
    </Sheet>
  )
}

const Deciding = ({ at, intake, rows, mayConfirm }: IntakePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const faulty = rows.filter(({ faults }) => faults.length > 0).length
  return (
    <>
      {faulty > 0 && (
        <Notice kind="warning" title={t.faults(formatNumber(faulty, locale))}>
          <p>{t.faultsBody}</p>
          <LinkButton icon="download" href={opinionImportPaths.faults(intake.id, ...at)} download>
            {t.faultsFile}
          </LinkButton>
        </Notice>
      )}
      {faulty === 0 && !mayConfirm && (
        <Notice kind="info" title={t.waits}>
          {t.waitsBody}
        </Notice>
      )}
      {faulty === 0 && mayConfirm && (
        <Confirm
          title={t.confirm}
          what={t.confirmWhat(formatNumber(rows.length, locale))}
          whom={t.confirmWhom}
          undo={t.confirmUndo}
          action={opinionImportPaths.confirmation(intake.id, ...at)}
          submit={t.confirm}
          cancel={opinionImportPaths.list(...at)}
        >
          <input type="hidden" name="rows" value={String(rows.length)} />
        </Confirm>
      )}
      <form method="post" action={opinionImportPaths.withdrawal(intake.id, ...at)}>
        <SubmitButton look="quiet">{t.withdraw}</SubmitButton>
      </form>
    </>
  )
}

const Undoing = ({ at, intake, builtOn }: IntakePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  if (builtOn > 0) {
    return (
      <Notice kind="info" title={t.builtOn}>
        {t.builtOnBody(formatNumber(builtOn, locale))}
      </Notice>
    )
  }
  return (
    <Confirm
      title={t.undo}
      what={t.undoWhat(formatNumber(intake.added ?? 0, locale))}
      whom={t.undoWhom}
      undo={t.undoUndo}
      action={opinionImportPaths.undoing(intake.id, ...at)}
      submit={t.undo}
      cancel={opinionImportPaths.list(...at)}
      danger
    />
  )
}

/** One list: its preview, and after that what came of it. */
export const OpinionIntakePage = (props: IntakePageProps) => {
  const { year, intake, rows } = props
  const t = words(useLocale())
  return (
    <YearFrame
      year={year}
      title={intake.file_name}
      state={<State kind={stateKinds[intake.state]}>{t.states[intake.state]}</State>}
      within
    >
      {props.refused && <Notice kind="error">{props.refused}</Notice>}
      <Facts
        facts={[
          { label: t.uploadedAt, value: formatMoment(intake.uploaded_at) },
          { label: t.hash, value: <code>{intake.file_sha256}</code> },
        ]}
      />
      {intake.unknown_columns.length > 0 && <Notice kind="info">{t.unknown(intake.unknown_columns.join(', '))}</Notice>}
      {intakeCan('confirm', intake) && <Deciding {...props} />}
      {rows.length > 0 && <Rows {...props} />}
      {intakeCan('undo', intake) && <Undoing {...props} />}
      <History entries={props.history} />
    </YearFrame>
  )
}
