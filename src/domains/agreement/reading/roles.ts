import { findAll, flatBetween, sentenceSpan, type Article } from './article.ts'
import type { Read, Span } from './draft.ts'
import { flatten, lenient } from './flatten.ts'
import { bodyOfPerson, isShouted, unitsNamed, type NamedUnit, type Units } from './named-units.ts'
import { pairedRoles, type PairedRoles } from './paired-roles.ts'

export type Role = 'head' | 'deputy'

export type RoleHolder = {
  readonly role: Role
  readonly unit: NamedUnit
  /** The year said beside the role. */
  readonly year: string | null
  /** Chosen for the time to come rather than merely named. */
  readonly elected: boolean
}

const roles = ['head', 'deputy'] as const

const rolePatterns: Readonly<Record<Role, RegExp>> = {
  head: lenient(
    String.raw`(?<!phó )(?:(?:tân |tân đơn vị )?(?:trưởng khối|khối trưởng|trưởng cụm|cụm trưởng|trưởng (?:khối|cụm) thi đua))(?!,? phó)`,
    'u',
  ),
  deputy: lenient(String.raw`phó (?:trưởng )?(?:khối|cụm)(?: trưởng)?|(?:khối|cụm) phó|phó (?:khối|cụm) thi đua`, 'u'),
}

/** Only such words may stand between a unit and its role. */
const between = [
  'hiện|được|đã|vừa|cùng|luân phiên|tiếp tục|là|làm|giữ|đảm nhiệm|đảm nhận|đảm trách|nhận|đại diện|đại diện cho|chịu trách nhiệm|bầu|giao|phân công|cử|chọn|bầu chọn|lựa chọn',
  'tín nhiệm|thống nhất|nhiệm vụ|vai trò|chức|chức vụ|chức danh|cương vị|trọng trách|đơn vị|với tư cách|bàn giao|tiếp nhận|hội nghị|các đơn vị|thành viên|khối|suy cử|đề cử|ủy nhiệm|năm \\d{4}|làm đơn vị',
  'công ty tnhh (?:một thành viên|mtv)|sẽ|giữ chức|năm học \\d{4} ?- ?\\d{4}|nhất trí|phụ trách|tỉnh|chỉ định',
].join('|')
const gapBefore = new RegExp(`^[\\s,(-]*(?:(?:${between})(?![\\p{L}])[\\s,-]*)*$`, 'u')
const gapAfter = new RegExp(
  String.raw`^(?:\s*(?:khối|cụm)?\s*thi đua(?: số \w+)?)?\s*(?:của (?:khối|cụm)\s*)?(?:năm (?:học )?[\d\s-]+)?[\s(,]*(?:là|cho|sang cho|sang|thuộc về|được giao cho|:|–|-)\s*(?:đơn vị\s+)?(?:đồng chí\s+)?$`,
  'u',
)
const election = lenient(
  'bầu|bầu chọn|được giao|giao|phân công|luân phiên|nhận bàn giao|bàn giao|chuyển giao|tiếp nhận|đề cử|tín nhiệm|nhất trí|lựa chọn|cử|chỉ định|sẽ',
  'u',
)
const handedOn = lenient('bàn giao|chuyển giao', 'u')
const former = lenient(String.raw`nguyên\s*`, 'u')
const yearAfter =
  /^(?:\s*(?:của )?(?:khối|cụm)?(?: thi đua)?(?: số)?(?: [\p{L}\d-]+){0,5}?)?[\s,(]*(?:trong |cho )?năm (?:học )?(?<label>\d{4}(?: ?[-/] ?\d{4})?)/u
const yearAtStart = /^[^,]{0,12}năm (?:học )?(?<label>\d{4}(?: ?[-/] ?\d{4})?)/u
const personBefore = /(?<person>(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}*)\s*[,–-]\s*$/u

function yearOf(article: Article, mention: Span, sentence: Span): string | null {
  const after = yearAfter.exec(article.flat.slice(mention[1], sentence[1]))?.groups?.['label']
  const opening = yearAtStart.exec(article.flat.slice(...sentence))?.groups?.['label']
  return (after ?? opening)?.replace(/\s*[-/]\s*/u, '-') ?? null
}

function holderBefore(article: Article, mention: Span, candidates: readonly NamedUnit[]): NamedUnit | null {
  return (
    candidates.findLast(
      ({ span }) => span[1] <= mention[0] && gapBefore.test(article.flat.slice(span[1], mention[0])),
    ) ?? null
  )
}

function holderAfter(article: Article, mention: Span, candidates: readonly NamedUnit[]): NamedUnit | null {
  return (
    candidates.find(({ span }) => span[0] >= mention[1] && gapAfter.test(article.flat.slice(mention[1], span[0]))) ??
    null
  )
}

/** "PGS.TS. A - Trưởng khối": the body is said where the person is introduced. */
function holderByPerson(article: Article, mention: Span, units: Units): NamedUnit | null {
  const person = personBefore.exec(article.text.slice(Math.max(0, mention[0] - 60), mention[0]))?.groups?.['person']
  const body = person === undefined ? null : bodyOfPerson(article, person, units)
  return body && { ...body, span: mention }
}

function holderOf(article: Article, role: Role, mention: Span, units: Units): RoleHolder | null {
  const sentence = sentenceSpan(article, mention[0])
  if (isShouted(article, sentence) || former.test(flatBetween(article, mention[0] - 8, mention[0]))) return null
  const near: Span = [Math.max(sentence[0], mention[0] - 240), Math.min(sentence[1], mention[1] + 240)]
  const candidates = unitsNamed(article, near, units)
  const lead = flatBetween(article, Math.max(sentence[0], mention[0] - 110), mention[0]).replace(/^.*;/u, '')
  const before = holderBefore(article, mention, candidates)
  const after = holderAfter(article, mention, candidates)
  const unit = (handedOn.test(lead) ? (after ?? null) : (before ?? after)) ?? holderByPerson(article, mention, units)
  if (!unit) return null
  return { role, unit, year: yearOf(article, mention, sentence), elected: election.test(lead) }
}

/** "Gia Lai (Cụm trưởng), Kon Tum (Cụm phó)": roles noted inside the list of members. */
function rolesInList({ items }: Units): RoleHolder[] {
  return items.flatMap(({ name, span, note }) => {
    const role = note === null ? undefined : roles.find((each) => rolePatterns[each].test(flatten(note)))
    return role === undefined ? [] : [{ role, unit: { name, span }, year: null, elected: false }]
  })
}

function holdersOfPair(article: Article, { span, ...pair }: PairedRoles): RoleHolder[] {
  const year = yearOf(article, span, sentenceSpan(article, span[0]))
  return roles.map((role) => ({ role, unit: pair[role], year, elected: true }))
}

function singleRoles(article: Article, units: Units, pairs: readonly PairedRoles[]): RoleHolder[] {
  return roles.flatMap((role) =>
    findAll(article, new RegExp(rolePatterns[role].source, 'gu'))
      .filter(({ start }) => !pairs.some(({ span }) => span[0] <= start && start < span[1]))
      .flatMap(({ start, end }) => holderOf(article, role, [start, end], units) ?? []),
  )
}

export function roleHolders(article: Article, units: Units): RoleHolder[] {
  const pairs = pairedRoles(article, units)
  const told = pairs.flatMap((pair) => holdersOfPair(article, pair))
  return [...told, ...singleRoles(article, units, pairs), ...rolesInList(units)]
}

function standing(holder: RoleHolder, year: string | null): number {
  const timely = holder.year === null || year === null ? 0 : holder.year.slice(0, 4) === year.slice(0, 4) ? 4 : -8
  return 1 + timely + (holder.elected ? 2 : 0)
}

/** The holder for the agreement's year: one chosen for it stands before one who merely speaks. */
export function holderFor(holders: readonly RoleHolder[], role: Role, year: string | null): Read<string> | null {
  const best = holders
    .filter((holder) => holder.role === role && standing(holder, year) > 0)
    .toSorted((a, b) => standing(b, year) - standing(a, year))[0]
  return best ? { value: best.unit.name, span: best.unit.span } : null
}
