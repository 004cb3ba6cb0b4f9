import type { Column } from '../table/rule-parts.ts'
import { addLine, say, wordsOf } from './draft.ts'
import { f, type Formula, type Line } from './line.ts'
import type { Sum } from './sum.ts'
import { plainAmount, type Workshop } from './workshop.ts'

/** Figures agreed in the place of what the rules give; null where no unit has one. */
export function agreedLine({ draft, ready, nodes }: Workshop, index: number): Line | null {
  const of = draft.units.map(
    ({ agreed }) => Object.entries(agreed).find(([code]) => ready.scope.criterion(code) === index)?.[1],
  )
  if (of.every((one) => one === undefined)) return null
  const node = nodes[index]
  return addLine(draft, {
    grid: 'facts',
    code: node?.code ?? '',
    label: wordsOf(draft).agreed(say(draft, node?.title)),
    shows: 'points',
    holds: (unit) => {
      const agreed = of[unit]
      return agreed === undefined ? null : plainAmount(agreed.points)
    },
  })
}

type Values = Readonly<Record<Column, Formula | null>>

/** The agreed figure in place of the rules': beyond the maximum it counts as bonus, below zero as penalty. */
export function agreedParts(values: Values, by: { agreed: Line; column: Column; room: Sum | null }): Values {
  const { agreed, column, room } = by
  const or = (instead: Formula, value: Formula | null) => f`IF(ISNUMBER(${agreed}),${instead},${value ?? ['0']})`
  const gained = f`MAX(0,${agreed})`
  const isBase = column === 'base'
  const within = room === null ? gained : f`MIN(${gained},${room.value})`
  const beyond = room === null ? ['0'] : f`MAX(0,${agreed}-N(${room.value}))`
  return {
    base: isBase || values.base !== null ? or(isBase ? within : ['0'], values.base) : null,
    bonus: or(isBase ? beyond : gained, values.bonus),
    penalty: or(f`MIN(0,${agreed})`, values.penalty),
  }
}
