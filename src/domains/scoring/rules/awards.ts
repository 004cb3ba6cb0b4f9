import { compare, zero, type Exact } from '#platform/exact.ts'
import { bilingual, step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Given, Maker, Place, Read } from '../engine/giving.ts'
import type { Wording } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { answerText, listOf, number, scored, together, total, type Found, type Unanswered } from '../giving/answers.ts'

interface Listed {
  readonly text: Wording | undefined
  readonly points: Read
}

interface Award {
  readonly name: string
  readonly place: Place
}

const plainName = (name: string) => name.normalize('NFC').trim().toLowerCase()

/** What was awarded: a single text, or cases with a field `award`, or a list of texts. */
function awarded(answer: Answer, place: Place): Found<readonly Award[]> {
  if (answer.is === 'text' || answer.is === 'class') return { found: [{ name: answer.text, place }] }
  const list = listOf(answer, 'cases')
  if ('unanswered' in list) return list
  const found = list.found.cases.map((one) => {
    const named = one['award'] ?? one['value']
    return { name: named === undefined ? '' : answerText(named), place: { ...place, case: one } }
  })
  return { found }
}

const highest = (several: readonly Exact[]) =>
  several.reduce<Exact | null>((best, one) => (best === null || compare(one, best) > 0 ? one : best), null) ?? zero

function tellResult(place: Place, pick: 'sum' | 'highest', several: readonly Exact[], points: Exact): void {
  if (several.length === 0) place.tell?.(step('awards.none', {}))
  if (several.length > 1) place.tell?.(step(`awards.${pick}`, { points: exactText(points) }))
}

/** Points by what was awarded; an award that stands twice counts twice. */
export const awards: Maker<RuleOf<'awards'>> = (rule, making) => {
  const read = making.formula(rule.awards)
  const listed = new Map<string, Listed>(
    rule.points.map(({ award, text, points }) => [plainName(award), { text, points: making.points(points) }]),
  )
  const giveOne = ({ name, place }: Award): Found<Exact> | null => {
    const known = listed.get(plainName(name))
    if (known === undefined) {
      place.tell?.(step('awards.unlisted', { award: name }))
      return null
    }
    const points = number(known.points(place))
    if ('unanswered' in points) return points
    const words = known.text === undefined ? { vi: name, en: name } : bilingual(known.text)
    place.tell?.(step('awards.one', { award: words.vi, awardEn: words.en, points: exactText(points.found) }))
    return points
  }
  const giveAll = (place: Place, several: readonly Award[]): Given => {
    const unknown: Unanswered[] = []
    const points: Exact[] = []
    for (const one of several) {
      const gives = giveOne(one)
      if (gives === null) continue
      if ('unanswered' in gives) unknown.push(gives.unanswered)
      else points.push(gives.found)
    }
    if (unknown.length > 0) return together(unknown)
    const result = rule.pick === 'sum' ? total(points) : highest(points)
    tellResult(place, rule.pick, points, result)
    return scored(result)
  }
  return (place) => {
    const several = awarded(read(place), place)
    return 'unanswered' in several ? several.unanswered : giveAll(place, several.found)
  }
}
