import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

const sentences: Readonly<Record<string, (v: Readonly<Record<string, string>>) => string>> = {
  levelUnclear: (v) => `The level of “${v['code']}” is unclear; placed where it stands.`,
  numberSkips: (v) => `“${v['code']}” does not follow the number before it; a row may be missing or its level wrong.`,
  codeWasDay: (v) => `Excel had made a day of the number; read as ${v['code']}.`,
  joined: (v) => `A row without number and points, joined to the one above: “${v['text']}”.`,
  noNumber: (v) => `A row without a number, taken for a section: “${v['text']}”.`,
  penaltyInBonus: (v) => `A penalty stands in the bonus column (${v['text']}); it counts as a penalty.`,
  bonusInPenalty: (v) => `A bonus stands in the penalty column (${v['text']}); it counts as a bonus.`,
  pointsUnclear: (v) => `The cell of points says more than was understood; only ${v['amount']} was taken.`,
  noPoints: () => 'The item has no points; an assessor gives them for now.',
  sumDiffers: (v) => `Sums differ: the item says ${v['max']}, what is under it adds up to ${v['under']}.`,
  totalDiffers: (v) => `Sums differ: the total says ${v['said']}, the sections add up to ${v['sum']}.`,
  otherSheet: (v) => `The sheet “${v['name']}” is a table too and was not read.`,
}

export const en: Translation<typeof vi> = {
  title: 'Read a score table from Excel',
  intro:
    'Use the file that the office keeps: with a column of content and one of points. Roman numbers, letters, numbers and dashes, merged cells and totals are all understood.',
  file: 'Excel file (.xlsx)',
  submit: 'Read the file',
  noFile: 'Choose an .xlsx file.',
  previewTitle: 'What was read',
  previewIntro: 'Nothing is saved yet. Look at the doubts, then accept it as a draft to go on with.',
  found: (nodes, total) => `${nodes} items, base points together ${total}.`,
  doubts: (count) => `${count} doubts`,
  noDoubts: 'There is nothing to look at again.',
  doubtsKept: (count) => `${count} doubts from reading the file`,
  row: 'Row',
  item: 'Item',
  doubt: 'Doubt',
  outline: 'The table as read',
  accept: 'Accept as a draft',
  sayDoubt: ({ says, values, row }) => `${row === undefined ? '' : `Row ${row}: `}${sentences[says]?.(values) ?? says}`,
  sayOnly: ({ says, values }) => sentences[says]?.(values) ?? says,
  violations: {
    noHeadings: 'No row of headings with a column of content and one of points was found. Add one and send it again.',
  },
}
