import { compare, divided, whole, type Exact } from '#platform/exact.ts'
import type { Answer, CaseFields, LoggedReport, Place, Read, Value } from '../engine/giving.ts'
import { asks, lacking, missing, no, number, yes } from './answers.ts'
import type { Call, Functions } from './call.ts'
import { sumOf } from './compute.ts'
import { kindOf, type Compiled, type Context, type Kind } from './scope.ts'

function fieldsOfReport({ kind, period, due, sent }: LoggedReport): CaseFields {
  return {
    kind: { is: 'text', text: kind },
    period: { is: 'text', text: period },
    due: { is: 'date', day: due },
    ...(sent === null ? {} : { sent: { is: 'date', day: sent } }),
  }
}

/** The things of a list, each with its fields; null where there is no list. */
function listed(answer: Answer): readonly CaseFields[] | null {
  if (answer.is === 'cases') return answer.cases
  if (answer.is === 'reports') return answer.reports.map(fieldsOfReport)
  if (answer.is !== 'marks') return null
  return [...answer.marks].map(([by, mark]) => ({
    by: { is: 'text', text: by },
    value: { is: 'number', number: mark },
  }))
}

const fieldsOf = ({ is, fields }: Kind): Context['fields'] => (is === 'cases' ? fields : 'any')

/** What `each` comes to for every thing of the list, or why it cannot be said. */
function answersOf(list: readonly CaseFields[], place: Place, each: Read, is: Value['is']): Answer[] | Answer {
  const answers = list.map((fields) => each({ ...place, case: fields }))
  const without = answers.filter((one) => one.is !== is)
  return without.length === 0 ? answers : lacking(without, is)
}

const ownValue: Read = (place) => place.case?.['value'] ?? missing('case.value')

/** A list and what is asked of each of its things; a plain number may stand for how many there are. */
function listAndEach({ given, compile, context }: Call) {
  const list = compile(given[0], context)
  const each = given.length > 1 ? compile(given[1], { ...context, fields: fieldsOf(list.kind) }) : null
  return { list, each }
}

function count(call: Call): Compiled {
  const { list, each } = listAndEach(call)
  const read: Read = (place) => {
    const answer = list.read(place)
    if (answer.is === 'number' && each === null) return answer
    const things = listed(answer)
    if (things === null)
      return answer.is === 'number'
        ? asks('asks.onlyCounted', { count: String(answer.number.over) })
        : lacking([answer], 'cases')
    if (each === null) return number(whole(things.length))
    const held = answersOf(things, place, each.read, 'yes_no')
    return Array.isArray(held) ? number(whole(held.filter((one) => one.is === 'yes_no' && one.yes).length)) : held
  }
  return { read, kind: kindOf('number') }
}

/** Works on the numbers of a list: of each thing what is asked, or else its own value. */
function ofEach(call: Call, work: (numbers: Exact[]) => Answer): Compiled {
  const { list, each } = listAndEach(call)
  const read: Read = (place) => {
    const answer = list.read(place)
    if (answer.is === 'number' && each === null) return work([answer.number])
    const things = listed(answer)
    if (things === null) return lacking([answer], 'cases')
    const numbers = answersOf(things, place, each?.read ?? ownValue, 'number')
    return Array.isArray(numbers) ? work(numbers.flatMap((one) => (one.is === 'number' ? [one.number] : []))) : numbers
  }
  return { read, kind: { ...kindOf('number'), measure: each?.kind.measure } }
}

function averageOf(numbers: readonly Exact[]): Answer {
  const average = divided(sumOf(numbers), whole(numbers.length))
  return average === null ? asks('asks.noValues') : number(average)
}

const countOf = (answer: Answer): number | null =>
  answer.is === 'number' && typeof answer.number.over === 'number' && answer.number.under === 1
    ? answer.number.over
    : null

/** The average of marks without so many of the lowest and so many of the highest. */
function trimmed({ given, compile, context }: Call): Compiled {
  const [marks, low, high] = given.map((one) => compile(one, context))
  const read: Read = (place) => {
    const answers = [marks, low, high].map((one) => one?.read(place) ?? missing())
    const [of = missing(), lowest = missing(), highest = missing()] = answers
    const [from, to] = [countOf(lowest), countOf(highest)]
    if (of.is !== 'marks') return lacking([of], 'marks')
    if (from === null || to === null) return lacking([lowest, highest], 'number')
    const sorted = [...of.marks.values()].sort(compare)
    return averageOf(sorted.slice(from, Math.max(from, sorted.length - to)))
  }
  return { read, kind: kindOf('number') }
}

const isNamed = (value: Value | undefined, name: string) =>
  (value?.is === 'text' || value?.is === 'class') && value.text === name

/** Whether a text stands in a list of texts, or in any field of a list of cases; or is the text itself. */
function standsIn(of: Answer, name: string): Answer {
  if (of.is === 'text' || of.is === 'class') return of.text === name ? yes : no
  const things = listed(of)
  if (things === null) return lacking([of], 'cases')
  return things.some((one) => Object.values(one).some((value) => isNamed(value, name))) ? yes : no
}

function has({ given, compile, context }: Call): Compiled {
  const [list, name] = [compile(given[0], context), compile(given[1], context)]
  const read: Read = (place) => {
    const text = name.read(place)
    return text.is === 'text' ? standsIn(list.read(place), text.text) : lacking([text], 'text')
  }
  return { read, kind: kindOf('yes_no') }
}

type Name = 'count' | 'sum' | 'average' | 'trimmed' | 'has'

export const functionsOfLists: Functions<Name> = {
  count,
  sum: (call) => ofEach(call, (numbers) => number(sumOf(numbers))),
  average: (call) => ofEach(call, averageOf),
  trimmed,
  has,
}
