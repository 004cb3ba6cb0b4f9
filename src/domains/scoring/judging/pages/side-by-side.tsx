import type { Child } from 'hono/jsx'
import { CellInput } from '#ui/form/cell-input.tsx'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Mark } from '../../sheets/sheet.ts'
import { isLeaf, printedIn, type Placed } from '../../sheets/leaf.ts'
import { fieldNames } from '../../sheets/read-cells.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import type { Figures } from '../gather-figures.ts'
import type { JudgingStage } from '../judging.ts'
import { isOut } from '../own-points.ts'
import { columnBySign, isSameFigure } from '../points.ts'
import { words } from '../words.ts'

/** What was typed in a cell that came back, and why. */
export interface AgreedReturn {
  typed: string
  reason: string
  message: string
}

export interface SideProps {
  placed: readonly Placed[]
  figuresOf: (code: string) => Figures
  /** Of assessing units. */
  nameOf: (unit: string) => string
  /** Cross-scores are still hidden. */
  isHidden: boolean
  returned: ReadonlyMap<string, AgreedReturn>
  stage: JudgingStage | undefined
  whyOf: (code: string) => string
}

const number = (value: string | null | undefined, locale: 'vi' | 'en') =>
  value === null || value === undefined ? '' : shownNumber(value, locale)

const Cross = ({ marks, nameOf }: { marks: readonly Mark[]; nameOf: (unit: string) => string }) => {
  const locale = useLocale()
  return (
    <>
      {marks.map((mark) => (
        <p>
          {nameOf(mark.assessor_unit_id)}: <b>{number(mark.points, locale)}</b>
          {mark.reason !== '' && <span class="mute"> {mark.reason}</span>}
        </p>
      ))}
    </>
  )
}

/** Who agreed, and why on something else than was proposed: never without a name. */
const Said = ({ mark }: { mark: Mark | undefined }) =>
  mark === undefined ? null : (
    <p class="mute">
      {mark.by_name}
      {mark.reason !== '' && `: ${mark.reason}`}
    </p>
  )

interface CellProps {
  code: string
  title: string
  figures: Figures
  stage: JudgingStage
  back: AgreedReturn | undefined
}

const ReasonField = ({ code, title, figures, stage, back }: CellProps) => {
  const t = words(useLocale()).sheet
  const value = back?.reason ?? figures.agreed[stage]?.reason ?? ''
  return <CellInput name={fieldNames('mark', code).note} label={t.reasonOf(title)} value={value} />
}

const AgreedField = ({ code, title, figures, stage, back }: CellProps) => {
  const locale = useLocale()
  const t = words(locale).sheet
  const names = fieldNames('mark', code)
  const mark = figures.agreed[stage]
  return (
    <>
      <input type="hidden" name={names.edition} value={String(mark?.edition ?? 0)} />
      <CellInput
        name={names.value}
        label={t.agreedOf(title)}
        value={back?.typed ?? number(mark?.points, locale)}
        wrong={back !== undefined}
        notes={back === undefined ? undefined : `d.${names.value}`}
        numeric
        inputmode="decimal"
      />
      {back !== undefined && (
        <p class="field-error" id={`d.${names.value}`}>
          {back.message}
        </p>
      )}
      <ReasonField code={code} title={title} figures={figures} stage={stage} back={back} />
    </>
  )
}

/** Told where a figure stands in another column than it was written in. */
const Sign = ({ node, points }: { node: Placed['node']; points: string }) => {
  const t = words(useLocale()).sheet
  const written = node.column ?? 'base'
  const column = columnBySign(written, points)
  return column === written || t.bySign[column] === '' ? null : <p class="mute">{t.bySign[column]}</p>
}

const Stands = ({ row: { node }, figures }: { row: Placed; figures: Figures }) => {
  const locale = useLocale()
  const t = words(locale).sheet
  const { stands, proposed } = figures
  const points = stands?.points ?? null
  if (isOut(stands)) return <span class="mute">{t.out}</span>
  if (points === null) return <State kind="late">{t.none}</State>
  const differs = isLeaf(node) && !isSameFigure(points, proposed.bloc)
  return (
    <>
      <b>{number(points, locale)}</b>
      {differs && <State kind="soon">{t.why.differs}</State>}
      <Sign node={node} points={points} />
      <Said mark={figures.agreed.authority ?? figures.agreed.bloc} />
    </>
  )
}

/** What may be had at most, and the way to why these points. */
const Most = ({ row: { node }, figuresOf, whyOf }: { row: Placed } & Pick<SideProps, 'figuresOf' | 'whyOf'>) => {
  const locale = useLocale()
  const t = words(locale).sheet
  const most = figuresOf(node.code).stands?.max ?? null
  return (
    <>
      {most !== null && <span class="mute"> ({t.atMost(shownNumber(most, locale))})</span>}
      {isLeaf(node) && (
        <p>
          <a class="score-why" href={whyOf(node.code)} aria-label={`${t.whySame}, ${node.code}`}>
            {t.whySame}
          </a>
        </p>
      )}
    </>
  )
}

/** Cells of criteria to which points are given; what stands above them stays empty. */
const leavesOnly =
  (figuresOf: SideProps['figuresOf']) =>
  (show: (row: Placed, figures: Figures) => Child) =>
  (row: Placed): Child =>
    isLeaf(row.node) ? show(row, figuresOf(row.node.code)) : ''

/** Where a judging stage writes; nothing for who only reads. */
function useEntering({ figuresOf, returned, stage }: SideProps): Column<Placed>[] {
  const locale = useLocale()
  const t = words(locale).sheet
  if (stage === undefined) return []
  const leafOnly = leavesOnly(figuresOf)
  const cell = ({ node }: Placed, figures: Figures): CellProps => {
    const title = `${node.code} ${printedIn(node.title, locale)}`
    return { code: node.code, title, figures, stage, back: returned.get(node.code) }
  }
  const open = (Field: typeof AgreedField) =>
    leafOnly((row, figures) => (isOut(figures.stands) ? '' : <Field {...cell(row, figures)} />))
  return [{ key: 'agreed', label: t.agreedAndReason, cell: open(AgreedField) }]
}

function useColumns(props: SideProps): Column<Placed>[] {
  const { figuresOf, nameOf, isHidden, whyOf } = props
  const locale = useLocale()
  const t = words(locale).sheet
  const leafOnly = leavesOnly(figuresOf)
  return [
    {
      key: 'criterion',
      label: t.criterion,
      cell: (row) => (
        <div class={`score-${isLeaf(row.node) ? 'leaf' : 'node'} deep-${Math.min(row.depth, 5)}`}>
          <b>{row.node.code}</b> {printedIn(row.node.title, locale)}
          <Most row={row} figuresOf={figuresOf} whyOf={whyOf} />
        </div>
      ),
    },
    { key: 'self', label: t.self, cell: ({ node }) => number(figuresOf(node.code).self, locale), numeric: true },
    {
      key: 'cross',
      label: t.cross,
      cell: leafOnly((_row, { cross }) =>
        isHidden ? <span class="mute">{t.hidden}</span> : <Cross marks={cross} nameOf={nameOf} />,
      ),
    },
    {
      key: 'proposed',
      label: t.proposed,
      cell: leafOnly((_row, { proposed }) => number(proposed.bloc, locale) || <span class="mute">{t.none}</span>),
      numeric: true,
    },
    ...useEntering(props),
    {
      key: 'stands',
      label: t.stands,
      cell: (row) => <Stands row={row} figures={figuresOf(row.node.code)} />,
      numeric: true,
    },
  ]
}

/** Per criterion what the unit, each assessor, the rules and those who judge say. */
export const SideBySide = (props: SideProps) => (
  <Table
    caption={words(useLocale()).sheet.side}
    columns={useColumns(props)}
    rows={props.placed}
    rowId={({ node }) => `muc-${node.code}`}
    wide
  />
)
