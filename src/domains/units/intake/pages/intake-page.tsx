import type { Child } from 'hono/jsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { intakeCan } from '../intake.ts'
import { intakePaths } from '../paths.ts'
import type { IntakeShown } from '../queries.ts'
import { words, type IntakeWords } from '../words.ts'
import { RowsTable, shownCount, viewHref, type RowsTableProps } from './rows-table.tsx'
import { resultOf, stateKinds } from './start-pages.tsx'

export interface ShownBlock {
  name: string
  why: string
  href: string
}

export interface IntakePageProps extends Omit<RowsTableProps, 'intake' | 'open'> {
  intake: IntakeShown
  /** How many people of the list still wait for a printed slip. */
  slips: number
  /** What keeps it from being undone. */
  blocks: readonly ShownBlock[]
  made: { units: number; people: number }
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  refused?: string | undefined
}

const Sweep = ({ id, sweep, children }: { id: string; sweep: string; children: Child }) => (
  <form method="post" action={intakePaths.choices(id)}>
    <SubmitButton look="plain" name="sweep" value={sweep}>
      {children}
    </SubmitButton>
  </form>
)

const Waiting = ({ intake, counts, locale }: IntakePageProps) => {
  const t = words(locale)
  return (
    <>
      {counts.faulty > 0 && (
        <Notice kind="warning" title={t.faultsTitle(shownCount(counts.faulty, locale))}>
          <p>{t.faultsBody}</p>
          <div class="row">
            <LinkButton icon="download" href={intakePaths.faults(intake.id)} download>
              {t.faultsFile}
            </LinkButton>
            <LinkButton href={viewHref(intake.id, 'faulty')}>{t.showFaulty}</LinkButton>
            <Sweep id={intake.id} sweep="skip-faulty">
              {t.sweeps['skip-faulty']}
            </Sweep>
          </div>
        </Notice>
      )}
      {counts.undecided > 0 && (
        <Notice kind="warning" title={t.undecidedTitle(shownCount(counts.undecided, locale))}>
          <p>{t.undecidedBody}</p>
          <div class="row">
            <LinkButton href={viewHref(intake.id, 'undecided')}>{t.showUndecided}</LinkButton>
            <Sweep id={intake.id} sweep="skip-undecided">
              {t.sweeps['skip-undecided']}
            </Sweep>
            <Sweep id={intake.id} sweep="add-undecided">
              {t.sweeps['add-undecided']}
            </Sweep>
          </div>
        </Notice>
      )}
    </>
  )
}

const Confirming = ({ intake, counts, locale }: IntakePageProps) => {
  const t = words(locale)
  const shown = (count: number) => shownCount(count, locale)
  if (counts.faulty + counts.undecided > 0) {
    return (
      <Notice kind="info" title={t.waiting}>
        {t.waitingBody(shown(counts.faulty), shown(counts.undecided))}
      </Notice>
    )
  }
  if (counts.add + counts.same === 0) return <Notice kind="info" title={t.nothingToAdd} />
  return (
    <Confirm
      title={t.confirmTitle}
      what={t.confirmWhat(shown(counts.add), shown(counts.same), shown(counts.skip))}
      whom={t.confirmWhom[intake.kind]}
      undo={t.confirmUndo}
      action={intakePaths.confirm(intake.id)}
      submit={t.confirm}
      cancel={intakePaths.list}
    >
      <input type="hidden" name="add" value={counts.add} />
      <input type="hidden" name="same" value={counts.same} />
      <input type="hidden" name="skip" value={counts.skip} />
    </Confirm>
  )
}

const Slips = ({ intake, slips, locale }: IntakePageProps) => {
  const t = words(locale)
  if (slips === 0) return null
  return (
    <Notice kind="info" title={t.slipsTitle(shownCount(slips, locale))}>
      <p>{t.slipsBody}</p>
      <form method="post" action={intakePaths.slips(intake.id)}>
        <SubmitButton icon="print">{t.printSlips}</SubmitButton>
      </form>
    </Notice>
  )
}

const mostBlocks = 20

const blockLine = ({ name, why, href }: ShownBlock, t: IntakeWords) => {
  const told: Readonly<Record<string, string>> = t.blockedBy
  return (
    <li>
      <a href={href}>{name}</a>: {told[why] ?? t.blockedByOther(why)}
    </li>
  )
}

const Undoing = ({ intake, blocks, made, locale }: IntakePageProps) => {
  const t = words(locale)
  if (blocks.length > 0) {
    return (
      <Sheet title={t.blocked}>
        <p>{t.blockedBody}</p>
        <ul>{blocks.slice(0, mostBlocks).map((block) => blockLine(block, t))}</ul>
        {blocks.length > mostBlocks && <p>{t.blockedMore(shownCount(blocks.length - mostBlocks, locale))}</p>}
      </Sheet>
    )
  }
  return (
    <Confirm
      title={t.undoTitle}
      what={t.undoWhat[intake.kind](shownCount(made[intake.kind], locale))}
      whom={t.undoWhom[intake.kind]}
      undo={t.undoUndo}
      action={intakePaths.undo(intake.id)}
      submit={t.undo}
      cancel={intakePaths.list}
      danger
    />
  )
}

/** One list from a spreadsheet: its preview, and after that what came of it. */
export const IntakePage = (props: IntakePageProps) => {
  const { intake, locale } = props
  const t = words(locale)
  const open = intakeCan('confirm', intake)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: intakePaths.list }]} />
      <PageHead
        over={t.bring[intake.kind]}
        title={intake.file_name}
        state={<State kind={stateKinds[intake.state]}>{t.states[intake.state]}</State>}
      />
      {props.refused && <Notice kind="error">{props.refused}</Notice>}
      <Facts
        facts={[
          { label: t.columns.uploader, value: intake.uploader },
          { label: t.columns.uploadedAt, value: formatMoment(intake.uploaded_at) },
          { label: t.columns.result, value: resultOf(intake, t, locale) },
          { label: t.hash, value: <code>{intake.file_sha256}</code> },
        ]}
      />
      {intake.unknown_columns.length > 0 && (
        <Notice kind="info">{t.unknownColumns(intake.unknown_columns.join(', '))}</Notice>
      )}
      {open && <Waiting {...props} />}
      {intakeCan('printSlips', intake) && <Slips {...props} />}
      {open && <RowsTable {...props} open />}
      {open && <Confirming {...props} />}
      {intakeCan('withdraw', intake) && (
        <form method="post" action={intakePaths.withdraw(intake.id)}>
          <SubmitButton look="quiet">{t.withdraw}</SubmitButton>
        </form>
      )}
      {intakeCan('undo', intake) && <Undoing {...props} />}
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
