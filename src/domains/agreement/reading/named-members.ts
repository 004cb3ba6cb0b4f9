import { findAll, sentenceSpan, type Article } from './article.ts'
import type { ListItem } from './list-items.ts'
import { sameUnit, unitsNamed, type NamedUnit, type Units } from './named-units.ts'
import type { RoleHolder } from './roles.ts'
import { lenient } from './flatten.ts'

const chosen = lenient('lựa chọn|suy tôn|bình chọn|bình xét|bầu')

function chosenUnits(article: Article, units: Units): NamedUnit[] {
  return findAll(article, chosen).flatMap(({ end }) => {
    const next = unitsNamed(article, [end, sentenceSpan(article, end)[1]], units)[0]
    const near = next && next.span[0] - end < 30 && units.letters.has(article.text.slice(...next.span))
    return near ? [next] : []
  })
}

/**
 * Without a list of members: the units that the text names as head, as deputy, or as chosen by the bloc,
 * in the order in which they are first named.
 */
export function namedMembers(article: Article, holders: readonly RoleHolder[], units: Units): ListItem[] {
  const defined = [...units.letters.values()]
  const everyone = [...holders.map(({ unit }) => unit), ...chosenUnits(article, units)]
  const named = [...new Map(everyone.toReversed().map((unit) => [unit.name, unit])).values()].toReversed()
  return named
    .filter(({ name }, index) => named.findIndex((other) => sameUnit(other.name, name)) === index)
    .map(({ name, span }) => ({ name, span: defined.find((unit) => unit.name === name)?.span ?? span, note: null }))
    .toSorted((a, b) => a.span[0] - b.span[0])
}
