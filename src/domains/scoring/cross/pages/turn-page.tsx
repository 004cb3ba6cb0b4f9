import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { CellInput } from '#ui/form/cell-input.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { dayOf } from '#platform/clock.ts'
import type { CriterionScore } from '../../engine/score-result.ts'
import { isOut } from '../../judging/own-points.ts'
import { isLeaf, printedIn, type Placed } from '../../sheets/leaf.ts'
import { fieldNames, type CellReturn } from '../../sheets/read-cells.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import type { Criterion } from '../../table/criterion.ts'
import type { OwnMark } from '../queries.ts'
import type { Lacking } from '../send-assessment.ts'
import { words } from '../words.ts'
import { TurnState } from './overview-page.tsx'
import { Refusing, type TurnHead } from './question-page.tsx'

export interface TurnPageProps extends TurnHead {
  placed: readonly Placed[]
  before: ReadonlyMap<string, CriterionScore>
  /** What the unit wrote beside its own points. */
  explained: ReadonlyMap<string, string>
  evidenceOf: (code: string) => readonly { title: string; href: string }[]
  marks: ReadonlyMap<string, OwnMark>
  returned: ReadonlyMap<string, CellReturn>
  lacking: Lacking
  isOpen: boolean
}

type Row = Placed

/** What the unit wrote beside its points, and what it cites. */
const Proof = ({ node, props }: { node: Criterion; props: TurnPageProps }) => {
  const t = words(useLocale()).marks
  const why = props.explained.get(node.code) ?? ''
  return (
    <>
      {why !== '' && (
        <p class="mute">
          {t.why}: {why}
        </p>
      )}
      {props.evidenceOf(node.code).map(({ title, href }) => (
        <p>
          {t.evidence}: <a href={href}>{title}</a>
        </p>
      ))}
    </>
  )
}

const OwnField = ({ node, props }: { node: Criterion; props: TurnPageProps }) => {
  const locale = useLocale()
  const t = words(locale).marks
  const mark = props.marks.get(node.code)
  const points = mark?.points ?? null
  const names = fieldNames('mark', node.code)
  const back = props.returned.get(names.value)
  return (
    <>
      <input type="hidden" name={names.edition} value={String(mark?.edition ?? 0)} />
      <CellInput
        name={names.value}
        label={t.pointsOf(`${node.code} ${printedIn(node.title, locale)}`)}
        value={back?.typed ?? (points === null ? '' : shownNumber(points, locale))}
        wrong={back !== undefined}
        notes={back && `d.${names.value}`}
        numeric
        inputmode="decimal"
      />
      {back !== undefined && (
        <p class="field-error" id={`d.${names.value}`}>
          {back.message}
        </p>
      )}
    </>
  )
}

const OwnCell = ({ node, props }: { node: Criterion; props: TurnPageProps }) => {
  const locale = useLocale()
  if (isOut(props.before.get(node.code))) return <span class="mute">{words(locale).marks.out}</span>
  if (props.isOpen) return <OwnField node={node} props={props} />
  const points = props.marks.get(node.code)?.points ?? null
  return points === null ? null : <b>{shownNumber(points, locale)}</b>
}

function useColumns(props: TurnPageProps): Column<Row>[] {
  const locale = useLocale()
  const t = words(locale).marks
  const number = (value: string | null | undefined) =>
    value === null || value === undefined ? '' : shownNumber(value, locale)
  const reason = ({ node }: Row) => {
    if (!isLeaf(node) || isOut(props.before.get(node.code))) return ''
    const mark = props.marks.get(node.code)
    if (!props.isOpen) return mark?.reason ?? ''
    const names = fieldNames('mark', node.code)
    const label = t.reasonOf(`${node.code} ${printedIn(node.title, locale)}`)
    const value = props.returned.get(names.value)?.note ?? mark?.reason ?? ''
    return <CellInput name={names.note} label={label} value={value} />
  }
  return [
    {
      key: 'criterion',
      label: t.criterion,
      cell: ({ node, depth }) => (
        <div class={`score-${isLeaf(node) ? 'leaf' : 'node'} deep-${Math.min(depth, 5)}`}>
          <b>{node.code}</b> {printedIn(node.title, locale)}
          <Proof node={node} props={props} />
        </div>
      ),
    },
    { key: 'max', label: t.max, cell: ({ node }) => number(props.before.get(node.code)?.max), numeric: true },
    {
      key: 'self',
      label: t.self,
      cell: ({ node }) => number(props.before.get(node.code)?.points) || (isLeaf(node) ? t.none : ''),
      numeric: true,
    },
    {
      key: 'own',
      label: t.own,
      cell: ({ node }) => (isLeaf(node) ? <OwnCell node={node} props={props} /> : ''),
      numeric: true,
    },
    { key: 'reason', label: t.reason, cell: reason },
  ]
}

const Grid = (props: TurnPageProps) => {
  const t = words(useLocale()).marks
  return (
    <Table
      caption={t.criterion}
      columns={useColumns(props)}
      rows={props.placed}
      rowId={({ node }) => `muc-${node.code}`}
      wide
    />
  )
}

const Entering = (props: TurnPageProps) => {
  const t = words(useLocale()).marks
  const { unscored, unexplained } = props.lacking
  const isComplete = unscored.length === 0 && unexplained.length === 0
  return (
    <>
      <auto-save>
        <form method="post" action={props.at.marks} class="stack" novalidate>
          <grid-keys>
            <Grid {...props} />
          </grid-keys>
          <div class="grid-foot">
            <p>{isComplete ? t.complete : t.lacking(String(unscored.length), String(unexplained.length))}</p>
            <Actions>
              <SubmitButton look="plain">{t.save}</SubmitButton>
              {unscored.length > 0 && (
                <SubmitButton look="plain" name="next" value="fill">
                  {t.fill}
                </SubmitButton>
              )}
            </Actions>
            {unscored.length > 0 && <p class="mute">{t.fillNote}</p>}
          </div>
        </form>
      </auto-save>
      <Sheet title={t.send}>
        <form method="post" action={props.at.sending} class="stack">
          <input type="hidden" name="edition" value={String(props.turn.edition)} />
          <p>{t.sendNote}</p>
          <Actions>
            <SubmitButton look="main" icon="check">
              {t.send}
            </SubmitButton>
          </Actions>
        </form>
      </Sheet>
      <Details summary={t.stepBack} open={props.form.errors.length > 0}>
        <Refusing {...props} form={{ typed: props.form.typed, errors: props.form.errors }} />
      </Details>
    </>
  )
}

/** The criteria of one turn with what the unit says and where the assessor gives points. */
export const TurnPage = (props: TurnPageProps) => {
  const t = words(useLocale())
  const { turn } = props
  const sent = turn.submitted_at
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.question.title(props.unit)}
        state={<TurnState state={turn.state} isLate={props.isLate} />}
        under={
          sent === null || props.isOpen ? t.marks.note : t.marks.sent(formatDay(dayOf(sent)), turn.submitted_name ?? '')
        }
      />
      {props.form.refused !== undefined && <Notice kind="error" title={props.form.refused} />}
      {props.returned.size > 0 && <Notice kind="error" title={t.marks.faultsTitle} />}
      {props.isOpen ? <Entering {...props} /> : <Grid {...props} />}
    </div>
  )
}
