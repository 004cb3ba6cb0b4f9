import { findAll, flatBetween, sentenceAt, type Article } from './article.ts'
import type { Read } from './draft.ts'
import { lenient } from './flatten.ts'
import { sameUnit, unitsNamed, type Units } from './named-units.ts'
import { unitsIn } from './unit-phrases.ts'

const attends = lenient('tham dự|đến dự|về dự|dự và chỉ đạo|dự (?:hội nghị|lễ|buổi lễ|có)|cùng dự|tới dự|tham gia dự')
const witnesses = lenient(String.raw`chứng kiến`)

const people = /đại diện|lãnh đạo|đồng chí|ông|bà|giám đốc|chủ tịch|trưởng/u

function isMember(name: string, units: Units): boolean {
  return units.items.some((item) => sameUnit(item.name, name))
}

/** Bodies named in the sentences that say who came, members and the place of the meeting left out. */
export function guestsOf(article: Article, units: Units): Read<string>[] {
  const sentences = findAll(article, attends).flatMap(({ start }) => sentenceAt(article, start) ?? [])
  const present = [...new Set(sentences)]
    .filter(({ start, end, loose }) => !loose && people.test(flatBetween(article, start, end)))
    .flatMap(({ start, end }) => unitsIn(article, [start, end]))
    .filter(([start]) => !/(?:tại|ở) $/u.test(flatBetween(article, start - 4, start)))
    .map((span) => ({ value: article.text.slice(...span).replace(/\s+/gu, ' '), span }))
  return present.filter(
    (guest, index) =>
      !isMember(guest.value, units) && present.findIndex(({ value }) => sameUnit(value, guest.value)) === index,
  )
}

/** Only a body of which the text says "chứng kiến". */
export function witnessOf(article: Article, units: Units): Read<string> | null {
  for (const { start, end } of findAll(article, witnesses)) {
    const sentence = sentenceAt(article, start)
    if (!sentence) continue
    const named = unitsNamed(article, [sentence.start, sentence.end], units)
    const after = named.find(({ span }) => span[0] >= end && span[0] - end < 90)
    const before = named.findLast(({ span }) => span[1] <= start && start - span[1] < 30)
    const ofWhom = /^\s*(?:và [\p{L} ]{1,20})?\s*(?:của|:)/u.test(article.flat.slice(end, end + 30))
    const unit = ofWhom ? after : (before ?? after)
    if (unit) return { value: unit.name, span: unit.span }
  }
  return null
}
