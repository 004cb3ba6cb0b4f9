import type { Article } from './article.ts'
import type { Bloc } from './bloc.ts'
import type { FoundDate } from './dates.ts'
import type { Doubt, DraftKind, Read, Span } from './draft.ts'
import { doubt } from './doubts.ts'
import type { ListItem } from './list-items.ts'
import type { MemberList } from './member-lists.ts'
import type { Movement } from './movements.ts'
import { sameUnit, type Units } from './named-units.ts'
import type { Role, RoleHolder } from './roles.ts'
import { slipsIn } from './syllables.ts'
import type { Theme } from './themes.ts'

/** Everything read from an article, with what the draft itself no longer shows. */
export type Findings = {
  readonly kind: DraftKind
  readonly bloc: Bloc | null
  readonly published: Read<string> | null
  /** The year said beside "giao ước". */
  readonly stated: Read<string> | null
  readonly year: Read<string> | null
  readonly day: FoundDate | null
  readonly signing: Read<string> | null
  readonly list: MemberList | null
  readonly items: readonly ListItem[]
  readonly units: Units
  readonly holders: readonly RoleHolder[]
  readonly head: Read<string> | null
  readonly deputy: Read<string> | null
  readonly themes: readonly Theme[]
  readonly movements: readonly Movement[]
  readonly commitments: readonly Read<string>[]
}

function kindDoubts({ kind, bloc }: Findings): Doubt[] {
  if (kind !== 'signing') return [doubt('no_signing', 'kind', null)]
  return bloc ? [] : [doubt('bloc_missing', 'bloc', null)]
}

function yearDoubts({ kind, stated, year }: Findings): Doubt[] {
  if (kind !== 'signing' || stated) return []
  return year ? [doubt('year_from_meeting', 'year', year.span, year.value)] : [doubt('year_missing', 'year', null)]
}

function outsideYear(date: string, year: string): boolean {
  const signed = Number(date.slice(0, 4))
  const first = Number(year.slice(0, 4))
  const last = year.length > 4 ? first + 1 : first
  return signed > last || signed < first - 1 || (signed === first - 1 && Number(date.slice(5, 7)) < 10)
}

function contradictions(signing: Read<string>, { published, year }: Findings): Doubt[] {
  const late = published !== null && published.value < signing.value
  const far = year !== null && outsideYear(signing.value, year.value)
  return [
    ...(late ? [doubt('date_after_publication', 'signing_date', signing.span)] : []),
    ...(far ? [doubt('date_far_from_year', 'signing_date', signing.span)] : []),
  ]
}

function dateDoubts(found: Findings): Doubt[] {
  const { day, signing } = found
  if (!day) return []
  if (day.several) return [doubt('date_of_several_days', 'signing_date', day.span)]
  if (!signing) return [doubt('date_without_year', 'signing_date', day.span)]
  const written = signing.value.split('-').toReversed().join('/')
  const inferred = day.year === null ? [doubt('date_year_inferred', 'signing_date', day.span, written)] : []
  return [...inferred, ...contradictions(signing, found)]
}

function memberDoubts({ list, items }: Findings): Doubt[] {
  const twice = items.filter((item, index) => items.findIndex((other) => sameUnit(other.name, item.name)) < index)
  const doubts = twice.map((item) => doubt('member_twice', 'members', item.span, item.name))
  const count = list?.count
  if (count && count.value !== items.length) {
    doubts.push(doubt('count_differs', 'members', count.span, String(count.value), String(items.length)))
  }
  if (!list && items.length > 0) doubts.push(doubt('members_partial', 'members', null))
  return doubts
}

function roleDoubts(role: Role, chosen: Read<string> | null, { holders, year }: Findings): Doubt[] {
  const others = holders.filter(
    (holder) => holder.role === role && !(chosen && sameUnit(holder.unit.name, chosen.value)),
  )
  const first = others[0]
  if (!first) return []
  const { name, span } = first.unit
  const otherYear = first.year !== null && year !== null && first.year.slice(0, 4) !== year.value.slice(0, 4)
  return [
    otherYear
      ? doubt('head_of_other_year', role, span, name, first.year ?? '')
      : doubt('heads_differ', role, span, name),
  ]
}

function themeDoubts({ themes }: Findings): Doubt[] {
  const [first, ...others] = themes
  const open = first && !first.quote.closed ? [doubt('quote_open', 'theme', first.span, first.value)] : []
  return [...open, ...others.map((theme) => doubt('two_themes', 'theme', theme.span, theme.value))]
}

function movementDoubts({ movements }: Findings): Doubt[] {
  return movements.flatMap(({ title, quote, sharedPeriod, campaign }) => [
    ...(quote === null ? [doubt('movement_unquoted', 'movements', title.span, title.value)] : []),
    ...(quote && !quote.closed ? [doubt('quote_open', 'movements', title.span, title.value)] : []),
    ...(sharedPeriod ? [doubt('period_shared', 'movements', title.span, title.value)] : []),
    ...(campaign ? [doubt('campaign', 'movements', title.span, title.value)] : []),
  ])
}

function spellingDoubts(article: Article, found: Findings): Doubt[] {
  const parts: [field: string, span: Span][] = [
    ...found.items.map(({ span }): [string, Span] => ['members', span]),
    ...found.themes.map(({ span }): [string, Span] => ['theme', span]),
    ...found.movements.map(({ title }): [string, Span] => ['movements', title.span]),
    ...found.commitments.map(({ span }): [string, Span] => ['commitments', span]),
  ]
  const seen = new Set<number>()
  return parts.flatMap(([field, part]) =>
    slipsIn(article.text, part).flatMap(({ word, span, corrections }) => {
      if (seen.has(span[0])) return []
      seen.add(span[0])
      return [doubt('misspelt', field, span, word, corrections.map((each) => `'${each}'`).join(' / '))]
    }),
  )
}

function cutDoubts({ text, paragraphs }: Article): Doubt[] {
  const last = paragraphs.at(-1)
  if (
    !last ||
    last.end - last.start < 120 ||
    /[.!?…:;"”»)\]]\s*$/u.test(text) ||
    /\.\/?\.?\s+\S+(?: \S+){0,5}\s*$/u.test(text)
  )
    return []
  return [doubt('cut_short', 'text', [Math.max(last.start, text.trimEnd().length - 20), last.end])]
}

/** What the reader is unsure of, field by field. */
export function doubtsOf(article: Article, found: Findings): Doubt[] {
  return [
    ...kindDoubts(found),
    ...yearDoubts(found),
    ...dateDoubts(found),
    ...memberDoubts(found),
    ...roleDoubts('head', found.head, found),
    ...roleDoubts('deputy', found.deputy, found),
    ...themeDoubts(found),
    ...movementDoubts(found),
    ...spellingDoubts(article, found),
    ...cutDoubts(article),
  ]
}
