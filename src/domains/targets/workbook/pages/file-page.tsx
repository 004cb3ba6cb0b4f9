import type { Locale } from '#platform/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { seenOf, type CellShown, type WorkbookShown } from '../queries.ts'
import { workbookCan } from '../workbook.ts'
import { words } from '../words.ts'
import { CellsTable } from './cells-table.tsx'
import { stateKinds } from './desk-page.tsx'

export interface Stray {
  number: number
  key: string
  fault: 'unknown' | 'twice'
}

export interface FilePageProps {
  locale: Locale
  crumbs: readonly Crumb[]
  unit: string
  period: string
  workbook: WorkbookShown
  cells: readonly CellShown[]
  strays: readonly Stray[]
  /** What was chosen on a form that came back. */
  chosen: ReadonlyMap<string, string>
  at: { confirm: string; withdraw: string; undo: string; kept: string; report: string }
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  refused?: string | undefined
}

const countOf = (cells: readonly CellShown[], ...outcomes: string[]) =>
  cells.filter(({ judged }) => outcomes.includes(judged.outcome)).length

const Waiting = ({ locale, cells, workbook, strays }: FilePageProps) => {
  const t = words(locale).file
  const shown = (count: number) => formatNumber(count, locale)
  const [faults, conflicts] = [countOf(cells, 'fault', 'broken'), countOf(cells, 'conflict')]
  return (
    <>
      {faults > 0 && (
        <Notice kind="warning" title={t.faultsTitle(shown(faults))}>
          {t.faultsBody}
        </Notice>
      )}
      {conflicts > 0 && (
        <Notice kind="warning" title={t.conflictsTitle(shown(conflicts))}>
          {t.conflictsBody}
        </Notice>
      )}
      {strays.length > 0 && (
        <Notice kind="warning" title={t.strayTitle}>
          <ul>
            {strays.map(({ number, key, fault }) => (
              <li>{t.strays[fault](String(number), key)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {workbook.gone > 0 && <Notice kind="info">{t.gone(shown(workbook.gone))}</Notice>}
    </>
  )
}

/** The table with its choices and the last question are one form. */
const Entering = (props: FilePageProps) => {
  const { locale, cells, at } = props
  const t = words(locale).file
  const count = countOf(cells, 'change', 'conflict')
  if (count === 0) {
    return (
      <>
        <CellsTable {...props} isOpen />
        <Notice kind="info">{t.noChange}</Notice>
      </>
    )
  }
  return (
    <form class="stack" method="post" action={at.confirm} novalidate>
      <input type="hidden" name="seen" value={seenOf(cells)} />
      <CellsTable {...props} isOpen />
      <section class="confirm">
        <h2>{t.confirmTitle}</h2>
        <dl class="confirm-facts">
          <dt>{t.what}</dt>
          <dd>{t.confirmWhat(formatNumber(count, locale))}</dd>
          <dt>{t.whom}</dt>
          <dd>{t.confirmWhom}</dd>
          <dt>{t.undoLabel}</dt>
          <dd>{t.confirmUndo}</dd>
        </dl>
        <div class="row">
          <SubmitButton look="main">{t.confirm}</SubmitButton>
          <LinkButton href={at.report}>{t.back}</LinkButton>
        </div>
      </section>
    </form>
  )
}

const Undoing = ({ locale, at }: FilePageProps) => {
  const t = words(locale).file
  return (
    <Confirm
      title={t.undoTitle}
      what={t.undoWhat}
      whom={t.undoWhom}
      undo={t.undoUndo}
      action={at.undo}
      submit={t.undo}
      cancel={at.report}
      danger
    />
  )
}

/** One file that came back: its preview, and after that what came of it. */
export const FilePage = (props: FilePageProps) => {
  const { locale, workbook, at } = props
  const t = words(locale).file
  const isOpen = workbookCan('confirm', workbook)
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={`${props.unit} · ${props.period}`}
        title={workbook.file_name}
        state={<State kind={stateKinds[workbook.state]}>{words(locale).states[workbook.state]}</State>}
      />
      {props.refused && <Notice kind="error">{props.refused}</Notice>}
      {isOpen && <Waiting {...props} />}
      {isOpen ? <Entering {...props} /> : <CellsTable {...props} isOpen={false} />}
      {isOpen && (
        <form method="post" action={at.withdraw}>
          <SubmitButton look="quiet">{t.withdraw}</SubmitButton>
        </form>
      )}
      {workbookCan('undo', workbook) && <Undoing {...props} />}
      <Facts
        facts={[
          { label: t.uploader, value: workbook.uploader },
          { label: t.uploadedAt, value: formatMoment(workbook.uploaded_at) },
          { label: t.madeAt, value: formatMoment(workbook.made_at) },
          { label: t.hash, value: <code>{workbook.file_sha256}</code> },
        ]}
      />
      <p>
        <LinkButton icon="download" href={at.kept} download>
          {t.keep}
        </LinkButton>
      </p>
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
