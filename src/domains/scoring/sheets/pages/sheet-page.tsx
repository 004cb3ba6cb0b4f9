import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { DayField } from '#ui/form/day-field.tsx'
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
import { State, type StateKind } from '#ui/state.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { words as scoringWords } from '../../words.ts'
import type { GatheredSheet } from '../gather-sheet.ts'
import type { SheetRow, SheetStep } from '../queries.ts'
import type { EntryBefore } from '../read-entries.ts'
import { outputNames, outputs, type CellReturn } from '../read-cells.ts'
import type { SheetStanding } from '../sheet.ts'
import { writeFact } from '../../figures/typed-value.ts'
import { words } from '../words.ts'
import { WorkbookLink } from '../../workbook/pages/workbook-link.tsx'
import { SheetGrid } from './sheet-grid.tsx'

const shapes = {
  open: 'open',
  submitted: 'soon',
  returned: 'late',
  verified: 'done',
  agreed: 'done',
  missing: 'late',
} satisfies Record<SheetStanding, StateKind>

export const StandingMark = ({ standing }: { standing: SheetStanding }) => (
  <State kind={shapes[standing]}>{scoringWords(useLocale()).sheetStates[standing]}</State>
)

export interface SheetPageProps {
  crumbs: readonly Crumb[]
  unit: string
  sheet: SheetRow
  standing: SheetStanding
  gathered: GatheredSheet
  dueOn: string
  /** The last day, when it is over and nothing was sent before it was. */
  late: string | undefined
  may: { enter: boolean; send: boolean; return: boolean }
  at: {
    bloc: string
    year: string
    entries: string
    sending: string
    returning: string
    workbook: string
    whyOf: (code: string) => string
  }
  returned: ReadonlyMap<string, CellReturn>
  /** The form to return the sheet, when it came back. */
  returning: Returned
  refused: string | undefined
  steps: readonly SheetStep[]
  before: readonly EntryBefore[]
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
}

/** What the sheet comes to; the figures follow what is typed. */
const Totals = ({ gathered, isForm }: { gathered: GatheredSheet; isForm: boolean }) => {
  const locale = useLocale()
  const t = words(locale)
  const { figures, lacks } = gathered
  const shown = outputs(locale, figures.unit, lacks.length)
  const put = (name: string, live?: 'polite') =>
    isForm ? (
      <output name={name} aria-live={live ?? 'off'}>
        {shown[name]}
      </output>
    ) : (
      shown[name]
    )
  return (
    <p class="score-total">
      {t.total}: <b>{put(outputNames.total, 'polite')}</b> {put(outputNames.max)}{' '}
      <span class="missing-count">{put(outputNames.missing)}</span>
    </p>
  )
}

/** The grid as a form: scripts save it as one types and bring the totals; a button does too. */
const Entering = (props: SheetPageProps) => {
  const t = words(useLocale())
  const { gathered, at, sheet } = props
  return (
    <OfflineEntry number="request" title={`${sheet.title}, ${props.unit}`}>
      <auto-save>
        <form method="post" action={at.entries} class="stack" novalidate>
          <input type="hidden" name="request" value="" />
          <grid-keys>
            <SheetGrid rows={gathered.rows} isForm returned={props.returned} sheet={sheet.id} {...at} />
          </grid-keys>
          <div class="grid-foot">
            <Totals gathered={gathered} isForm />
            <Actions beside={<SavedAt at={gathered.savedAt} />}>
              <SubmitButton look="main" name="next" value="send">
                {t.toSend}
              </SubmitButton>
              <SubmitButton look="plain">{t.save}</SubmitButton>
            </Actions>
          </div>
        </form>
      </auto-save>
    </OfflineEntry>
  )
}

const Returning = ({ at, returning, sheet }: SheetPageProps) => {
  const t = words(useLocale()).return
  const isOpen = returning.errors.length > 0 || returning.refused !== undefined
  return (
    <Details summary={t.title} open={isOpen}>
      <p>{t.note}</p>
      <PostedForm action={at.returning} form={returning} submit={t.do} look="danger">
        <input type="hidden" name="edition" value={String(sheet.edition)} />
        <TextArea
          {...fieldOf(returning, 'reason')}
          label={t.reason}
          example={t.reasonExample}
          rows={3}
          maxlength={1000}
          required
        />
        <DayField {...fieldOf(returning, 'dueOn')} label={t.dueOn} />
      </PostedForm>
    </Details>
  )
}

const Past = ({ steps, before }: Pick<SheetPageProps, 'steps' | 'before'>) => {
  const locale = useLocale()
  const t = words(locale)
  const { steps: names } = scoringWords(locale)
  if (steps.length === 0) return null
  const shownOf = ({ kind, value }: EntryBefore) =>
    writeFact(kind === 'mark' ? value : (Object(value) as { value?: unknown }).value, locale) || t.missing
  return (
    <Sheet title={t.steps}>
      <History
        entries={steps.map(({ at, by_name: who, step, reason }) => ({
          at,
          who,
          what: t.stepLine(names[step], reason),
        }))}
      />
      {before.length > 0 && (
        <Details summary={`${t.before} (${before.length})`}>
          <History
            entries={before.map((entry) => ({
              at: entry.replaced_at,
              who: '',
              what: t.beforeLine(entry.name, shownOf(entry), entry.by_name),
              ...(entry.reason !== '' && { detail: entry.reason }),
            }))}
          />
        </Details>
      )}
    </Sheet>
  )
}

const Returned = ({ steps }: Pick<SheetPageProps, 'steps'>) => {
  const locale = useLocale()
  const last = steps.findLast(({ step }) => step === 'returned')
  if (last === undefined) return null
  const t = words(locale)
  return (
    <Notice kind="warning" title={t.returnedTitle}>
      <p>{last.reason}</p>
      <p>{t.returnedLine(last.by_name, scoringWords(locale).stages[last.stage])}</p>
    </Notice>
  )
}

/** One unit's sheet by one table: the grid, what it comes to, what became of it, and what may be done now. */
export const SheetPage = (props: SheetPageProps) => {
  const t = words(useLocale())
  const { sheet, may, gathered, late, at } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={`${props.unit} · ${sheet.round_name}`}
        title={sheet.title}
        state={<StandingMark standing={props.standing} />}
        under={late === undefined ? t.due(formatDay(props.dueOn)) : t.lateSince(formatDay(late))}
      />
      {sheet.state === 'returned' && <Returned steps={props.steps} />}
      {props.refused !== undefined && <Notice kind="error" title={props.refused} />}
      {may.enter ? <p class="mute">{t.entryHelp}</p> : <Totals gathered={gathered} isForm={false} />}
      <p>
        <WorkbookLink href={at.workbook} />
      </p>
      <Sheet flush>
        {may.enter ? (
          <Entering {...props} />
        ) : (
          <SheetGrid rows={gathered.rows} isForm={false} returned={props.returned} sheet={sheet.id} {...at} />
        )}
      </Sheet>
      {may.return && <Returning {...props} />}
      <Past steps={props.steps} before={props.before} />
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
