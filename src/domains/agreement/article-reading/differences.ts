import { withoutMarks } from '#platform/fold.ts'
import { expandKey, fullNameOf } from '../reading/abbreviations.ts'
import { keyOf } from '../reading/flatten.ts'
import type { KeptDraft } from './kept-draft.ts'

interface Member {
  full_name: string
  short_name: string
  office: 'head' | 'deputy' | null
}

export interface YearToCompare {
  slug: string
  label: string
  bloc: { name: string; short_name: string }
  members: readonly Member[]
}

/** Where an article and the bloc-year disagree; `field` is where the article's word stands. */
export type Difference =
  | { key: 'bloc' | 'year' | 'head' | 'deputy'; field: string; said: string; known: string }
  | { key: 'notInBloc' | 'notInText'; field: 'members'; names: readonly string[] }

/** A name without marks, shortenings, brackets and the place at its end: "Hội LHPN tỉnh Nam Định" is one of six in any province. */
const nameKey = (name: string) =>
  withoutMarks(expandKey(keyOf(name.replace(/\([^)]*\)/gu, ''))))
    .replace(/ viet nam(?= |$)/, '')
    .replace(/ (?:tinh|thanh pho|huyen)(?: .*)?$/, '')

const blocKey = (name: string) => nameKey(name).replace(/^(?:khoi|cum)(?: thi dua)?(?: cac)? /, '')

const keysOf = (names: readonly (string | null)[]) =>
  new Set(names.flatMap((name) => (name === null ? [] : [nameKey(name), nameKey(fullNameOf(name) ?? name)])))

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((key) => other.has(key))

const namesOf = (member: Member) => keysOf([member.full_name, member.short_name])

function ofBloc({ bloc: said }: KeptDraft, { bloc }: YearToCompare): Difference[] {
  if (said === null) return []
  const isSame = [bloc.name, bloc.short_name].some((name) => blocKey(name) === blocKey(said.value))
  return isSame ? [] : [{ key: 'bloc', field: 'bloc', said: said.value, known: bloc.name }]
}

function ofYear({ year }: KeptDraft, { slug, label }: YearToCompare): Difference[] {
  if (year === null || year.value === slug) return []
  return [{ key: 'year', field: 'year', said: year.value.replace('-', '–'), known: label }]
}

function ofMembers(draft: KeptDraft, { members }: YearToCompare): Difference[] {
  if (draft.members.length === 0) return []
  const read = draft.members.map(({ name, full_name }) => ({ name: name.value, keys: keysOf([name.value, full_name]) }))
  const strangers = read.filter(({ keys }) => !members.some((member) => meet(keys, namesOf(member))))
  const isPartial = draft.doubts.some((doubt) => doubt.code === 'members_partial')
  const missing = isPartial ? [] : members.filter((member) => !read.some(({ keys }) => meet(keys, namesOf(member))))
  const all: Difference[] = [
    { key: 'notInBloc', field: 'members', names: strangers.map(({ name }) => name) },
    { key: 'notInText', field: 'members', names: missing.map(({ full_name }) => full_name) },
  ]
  return all.filter((each) => 'names' in each && each.names.length > 0)
}

function ofOffice(office: 'head' | 'deputy', draft: KeptDraft, { members }: YearToCompare): Difference[] {
  const said = draft[office]
  const holder = members.find((member) => member.office === office)
  if (said === null || holder === undefined || meet(keysOf([said.value]), namesOf(holder))) return []
  return [{ key: office, field: office, said: said.value, known: holder.full_name }]
}

/** Everything in which the article speaks of another bloc, year, member or head than the one it is read for. */
export function differencesOf(draft: KeptDraft, year: YearToCompare): Difference[] {
  return [
    ...ofBloc(draft, year),
    ...ofYear(draft, year),
    ...ofMembers(draft, year),
    ...ofOffice('head', draft, year),
    ...ofOffice('deputy', draft, year),
  ]
}
