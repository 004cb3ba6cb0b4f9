import type { Amount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { put, short, sure, wordsOf } from '../workbook-lines/draft.ts'
import { f, type Formula } from '../workbook-lines/line.ts'
import { added, anySign, constant, eitherOf, inCell, madeOf, severalOf, type Sum } from '../workbook-lines/sum.ts'
import { holds } from './bands.ts'
import { asking, branch, first, fullPoints, word, type Maker, type RuleDesk } from './rule-desk.ts'
import { firstOf, valueFor } from './tiers.ts'

/** Points for each step above or below a threshold; whole steps unless parts of a step count. */
export const step: Maker<RuleOf<'step'>> = (rule, desk) => {
  const of = short(desk, desk.read(rule.of), wordsOf(desk.draft).measured)
  const points = branch(desk, desk.points(rule.points))
  const [over, each] = [amountText(rule.under ?? rule.over ?? 0), amountText(rule.each)]
  const distance = rule.under === undefined ? f`${of.value}-${over}` : f`${over}-${of.value}`
  const several = f`MAX(0,${distance})/${each}`
  const steps = rule.partial ? several : f`INT(ROUND(${several},9))`
  const sign = severalOf([points])
  const places = rule.partial ? null : points.places
  if (!points.mayRefuse) return madeOf(f`${steps}*${points.value}`, [of], { ...sign, places })
  const cell = put(desk, madeOf(steps, [of]), wordsOf(desk.draft).steps, 'count')
  return madeOf(f`IF(${cell}=0,0,${first([points.value], f`${cell}*${points.value}`)})`, [inCell(cell)], {
    ...sign,
    places,
  })
}

/** Which band of an axis holds its value, counted from 1; 0 when none does. */
function axis(desk: RuleDesk, { of, bands }: RuleOf<'matrix'>['rows'], label: string): Sum {
  const read = valueFor(desk, of, wordsOf(desk.draft).measured)
  const ways = bands.map((band, index) => ({ holds: holds(desk, read, band), points: constant(index + 1) }))
  const sum = firstOf(ways, constant(0))
  return inCell(put(desk, { ...sum, needs: read?.needs ?? [] }, label, 'count'))
}

export const matrix: Maker<RuleOf<'matrix'>> = (rule, desk) => {
  const t = wordsOf(desk.draft)
  const [row, column] = [axis(desk, rule.rows, t.matrixRow), axis(desk, rule.columns, t.matrixColumn)]
  const none = rule.otherwise === undefined ? asking(desk, 'noTier') : branch(desk, desk.points(rule.otherwise))
  const ways = rule.points.flatMap((points, r) =>
    points.flatMap((one, c) =>
      one === null
        ? []
        : [
            {
              holds: { test: f`AND(${row.value}=${r + 1},${column.value}=${c + 1})`, cell: null },
              points: branch(desk, desk.points(one)),
            },
          ],
    ),
  )
  return { ...firstOf(ways, none), needs: [...row.needs, ...column.needs] }
}

/** What was not assigned but done: the maximum × done ÷ the most done among those to whom it was not assigned. */
export function orDone(desk: RuleDesk, sum: Sum, by: { done: Sum | null; of: readonly Sum[] }): Sum {
  const { of } = by
  if (by.done === null) return sum
  const done = short(desk, by.done, wordsOf(desk.draft).donePoints)
  const t = wordsOf(desk.draft)
  const assigned = inCell(put(desk, sum, t.whenAssigned), sum)
  const isOut = of.flatMap(({ needs }) => needs).map((cell) => f`(${cell}=${word(desk, 'notAssigned')})`)
  const isNotAssigned = f`${added(isOut)}>0`
  desk.extras.push(f`AND(${isNotAssigned},ISNUMBER(${done.value}))`)
  const value = f`IF(${isNotAssigned},${done.value},${assigned.value})`
  return { ...eitherOf([assigned, done]), value, needs: [], mayRefuse: true }
}

export const proportional: Maker<RuleOf<'proportional'>> = (rule, desk) => {
  const t = wordsOf(desk.draft)
  const done = short(desk, desk.read(rule.done), t.done)
  const of = short(desk, desk.read(rule.of), t.toBeDone)
  const full = fullPoints(desk, rule.points)
  const [d, o] = [done.value, of.value]
  const isLess = rule.better === 'less'
  const ratio = isLess ? f`IF(${d}=0,1,${o}/${d})` : f`${d}/${o}`
  const asks = isLess ? f`${o}<0` : f`${o}<=0`
  const share = put(desk, madeOf(f`IF(${asks},${word(desk, 'asks')},${ratio})`, [done, of]), t.share)
  const cut = rule.over === 'cut' ? f`MIN(1,${share})` : f`${share}`
  const least = rule.nothingBelow === undefined ? '0' : amountText(rule.nothingBelow)
  const value = f`IF(ROUND(${share},9)<${least},0,${full.value}*${cut})`
  const sum = madeOf(full.mayRefuse ? first([full.value], value) : value, [inCell(share)], {
    mayRefuse: full.mayRefuse,
    mayBe: full.mayBe,
    top: rule.over === 'cut' ? full.top : undefined,
  })
  return orDone(desk, sum, { done: desk.done(rule.done), of: [done, of] })
}

function multipleOf(mark: Formula, step: Amount | undefined): Formula {
  if (step === undefined) return []
  const times = f`${mark}/${amountText(step)}`
  return f`,ABS(${times}-ROUND(${times},0))<1E-9`
}

/** Points that a person gives; beyond what the table allows somebody must look again. */
export const judged: Maker<RuleOf<'judged'>> = (rule, desk) => {
  const mark = sure(desk, desk.mark(), wordsOf(desk.draft).givenMark)
  const from = amountText(rule.from)
  const isPenalty = from.startsWith('(-')
  const to = rule.to ?? desk.max ?? (isPenalty ? 0 : null)
  if (to === null) return asking(desk)
  const m = mark.value
  const listed = rule.options?.map(({ points }) => f`(ROUND(${m},9)=${amountText(points)})`)
  const within = f`ROUND(${m},9)>=${from},ROUND(${m},9)<=${amountText(to)}${multipleOf(m, rule.step)}`
  const fits = listed === undefined ? f`AND(${within})` : f`${added(listed)}>0`
  const mayBe = isPenalty ? anySign : { negative: false, positive: true }
  return madeOf(f`IF(${fits},${m},${word(desk, 'asks')})`, [mark], { mayRefuse: true, mayBe, top: constant(to).top })
}
