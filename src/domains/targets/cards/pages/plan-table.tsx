import { decimalText, exact, plus, zero } from '#platform/exact.ts'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { targetPaths } from '../../paths.ts'
import type { Target } from '../../target.ts'
import { words } from '../../words.ts'
import type { NamedAssignment } from '../queries.ts'
import { sayValue } from '../say-value.ts'

export interface PlanTableProps {
  at: readonly [bloc: string, year: string]
  target: Target
  plans: readonly NamedAssignment[]
  blocPlan: string | null
  /** Units whose plan the reader may divide and spread. */
  mayDivide: ReadonlySet<string>
}

/** Units in their order, each with its sub-units under it. */
const inTree = (plans: readonly NamedAssignment[]) =>
  plans
    .filter((one) => one.parent_unit_id === null)
    .flatMap((one) => [one, ...plans.filter((below) => below.parent_unit_id === one.unit_id)])

/** Where the sub-units' shares do not make up the plan of their unit. */
function Difference({ plan, plans, target }: { plan: NamedAssignment } & Pick<PlanTableProps, 'plans' | 'target'>) {
  const locale = useLocale()
  const below = plans.filter((one) => one.parent_unit_id === plan.unit_id && one.planned !== null)
  if (below.length === 0 || plan.planned === null || target.roll_up !== 'sum') return null
  const sum = decimalText(below.map((one) => exact(one.planned ?? '0')).reduce(plus, zero), 6)
  if (sum === plan.planned) return null
  const said = words(locale).card.sharesDiffer(sayValue(sum, target, locale), sayValue(plan.planned, target, locale))
  return <p class="field-doubt">{said}</p>
}

const Ways = ({ plan, at, target, mayDivide }: { plan: NamedAssignment } & PlanTableProps) => {
  const t = words(useLocale()).card
  if (!mayDivide.has(plan.unit_id) || !plan.is_assigned || target.state === 'withdrawn') return null
  return (
    <>
      <a href={targetPaths.shares(...at, target.code, plan.unit_id)}>{t.divide}</a>
      {plan.planned !== null && (
        <>
          {' · '}
          <a href={targetPaths.milestones(...at, target.code, plan.unit_id)}>{t.spread}</a>
        </>
      )}
    </>
  )
}

export const PlanTable = (props: PlanTableProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { target, plans } = props
  const planned = (one: NamedAssignment) =>
    one.is_assigned ? sayValue(one.planned, target, locale) : t.planForm.notAssigned
  const columns: Column<NamedAssignment>[] = [
    {
      key: 'unit',
      label: t.planForm.unit,
      cell: (one) => (
        <>
          {one.parent_unit_id === null ? one.name : `– ${one.name}`}
          <Difference plan={one} plans={plans} target={target} />
        </>
      ),
    },
    {
      key: 'baseline',
      label: t.planForm.baseline,
      numeric: true,
      cell: (one) => (one.baseline === null ? '' : sayValue(one.baseline, target, locale)),
    },
    { key: 'planned', label: t.planForm.planned, numeric: true, cell: planned },
    { key: 'due', label: t.planForm.dueOn, cell: (one) => one.due_on && formatDay(one.due_on) },
    {
      key: 'ways',
      label: `${t.card.divide}, ${t.card.spread.toLocaleLowerCase(locale)}`,
      cell: (one) => one.parent_unit_id === null && <Ways {...props} plan={one} />,
    },
  ]
  const foot = [
    { key: 'unit', value: t.card.blocPlan },
    { key: 'planned', value: sayValue(props.blocPlan, target, locale) },
  ]
  return <Table caption={t.card.plan} columns={columns} rows={inTree(plans)} foot={foot} />
}
