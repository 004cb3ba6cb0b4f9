import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { CellInput } from '#ui/form/cell-input.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Projector } from '#ui/projector.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { printedIn } from '../../sheets/leaf.ts'
import { fieldNames } from '../../sheets/read-cells.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import type { Hall, HallRow, Stop } from '../gather-hall.ts'
import { isOut } from '../../judging/own-points.ts'
import { words } from '../../judging/words.ts'
import type { AgreedReturn } from '../../judging/pages/side-by-side.tsx'

interface HallProps {
  hall: Hall
  nameOf: (unit: string) => string
}

const stopValue = ({ version, node }: Stop) => `${version} ${node.code}`

/** What everyone reads of one criterion: in the hall and on the desk alike. */
function useFigures({ nameOf }: HallProps): Column<HallRow>[] {
  const locale = useLocale()
  const t = words(locale)
  const number = (value: string | null | undefined) =>
    value === null || value === undefined ? t.sheet.none : shownNumber(value, locale)
  return [
    { key: 'unit', label: t.unit, cell: ({ sheet }) => nameOf(sheet.unit_id) },
    { key: 'self', label: t.sheet.self, cell: ({ figures }) => number(figures.self), numeric: true },
    {
      key: 'cross',
      label: t.sheet.cross,
      cell: ({ cross }) => (cross === undefined ? '' : t.hall.crossFew(number(cross.points), String(cross.count))),
      numeric: true,
    },
    { key: 'proposed', label: t.sheet.proposed, cell: ({ figures }) => number(figures.proposed.bloc), numeric: true },
  ]
}

const titleOf = (stop: Stop, locale: 'vi' | 'en') => `${stop.node.code} ${printedIn(stop.node.title, locale)}`

/** For the projector: one criterion, large, following the secretary by itself. */
export const ScreenPage = ({ hall, nameOf, round }: HallProps & { round: string }) => {
  const locale = useLocale()
  const t = words(locale)
  const figures = useFigures({ hall, nameOf })
  const stop = hall.stops[hall.index]
  if (stop === undefined) {
    return (
      <Projector over={round} title={t.hall.title}>
        <Empty title={t.hall.notStarted}>{t.hall.notStartedBody}</Empty>
      </Projector>
    )
  }
  const agreed = ({ figures: { agreed: said, stands } }: HallRow) => {
    const mark = said.authority ?? said.bloc
    if (isOut(stands)) return t.sheet.out
    return mark?.points === undefined || mark.points === null ? '' : <b>{shownNumber(mark.points, locale)}</b>
  }
  const place = t.hall.place(String(hall.index + 1), String(hall.stops.length))
  const max = stop.node.max === undefined ? '' : ` · ${t.sheet.max}: ${shownNumber(String(stop.node.max), locale)}`
  return (
    <Projector over={`${round} · ${stop.table} · ${place}${max}`} title={titleOf(stop, locale)} foot={t.hall.follows}>
      <Table
        caption={t.hall.figures}
        rows={hall.rows}
        columns={[...figures, { key: 'agreed', label: t.sheet.agreed, cell: agreed, numeric: true }]}
      />
    </Projector>
  )
}

interface DeskProps extends HallProps {
  crumbs: readonly Crumb[]
  over: string
  /** Sheets whose figure this person may enter. */
  mayEnter: ReadonlySet<string>
  returned: ReadonlyMap<string, AgreedReturn>
  refused: string | undefined
  form: Returned
  at: { meeting: string; marks: string; paper: string; screen: string }
}

const Moving = ({ stop, to, at, label }: { stop: Stop | undefined; to: string; at: string; label: string }) =>
  stop === undefined ? null : (
    <form method="post" action={at}>
      <input type="hidden" name="stop" value={stopValue(stop)} />
      <SubmitButton look={to === 'next' ? 'main' : 'plain'}>{label}</SubmitButton>
    </form>
  )

function useEntering(props: DeskProps): Column<HallRow>[] {
  const locale = useLocale()
  const t = words(locale)
  const nameOf = ({ sheet }: HallRow) => props.nameOf(sheet.unit_id)
  const isOpen = ({ sheet, figures }: HallRow) => props.mayEnter.has(sheet.id) && !isOut(figures.stands)
  const said = ({ figures }: HallRow) => {
    if (isOut(figures.stands)) return <span class="mute">{t.sheet.out}</span>
    const mark = figures.agreed.authority ?? figures.agreed.bloc
    return mark?.points === undefined || mark.points === null ? (
      <span class="mute">{t.hall.ownUnit}</span>
    ) : (
      <b>{shownNumber(mark.points, locale)}</b>
    )
  }
  return [
    {
      key: 'agreed',
      label: t.sheet.agreed,
      numeric: true,
      cell: (row) => {
        if (!isOpen(row)) return said(row)
        const names = fieldNames('mark', row.sheet.id)
        const mark = row.figures.agreed.bloc
        const back = props.returned.get(row.sheet.id)
        const shown = mark?.points === undefined || mark.points === null ? '' : shownNumber(mark.points, locale)
        return (
          <>
            <input type="hidden" name={names.edition} value={String(mark?.edition ?? 0)} />
            <CellInput
              name={names.value}
              label={t.sheet.agreedOf(nameOf(row))}
              value={back?.typed ?? shown}
              wrong={back !== undefined}
              numeric
              inputmode="decimal"
            />
            {back !== undefined && <p class="field-error">{back.message}</p>}
          </>
        )
      },
    },
    {
      key: 'reason',
      label: t.sheet.reason,
      cell: (row) => {
        if (!isOpen(row)) return row.figures.agreed.bloc?.reason ?? ''
        const value = props.returned.get(row.sheet.id)?.reason ?? row.figures.agreed.bloc?.reason ?? ''
        return (
          <CellInput name={fieldNames('mark', row.sheet.id).note} label={t.sheet.reasonOf(nameOf(row))} value={value} />
        )
      },
    },
  ]
}

const Criterion = (props: DeskProps & { stop: Stop }) => {
  const locale = useLocale()
  const t = words(locale)
  const { hall, at, stop } = props
  const columns = [...useFigures(props), ...useEntering(props)]
  return (
    <Sheet
      title={titleOf(stop, locale)}
      beside={<span class="mute">{t.hall.place(String(hall.index + 1), String(hall.stops.length))}</span>}
    >
      <div class="stack">
        <form method="post" action={at.marks} class="stack" novalidate>
          <input type="hidden" name="code" value={stop.node.code} />
          <grid-keys>
            <Table caption={t.hall.figures} rows={hall.rows} columns={columns} wide />
          </grid-keys>
          <p class="mute">{t.sheet.saveNote}</p>
          <Actions>
            <SubmitButton look="main">{t.sheet.save}</SubmitButton>
          </Actions>
        </form>
        <div class="row">
          <Moving stop={hall.stops[hall.index - 1]} to="previous" at={at.meeting} label={t.hall.previous} />
          <Moving stop={hall.stops[hall.index + 1]} to="next" at={at.meeting} label={t.hall.next} />
        </div>
      </div>
    </Sheet>
  )
}

/** The secretary's desk in a meeting. */
export const MeetingPage = (props: DeskProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { hall, at } = props
  const stop = hall.stops[hall.index]
  const first = hall.stops[0]
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.hall.title}
        under={t.hall.note}
        actions={
          <>
            <LinkButton href={at.screen}>{t.hall.screen}</LinkButton>
            <LinkButton href={at.paper}>{t.hall.paper}</LinkButton>
          </>
        }
      />
      {props.refused !== undefined && <Notice kind="error" title={props.refused} />}
      {stop !== undefined && <Criterion {...props} stop={stop} />}
      <Sheet title={t.hall.pick}>
        <PostedForm action={at.meeting} form={props.form} submit={t.hall.go}>
          <SelectField
            name="stop"
            label={t.hall.pick}
            value={stop === undefined ? first && stopValue(first) : stopValue(stop)}
            options={hall.stops.map((one) => ({
              value: stopValue(one),
              label: titleOf(one, locale),
              group: one.table,
            }))}
            required
          />
        </PostedForm>
      </Sheet>
    </div>
  )
}
