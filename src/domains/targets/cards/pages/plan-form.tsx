import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { formatDay } from '#ui/format.ts'
import { Table, type Column } from '#ui/table.tsx'
import { targetPaths } from '../../paths.ts'
import type { Target } from '../../target.ts'
import { writeNumber, writeValue } from '../../value.ts'
import { words } from '../../words.ts'
import { WideForm } from './wide-form.tsx'
import { unitOfMeasure } from '../say-value.ts'

/** One row of the form; fields are named `planned.<unit>`. */
export interface PlanRow {
  unit: string
  name: string
  isAssigned: boolean
  baseline: string | null
  planned: string | null
  weight: string | null
  dueOn: string | null
}

type CellName = 'baseline' | 'planned' | 'weight' | 'dueOn'

export interface PlanFormProps {
  target: Target
  rows: readonly PlanRow[]
  form: Returned
  /** Which boxes each unit has; all that the target needs unless said otherwise. */
  only?: readonly CellName[]
}

const boxesOf = ({ target, only }: PlanFormProps): readonly string[] =>
  only ?? ['baseline', 'planned', 'dueOn', ...(target.roll_up === 'weighted_mean' ? ['weight'] : [])]

interface CellProps {
  name: CellName
  row: PlanRow
  form: Returned
  given: string
}

/** A box in a cell; its name is said to screen readers, and what is wrong stands under it. */
const Cell = ({ name, row, form, given }: CellProps) => {
  const t = words(useLocale()).planForm
  const id = `${name}.${row.unit}`
  const fault = form.errors.find(({ field }) => field === id)?.message
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <input
        class="field-input"
        id={id}
        name={id}
        type="text"
        autocomplete="off"
        value={form.typed[id] ?? given}
        aria-label={t.cell(t[name], row.name)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-error` : undefined}
      />
      {fault && (
        <p class="field-error" id={`${id}-error`}>
          {fault}
        </p>
      )}
    </div>
  )
}

const Given = ({ row, form }: { row: PlanRow; form: Returned }) => {
  const t = words(useLocale()).planForm
  const name = `isAssigned.${row.unit}`
  const isTicked = Object.keys(form.typed).length > 0 ? form.typed[name] === 'on' : row.isAssigned
  return <input type="checkbox" id={name} name={name} checked={isTicked} aria-label={t.cell(t.assigned, row.name)} />
}

export const PlanRows = (props: PlanFormProps) => {
  const { target, rows, form } = props
  const locale = useLocale()
  const t = words(locale).planForm
  const unit = unitOfMeasure(target, locale)
  const inUnit = (label: string) => (unit === '' ? label : `${label} (${unit})`)
  const columns: Column<PlanRow>[] = [
    { key: 'unit', label: t.unit, cell: (row) => row.name },
    { key: 'assigned', label: t.assigned, cell: (row) => <Given row={row} form={form} /> },
    {
      key: 'baseline',
      label: inUnit(t.baseline),
      cell: (row) => <Cell name="baseline" row={row} form={form} given={writeValue(row.baseline, target, locale)} />,
    },
    {
      key: 'planned',
      label: inUnit(t.planned),
      cell: (row) => <Cell name="planned" row={row} form={form} given={writeValue(row.planned, target, locale)} />,
    },
    {
      key: 'weight',
      label: t.weight,
      cell: (row) => (
        <Cell name="weight" row={row} form={form} given={row.weight === null ? '' : writeNumber(row.weight, locale)} />
      ),
    },
    {
      key: 'dueOn',
      label: t.dueOn,
      cell: (row) => <Cell name="dueOn" row={row} form={form} given={row.dueOn === null ? '' : formatDay(row.dueOn)} />,
    },
  ]
  const boxes = boxesOf(props)
  const shown = columns.filter(({ key }) => key === 'unit' || key === 'assigned' || boxes.includes(key))
  return (
    <>
      <p class="field-help">{t.help}</p>
      {boxes.includes('weight') && <p class="field-help">{t.weightHelp}</p>}
      <Table caption={words(locale).plan} columns={shown} rows={rows} wide />
    </>
  )
}

export const PlanPage = (props: PlanFormProps & { at: readonly [bloc: string, year: string] }) => {
  const t = words(useLocale())
  const { at, target, form } = props
  const back = targetPaths.card(...at, target.code)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t.title, href: targetPaths.list(...at) },
          { label: target.code, href: back },
        ]}
      />
      <PageHead title={t.planTitle(target.code)} under={target.name} />
      <Sheet>
        <WideForm
          action={targetPaths.plan(...at, target.code)}
          form={form}
          submit={t.save}
          cancel={{ label: t.cancel, href: back }}
        >
          <input type="hidden" name="version" value={form.typed['version'] ?? String(target.version)} />
          <PlanRows {...props} />
        </WideForm>
      </Sheet>
    </>
  )
}

interface SharesPageProps extends PlanFormProps {
  at: readonly [bloc: string, year: string]
  unit: string
  unitName: string
  plan: string
}

export const SharesPage = (props: SharesPageProps) => {
  const t = words(useLocale())
  const { at, target, form, rows } = props
  const back = targetPaths.card(...at, target.code)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t.title, href: targetPaths.list(...at) },
          { label: target.code, href: back },
        ]}
      />
      <PageHead over={target.name} title={t.shares.title(props.unitName)} under={t.shares.body(props.plan)} />
      <Sheet>
        {rows.length === 0 ? (
          <Empty title={t.shares.none} icon="people" />
        ) : (
          <WideForm
            action={targetPaths.shares(...at, target.code, props.unit)}
            form={form}
            submit={t.save}
            cancel={{ label: t.cancel, href: back }}
          >
            <PlanRows {...props} />
          </WideForm>
        )}
      </Sheet>
    </>
  )
}
