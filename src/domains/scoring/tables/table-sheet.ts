import { writeList, type ListToWrite } from '#capabilities/spreadsheets/write-list.ts'
import type { Locale } from '#platform/words.ts'
import type { CriterionInput } from '../table/criterion.ts'
import type { TableVersion } from './queries.ts'
import { sayRule } from '../table-editor/say-rule.ts'
import { maxOf, totalOf } from '../table-editor/sums.ts'
import { wordsOf } from './table-content.ts'
import { nodesOf } from './table-tree.ts'
import { decimalText } from '#platform/exact.ts'
import { words } from './words.ts'

const numberOf = (text: string | number | undefined) => {
  const number = Number(text)
  return text === undefined || Number.isNaN(number) ? null : number
}

function maxSaid(node: CriterionInput): number | null {
  const max = maxOf(node)
  return max === null ? null : Number(decimalText(max, 6))
}

/** A table as officials keep it: codes, content, three columns of points; and what cannot stand there, in words. */
function tableSheet({ content, title, number }: TableVersion, locale: Locale): ListToWrite {
  const t = words(locale).sheet
  const rows = nodesOf(content.sections).map(({ node }) => [
    node.code,
    wordsOf(node.title),
    maxSaid(node),
    numberOf(node.maxBonus),
    numberOf(node.maxPenalty),
    (node.rules ?? []).map((rule) => sayRule(rule, { locale, facts: content.facts })).join('\n'),
    wordsOf(node.evidence),
    wordsOf(content.assessors?.[node.assessor ?? ''] ?? node.assessor),
  ])
  return {
    title: t.title,
    heading: t.heading(title, String(number)),
    columns: [
      { heading: t.code, width: 12 },
      { heading: t.title, width: 70 },
      { heading: t.max, width: 12, kind: 'number' },
      { heading: t.bonus, width: 12, kind: 'number' },
      { heading: t.penalty, width: 12, kind: 'number' },
      { heading: t.rules, width: 60 },
      { heading: t.evidence, width: 40 },
      { heading: t.assessor, width: 24 },
    ],
    rows: [...rows, ['', t.total, numberOf(totalOf(content.sections)), null, null, '', '', '']],
  }
}

export const writeTableSheet = (version: TableVersion, locale: Locale) => writeList(tableSheet(version, locale))
