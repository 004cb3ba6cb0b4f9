import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { Details } from '#ui/details.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { dayOf } from '#platform/clock.ts'
import type { CrossState } from '../assignment.ts'
import type { AssignmentRow, ConflictRow, CrossPlanRow, ObjectionRow } from '../queries.ts'
import { words } from '../words.ts'

/** A turn as the list shows it. */
export interface ShownTurn {
  turn: AssignmentRow
  unit: string
  assessor: string
  isLate: boolean
  isVacant: boolean
  /** Where the reader scores, objects, or changes the assessor. */
  score: string | undefined
  object: string | undefined
  change: string | undefined
}

export interface OverviewPageProps {
  crumbs: readonly Crumb[]
  over: string
  dueOn: string | null
  plan: CrossPlanRow | undefined
  turns: readonly ShownTurn[]
  /** Units that have not sent their own sheet. */
  unsent: readonly string[]
  conflicts: readonly (ConflictRow & { assessor: string; unit: string })[]
  objections: readonly (ObjectionRow & { assessor: string; unit: string; href: string })[]
  planHref: string | undefined
  leaningsHref: string
  /** Where to end cross-scoring without the turns that are open. */
  ending: string | undefined
  form: Returned
}

const shapes = {
  waiting: 'none',
  scoring: 'open',
  submitted: 'done',
  recused: 'none',
  replaced: 'none',
  missed: 'late',
} satisfies Record<CrossState, StateKind>

export const TurnState = ({ state, isLate }: { state: CrossState; isLate: boolean }) => {
  const t = words(useLocale())
  return (
    <>
      <State kind={shapes[state]}>{t.states[state]}</State> {isLate && <State kind="late">{t.late}</State>}
    </>
  )
}

const Action = ({ shown }: { shown: ShownTurn }) => {
  const t = words(useLocale())
  const go = shown.turn.state === 'waiting' ? t.begin : shown.turn.state === 'scoring' ? t.go : t.look
  return (
    <span class="row">
      {shown.score !== undefined && (
        <LinkButton href={shown.score} look="quiet">
          {go}
        </LinkButton>
      )}
      {shown.change !== undefined && <a href={shown.change}>{t.change}</a>}
      {shown.object !== undefined && <a href={shown.object}>{t.object}</a>}
    </span>
  )
}

const Turns = ({ turns, caption }: { turns: readonly ShownTurn[]; caption: string }) => {
  const t = words(useLocale())
  const columns: Column<ShownTurn>[] = [
    { key: 'unit', label: t.unit, cell: ({ unit }) => unit },
    { key: 'part', label: t.part, cell: ({ turn }) => (turn.part === '' ? t.wholeSheet : turn.part) },
    {
      key: 'assessor',
      label: t.assessor,
      cell: ({ assessor, turn }) => (
        <>
          {assessor} {turn.is_mutual && <State kind="soon">{t.mutual}</State>}
        </>
      ),
    },
    { key: 'state', label: t.state, cell: ({ turn, isLate }) => <TurnState state={turn.state} isLate={isLate} /> },
    { key: 'do', label: '', cell: (shown) => <Action shown={shown} />, bare: true },
  ]
  return <Table caption={caption} columns={columns} rows={turns} />
}

const Over = ({ turns }: { turns: readonly ShownTurn[] }) => {
  const t = words(useLocale())
  const columns: Column<ShownTurn>[] = [
    { key: 'assessor', label: t.assessor, cell: ({ assessor }) => assessor },
    { key: 'unit', label: t.unit, cell: ({ unit }) => unit },
    {
      key: 'state',
      label: t.state,
      cell: ({ turn, isVacant }) => (
        <>
          <TurnState state={turn.state} isLate={false} /> {isVacant && <State kind="late">{t.vacant}</State>}
        </>
      ),
    },
    { key: 'why', label: t.whyOver, cell: ({ turn }) => turn.reason },
    { key: 'do', label: '', cell: (shown) => <Action shown={shown} />, bare: true },
  ]
  return <Table caption={t.over} columns={columns} rows={turns} />
}

const Plan = ({ plan }: { plan: CrossPlanRow }) => {
  const t = words(useLocale()).plan
  return (
    <Facts
      facts={[
        { label: t.span, value: t.spans[plan.span] },
        ...(plan.span === 'field' ? [] : [{ label: t.perUnit, value: String(plan.per_unit) }]),
        { label: t.methodIs, value: t.methods[plan.method] },
        { label: t.seedIs, value: plan.seed },
        { label: t.title, value: t.drawn(formatDay(dayOf(plan.drawn_at)), plan.drawn_name) },
      ]}
    />
  )
}

const Objections = ({ objections }: Pick<OverviewPageProps, 'objections'>) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.objections}
      rows={objections}
      columns={[
        { key: 'what', label: t.objections, cell: (one) => <a href={one.href}>{`${one.assessor} → ${one.unit}`}</a> },
        { key: 'reason', label: t.objecting.reason, cell: ({ reason }) => reason },
        { key: 'state', label: t.state, cell: ({ state }) => t.objecting.states[state] },
      ]}
    />
  )
}

const Ending = ({ ending, form }: { ending: string; form: Returned }) => {
  const t = words(useLocale()).ending
  return (
    <Details summary={t.title} open={form.errors.length > 0 || form.refused !== undefined}>
      <p>{t.note}</p>
      <PostedForm action={ending} form={form} submit={t.do} look="danger">
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={1000} required />
      </PostedForm>
    </Details>
  )
}

const Standing = ({ turns, unsent }: { turns: readonly ShownTurn[]; unsent: readonly string[] }) => {
  const t = words(useLocale())
  const late = [...new Set(turns.filter(({ isLate }) => isLate).map(({ assessor }) => assessor))]
  const vacant = turns.some(({ isVacant }) => isVacant)
  return (
    <>
      {late.length > 0 && <Notice kind="warning" title={t.lateUnits(late.join(', '))} />}
      {unsent.length > 0 && <Notice kind="info" title={t.sheetsMissing(unsent.join(', '))} />}
      {vacant && (
        <Notice kind="warning" title={t.vacant}>
          <p>{t.vacantBody}</p>
        </Notice>
      )}
    </>
  )
}

/** Who assesses whom, who is late, who stepped back and why; never a point. */
export const OverviewPage = (props: OverviewPageProps) => {
  const t = words(useLocale())
  const { plan, turns, conflicts, objections } = props
  const standing = turns.filter(({ turn }) => !['recused', 'replaced', 'missed'].includes(turn.state))
  const over = turns.filter((shown) => !standing.includes(shown))
  const own = standing.filter(({ score }) => score !== undefined)
  const done = standing.filter(({ turn }) => turn.state === 'submitted').length
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.title}
        under={props.dueOn === null ? t.intro : `${t.due(formatDay(props.dueOn))}. ${t.intro}`}
        actions={
          props.planHref !== undefined && (
            <LinkButton href={props.planHref} look={plan === undefined ? 'main' : 'plain'}>
              {plan === undefined ? t.plan.title : t.plan.again}
            </LinkButton>
          )
        }
      />
      <Standing turns={turns} unsent={props.unsent} />
      {plan === undefined ? (
        <Empty title={t.noPlan} icon="people">
          {t.noPlanBody}
        </Empty>
      ) : (
        <>
          {own.length > 0 && (
            <Sheet title={t.yours} flush>
              <Turns turns={own} caption={t.yours} />
            </Sheet>
          )}
          <Sheet
            title={t.table}
            beside={<span class="mute">{t.progress(String(done), String(standing.length))}</span>}
            flush
          >
            <Turns turns={standing.map((shown) => ({ ...shown, score: undefined }))} caption={t.table} />
          </Sheet>
          {standing.some(({ turn }) => turn.is_mutual) && <p class="mute">{t.mutualHelp}</p>}
          {over.length > 0 && (
            <Sheet title={t.over} flush>
              <Over turns={over} />
            </Sheet>
          )}
          {objections.length > 0 && (
            <Sheet title={t.objections} flush>
              <Objections objections={objections} />
            </Sheet>
          )}
          {conflicts.length > 0 && (
            <Sheet title={t.conflicts}>
              <ul>
                {conflicts.map(({ assessor, unit, reason }) => (
                  <li>{t.conflictLine(assessor, unit, reason)}</li>
                ))}
              </ul>
            </Sheet>
          )}
          <Sheet title={t.plan.title}>
            <div class="stack">
              <Plan plan={plan} />
              <p>
                <a href={props.leaningsHref}>{t.leanings.title}</a>
              </p>
            </div>
          </Sheet>
          {props.ending !== undefined && <Ending ending={props.ending} form={props.form} />}
        </>
      )}
    </div>
  )
}
