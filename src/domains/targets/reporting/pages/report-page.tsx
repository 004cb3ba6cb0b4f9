import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SavedAt } from '#ui/form/saved-at.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { OfflineEntry } from '#ui/offline-entry.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import type { Grid } from '../gather-grid.ts'
import type { TargetEvidence } from '../read-cited.ts'
import type { CorrectionRow, FigureBefore } from '../queries.ts'
import type { Standing } from '../report.ts'
import { words } from '../words.ts'
import { BeforeList, CorrectionList } from './past.tsx'
import { GridTable, type CellReturn } from './grid-table.tsx'
import { StandingMark } from './standing-mark.tsx'

export interface ReportPageProps {
  crumbs: readonly Crumb[]
  unit: string
  /** The period by its name. */
  period: string
  grid: Grid
  standing: Standing
  overdue: number
  /** The last day that holds for this unit now. */
  dueOn: string
  savedAt: Date | undefined
  /** Why nothing is taken, if nothing is: the period is not open, or closed. */
  shut: 'ahead' | 'closed' | undefined
  may: { enter: boolean; judge: boolean; correct: boolean }
  at: {
    entries: string
    sending: string
    returning: string
    verifying: string
    askCorrection: string
    reopen: string
    workbook: string
    card: (code: string) => string
    correction: (id: string) => string
  }
  returned: ReadonlyMap<string, CellReturn>
  /** The form to return the report, when it came back. */
  returning: Returned
  refused: string | undefined
  corrections: readonly CorrectionRow[]
  before: readonly FigureBefore[]
  /** Of each target, what is cited for its figure. */
  evidence: readonly TargetEvidence[]
  takesEvidence: boolean
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
}

const Shut = ({ shut, grid, at, mayAsk }: Pick<ReportPageProps, 'shut' | 'grid' | 'at'> & { mayAsk: boolean }) => {
  const t = words(useLocale())
  if (shut === undefined) return null
  if (shut === 'ahead') return <Notice kind="info" title={t.periodIsAhead(formatDay(grid.period.starts_on))} />
  return (
    <Notice kind="info" title={t.periodIsClosed}>
      <p>{t.periodIsClosedBody}</p>
      {mayAsk && (
        <p>
          <a href={at.reopen}>{t.toReopen}</a>
        </p>
      )}
    </Notice>
  )
}

/** The grid as a form: scripts save it as one types, move about in it and keep it when the line drops; a button does too. */
const Entering = (props: ReportPageProps) => {
  const t = words(useLocale())
  return (
    <OfflineEntry number="request" title={`${t.report(props.period)}, ${props.unit}`}>
      <auto-save>
        <form method="post" action={props.at.entries} class="stack" novalidate>
          <input type="hidden" name="request" value="" />
          <grid-keys>
            <GridTable rows={props.grid.rows} isForm returned={props.returned} cardOf={props.at.card} />
          </grid-keys>
          <div class="grid-foot">
            <Actions beside={<SavedAt at={props.savedAt} />}>
              <SubmitButton look="main" name="next" value="send">
                {t.toSend}
              </SubmitButton>
              <SubmitButton look="plain">{t.save}</SubmitButton>
              <LinkButton href={props.at.workbook} look="quiet">
                {t.byExcel}
              </LinkButton>
            </Actions>
          </div>
        </form>
      </auto-save>
    </OfflineEntry>
  )
}

const Judge = ({ at, grid, returning }: ReportPageProps) => {
  const t = words(useLocale()).judge
  return (
    <Sheet title={t.title} id="duyet">
      <div class="stack">
        <p class="mute">{t.note}</p>
        <form method="post" action={at.verifying}>
          <input type="hidden" name="version" value={String(grid.report?.version ?? 0)} />
          <SubmitButton icon="check">{t.verify}</SubmitButton>
        </form>
        <Details summary={t.return} open={returning.errors.length > 0 || returning.refused !== undefined}>
          <p>{t.returnNote}</p>
          <PostedForm action={at.returning} form={returning} submit={t.return} look="danger">
            <TextArea
              {...fieldOf(returning, 'reason')}
              label={t.reason}
              example={t.reasonExample}
              rows={3}
              maxlength={1000}
              required
            />
          </PostedForm>
        </Details>
      </div>
    </Sheet>
  )
}

const Past = ({ grid, before, corrections, at, may }: ReportPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {(corrections.length > 0 || may.correct) && (
        <Sheet title={t.correction.title}>
          <div class="stack">
            <CorrectionList rows={grid.rows} corrections={corrections} hrefOf={at.correction} />
            {may.correct && (
              <p>
                <LinkButton href={at.askCorrection}>{t.correction.do}</LinkButton>
              </p>
            )}
          </div>
        </Sheet>
      )}
      {before.length > 0 && <BeforeList rows={grid.rows} before={before} />}
    </>
  )
}

const Evidence = ({ grid, evidence, takesEvidence }: ReportPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.evidence} id="minh-chung">
      {evidence.map(({ target, subject, cited }) => (
        <Details summary={`${target.code} ${target.name} (${cited.length})`} quiet>
          <CitedEvidence
            bloc={grid.year.bloc.slug}
            year={grid.year.slug}
            subject={subject}
            cited={cited}
            mayAdd={takesEvidence}
          />
        </Details>
      ))}
    </Sheet>
  )
}

/** One unit's report of one period: its grid, what became of it, and what may be done now. */
export const ReportPage = (props: ReportPageProps) => {
  const t = words(useLocale())
  const { grid, may } = props
  const { report } = grid
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.unit}
        title={t.report(props.period)}
        state={<StandingMark standing={props.standing} overdue={props.overdue} />}
        under={t.due(formatDay(props.dueOn))}
      />
      {report?.state === 'returned' && report.returned_reason !== null && (
        <Notice kind="warning" title={t.returnedTitle}>
          <p>{report.returned_reason}</p>
        </Notice>
      )}
      {props.refused !== undefined && <Notice kind="error" title={props.refused} />}
      <Shut shut={props.shut} grid={grid} at={props.at} mayAsk={may.correct || report?.state !== 'verified'} />
      <Sheet flush>
        {may.enter && grid.rows.length > 0 ? (
          <Entering {...props} />
        ) : (
          <GridTable rows={grid.rows} isForm={false} returned={props.returned} cardOf={props.at.card} />
        )}
      </Sheet>
      {may.judge && <Judge {...props} />}
      {props.evidence.length > 0 && <Evidence {...props} />}
      <Past {...props} />
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
