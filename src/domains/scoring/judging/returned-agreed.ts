import { words as sheetWords } from '../sheets/words.ts'
import type { Locale } from '#platform/words.ts'
import type { AgreedAnswer } from './keep-agreed.ts'
import { words } from './words.ts'

/** What a cell that was not saved is told; nothing of one that was. */
function faultSaid(locale: Locale, answer: AgreedAnswer): string {
  const t = words(locale).sheet.faults
  if (answer.outcome === 'conflict') return `${t.conflict} (${answer.by})`
  if (answer.outcome !== 'fault') return ''
  if (answer.fault === 'reasonMissing') return t.reasonMissing
  const known: Readonly<Record<string, string>> = sheetWords(locale).faults
  return known[answer.fault] ?? answer.fault
}

/** Of each cell that was not saved what was typed and why, by the code or the sheet that names it. */
export function returnedAgreed(
  locale: Locale,
  answers: readonly AgreedAnswer[],
  typed: readonly { name: string; text: string; reason: string }[],
  nameOf: (answer: AgreedAnswer) => string,
) {
  return new Map(
    answers.flatMap((answer) => {
      const message = faultSaid(locale, answer)
      const cell = typed.find(({ name }) => name === nameOf(answer))
      if (message === '' || cell === undefined) return []
      return [[cell.name, { typed: cell.text, reason: cell.reason, message }] as const]
    }),
  )
}
