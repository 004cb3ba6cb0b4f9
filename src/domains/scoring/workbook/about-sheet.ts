import type { LookedCell, SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import type { Criterion } from '../table/criterion.ts'
import { cellOf, headLook, plainLook, titleRows } from './book-sheets.ts'
import { say, wordsOf, type Draft } from '../workbook-lines/draft.ts'

/** Which record a workbook was made of. */
export interface Origin {
  readonly heading: string
  /** Label and value: record, version, hash, who and when. */
  readonly rows: readonly (readonly [string, string])[]
}

const flat = (nodes: readonly Criterion[]): Criterion[] => nodes.flatMap((node) => [node, ...flat(node.children ?? [])])

/** How points are computed, in words; where the workbook comes from stands at its end. */
export function aboutSheet(draft: Draft, name: string, origin: Origin): SheetToWrite {
  const t = wordsOf(draft)
  const fixed = draft.fixed.length === 0 ? [] : [t.about.fixed([...new Set(draft.fixed)].join(', '))]
  const rows: (LookedCell | null)[][] = [
    ...titleRows(t.sheets.about, say(draft, draft.table.title)),
    [],
    ...[...t.about.lines, ...fixed].map((line) => [null, cellOf({ kind: 'plain' }, line)]),
    [],
    [t.code, t.criterion, t.kinds].map((text) => cellOf(headLook, text)),
    ...flat(draft.table.sections).map(({ code, title, rules = [] }) => [
      cellOf(plainLook, code),
      cellOf(plainLook, say(draft, title)),
      cellOf(
        plainLook,
        rules.map((rule) => [t.kindNames[rule.rule], say(draft, rule.text)].filter(Boolean).join(': ')).join('; '),
      ),
    ]),
    [],
    [cellOf({ kind: 'title' }, origin.heading)],
    ...origin.rows.map(([label, value]) => [null, cellOf(plainLook, label), cellOf(plainLook, value)]),
  ]
  return { name, widths: [9, 70, 70], frozen: { rows: 0, columns: 0 }, rows }
}
