import type { CellRule, GridColumn, GridPlan } from '#capabilities/spreadsheets/grid.ts'
import type { Bilingual, Locale } from '#platform/words.ts'
import type { Assignment, Target } from '../target.ts'
import { writeNumber, writeValue } from '../value.ts'
import { words } from '../words.ts'
import { figureFromOf } from './target-draft.ts'
import { unitOfMeasure } from './say-value.ts'

const both = (say: (t: ReturnType<typeof words>) => string): Bilingual => ({
  vi: say(words('vi')),
  en: say(words('en')),
})

const column = (heading: Bilingual, width: number): GridColumn => ({ heading, width, rule: null })

const heads = (
  [
    [(t) => t.fields.code, 10],
    [(t) => t.fields.name, 48],
    [(t) => t.fields.topic, 24],
    [(t) => t.fields.measureUnit, 14],
    [(t) => t.fields.frequency, 12],
    [(t) => t.fields.figureFrom, 24],
    [(t) => t.fields.weight, 10],
    [(t) => t.state, 16],
  ] satisfies [(t: ReturnType<typeof words>) => string, number][]
).map(([say, width]) => column(both(say), width))

const numbers: Partial<Readonly<Record<Target['measure'], CellRule>>> = {
  count: { kind: 'number' },
  money: { kind: 'number', isSigned: true },
  percent: { kind: 'percent' },
}

export interface TargetsSheet {
  title: string
  targets: readonly Target[]
  assignments: readonly Assignment[]
  units: readonly { unit: string; name: string }[]
  locale: Locale
}

function cardCells(target: Target, locale: Locale): (string | null)[] {
  const t = words(locale)
  const how = t.how[figureFromOf(target) as keyof typeof t.how] ?? t.ofLog
  return [
    target.code,
    target.name,
    target.topic,
    unitOfMeasure(target, locale),
    t.frequencies[target.frequency],
    how,
    writeNumber(target.weight, locale),
    t.states[target.state],
  ]
}

function planCell(target: Target, plan: Assignment | undefined, locale: Locale): string | null {
  if (plan === undefined || !plan.is_assigned) return words(locale).planForm.notAssigned
  if (plan.planned === null) return null
  return numbers[target.measure] === undefined ? writeValue(plan.planned, target, locale) : plan.planned
}

/** The year's list with what each unit plans, as a workbook; plans that are numbers are numbers in it. */
export function targetsSheet({ title, targets, assignments, units, locale }: TargetsSheet): GridPlan {
  const plans = units.map(({ name }) => column({ vi: name, en: name }, 16))
  const rows = targets.map((target) => {
    const ofUnits = units.map(({ unit }) =>
      assignments.find((one) => one.target_id === target.id && one.unit_id === unit),
    )
    const rule = numbers[target.measure]
    const places = ofUnits.flatMap((plan, index) =>
      rule !== undefined && plan?.is_assigned === true ? [[heads.length + index, rule] as const] : [],
    )
    const cells = [...cardCells(target, locale), ...ofUnits.map((plan) => planCell(target, plan, locale))]
    return { cells, rules: Object.fromEntries(places) }
  })
  return {
    sheet: words(locale).title,
    lines: [title],
    columns: [...heads, ...plans],
    keyColumn: 0,
    rows,
    howTo: [words(locale).planForm.help],
    stamp: '',
  }
}
