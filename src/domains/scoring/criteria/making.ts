import type { Bilingual } from '#platform/words.ts'
import { compileFormula } from '../formula/compile.ts'
import { forGroup } from '../formula/functions-of-groups.ts'
import { runOf, type Run } from '../formula/run.ts'
import { Uses } from '../formula/scope.ts'
import type { Formula } from '../table/amount.ts'
import { bilingual } from '../engine/derivation-words.ts'
import { fullOf } from './full-points.ts'
import type { Making, Read } from '../engine/giving.ts'
import type { TableScope } from './table-scope.ts'

/** The leaf for which rules are made ready. */
export interface Leaf {
  readonly index: number
  readonly code: string
  readonly uses: Uses
  readonly butDone: 'out' | 'among_doers'
  /** The base points of its rules that do not wait for full points, against its maximum. */
  readonly ownFull: Read
}

/** What sentences of a derivation name; known only while one is told. */
export interface Telling {
  run: Run | null
  readonly titles: readonly Bilingual[]
}

/** What a rule of one leaf is made of. */
export function makingOf(scope: TableScope, leaf: Leaf, telling: Telling): Making {
  const context = { ...scope.context(leaf.code, leaf.uses, ['max']), fields: 'any' as const }
  const formula = (one: Formula) => compileFormula(one, context).read
  const ofGroup = (one: Formula, reached: boolean) => {
    const uses = new Uses()
    const { read } = compileFormula(one, { ...context, uses, reached })
    leaf.uses.add(uses, true)
    return forGroup(read, scope.slot(uses))
  }
  const assigned = (one: Formula) => {
    const uses = new Uses()
    compileFormula(one, { ...context, uses })
    leaf.uses.add(uses, true)
    const columns = [...uses.facts]
    return (place: Parameters<Read>[0], unit: number) =>
      columns.every((column) => runOf(place).columns[column]?.[unit]?.is !== 'not_assigned')
  }
  const label = (key: string): Bilingual => {
    const criterion = scope.criterion(key)
    return bilingual(scope.facts[key]?.label ?? (criterion === null ? key : telling.titles[criterion]))
  }
  return {
    formula,
    points: formula,
    group: (one) => ofGroup(one, false),
    done: (one) => ofGroup(one, true),
    assigned,
    butDone: leaf.butDone,
    full: (criterion) => (criterion === true ? leaf.ownFull : fullOf(scope, criterion, context)),
    mark: (place) => runOf(place).marks[place.unit]?.get(leaf.index) ?? null,
    workingDays: scope.workingDays,
    code: leaf.code,
    unitName: (unit) => telling.run?.units[unit]?.name ?? telling.run?.units[unit]?.id ?? '',
    label,
  }
}
