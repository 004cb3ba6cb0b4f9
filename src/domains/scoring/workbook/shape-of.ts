import { wordsOf, type Draft } from '../workbook-lines/draft.ts'
import { mostSideBySide, type Shape } from '../workbook-lines/shape.ts'

/** The first and last unit of each unit's group. */
function groupsOf({ units }: Draft): Shape['groups'] {
  const bounds = new Map<string, { first: number; last: number }>()
  for (const [unit, { group = '' }] of units.entries()) {
    bounds.set(group, { first: bounds.get(group)?.first ?? unit, last: unit })
  }
  return units.map(({ group = '' }, unit) => bounds.get(group) ?? { first: unit, last: unit })
}

/** Names of sheets hold no more than 31 letters, and none of these signs. */
export const sheetName = (text: string, prefix: string) =>
  `${prefix}${text}`
    .replaceAll(/[\\/?*[\]:]/gu, ' ')
    .slice(0, 31)
    .trim()

/** Where everything stands in a workbook. A prefix tells the sheets of several tables in one workbook apart. */
export function shapeOf(draft: Draft, prefix = ''): Shape {
  const t = wordsOf(draft)
  return {
    unitsAre: draft.units.length > mostSideBySide ? 'rows' : 'columns',
    groups: groupsOf(draft),
    names: { facts: sheetName(t.sheets.facts, prefix), steps: sheetName(t.sheets.steps, prefix) },
    lists: draft.lists.map(({ owners }, index) => ({
      name: sheetName(`${t.sheets.list} ${index + 1}`, prefix),
      owners,
    })),
  }
}
