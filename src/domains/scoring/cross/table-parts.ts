import { isLeaf, placedNodes, type Placed } from '../sheets/leaf.ts'
import type { Criterion } from '../table/criterion.ts'
import type { ScoreTable } from '../table/score-table.ts'
import type { CrossSpan } from './assignment.ts'

/** A part of a table that one assessor takes; `holder` is the code of assessors printed there. */
export interface TablePart {
  part: string
  holder: string | null
}

const fieldsOf = (nodes: readonly Criterion[]): TablePart[] =>
  nodes.flatMap((node) =>
    node.assessor === undefined ? fieldsOf(node.children ?? []) : [{ part: node.code, holder: node.assessor }],
  )

/** What is given out apart: the whole sheet, its sections, or what each code of assessors stands at. */
export function partsOf(table: Pick<ScoreTable, 'sections'>, span: CrossSpan): TablePart[] {
  if (span === 'sheet') return [{ part: '', holder: null }]
  if (span === 'section') return table.sections.map(({ code }) => ({ part: code, holder: null }))
  return fieldsOf(table.sections)
}

function rootsOf(nodes: readonly Criterion[], part: string): readonly Criterion[] {
  if (part === '') return nodes
  return nodes.flatMap((node) => (node.code === part ? [node] : rootsOf(node.children ?? [], part)))
}

/** The criteria of a part in the table's order, what stands above before what stands below. */
export const criteriaOf = (table: Pick<ScoreTable, 'sections'>, part = ''): Placed[] =>
  placedNodes(rootsOf(table.sections, part))

/** The criteria to which points are given. */
export const leavesIn = (table: Pick<ScoreTable, 'sections'>, part = ''): Criterion[] =>
  criteriaOf(table, part)
    .map(({ node }) => node)
    .filter(isLeaf)
