import type { Tree } from '../formula/tree.ts'
import { serialOf } from '../workbook-lines/fact-value.ts'
import { quoted } from '../workbook-lines/line.ts'
import { constant } from '../workbook-lines/sum.ts'
import { caseField, named, unitField } from './names.ts'
import { called } from './functions.ts'
import { both, chosen, compared, computed, negated, not } from './operators.ts'
import { Unsayable, type Read, type Reading } from './reading.ts'

const asNumber = (text: string): Read => ({ ...constant(text), kind: 'number', isPlain: true })

const yesNo = (yes: boolean): Read => ({
  ...constant(yes ? 1 : 0),
  kind: 'yes_no',
  isPlain: true,
  test: [yes ? 'TRUE' : 'FALSE'],
})

const asText = (text: string): Read => ({ ...constant(0), value: [quoted(text)], kind: 'text', text })

const asDay = (day: string): Read => ({ ...constant(serialOf(day)), kind: 'date', isPlain: true })

type Of<Is extends Tree['is']> = Extract<Tree, { is: Is }>

const readers: { readonly [Is in Tree['is']]: (tree: Of<Is>, at: Reading) => Read } = {
  number: ({ text }) => asNumber(text),
  yes_no: ({ yes }) => yesNo(yes),
  text: ({ text }) => (/^\d{4}-\d\d-\d\d$/u.test(text) ? { ...asDay(text), text } : asText(text)),
  name: named,
  case: caseField,
  unit: unitField,
  period: ({ end }, { period }) => {
    if (period === undefined) throw new Unsayable('period')
    return asDay(period[end])
  },
  not,
  negative: negated,
  compute: computed,
  compare: compared,
  and: both,
  or: both,
  choose: chosen,
  call: called,
}

/** A formula's tree as a formula of a spreadsheet, node by node. */
export function translate(tree: Tree, at: Reading): Read {
  const reader = readers[tree.is] as (tree: Tree, at: Reading) => Read
  return reader(tree, at)
}
