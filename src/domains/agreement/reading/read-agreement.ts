import { fullNameOf } from './abbreviations.ts'
import { openArticle, type Article } from './article.ts'
import { guestsOf, witnessOf } from './attendance.ts'
import { blocOf, type Bloc } from './bloc.ts'
import { commitmentsOf } from './commitments.ts'
import { datesIn, isoDate, type FoundDate } from './dates.ts'
import { emptyDraft, type Draft, type DraftKind, type DraftMember, type DraftMovement, type Read } from './draft.ts'
import { doubtsOf, type Findings } from './doubts-of.ts'
import { doubt } from './doubts.ts'
import { kindOf } from './kind.ts'
import type { ListItem } from './list-items.ts'
import { memberList } from './member-lists.ts'
import { movementsOf, type Movement } from './movements.ts'
import { namedMembers } from './named-members.ts'
import { knownUnits } from './named-units.ts'
import { outlooks } from './outlook.ts'
import { placeOf } from './place.ts'
import { holderFor, roleHolders } from './roles.ts'
import { meetingDay, publishedDate, yearFromContext } from './signing-date.ts'
import { themesOf } from './themes.ts'
import { agreementYear, yearOfMeeting } from './years.ts'

function readSigning(
  day: FoundDate | null,
  published: Read<string> | null,
  year: Read<string> | null,
): Read<string> | null {
  if (day === null || day.several) return null
  const calendarYear = day.year ?? yearFromContext(day, published, year)
  return calendarYear === null ? null : { value: isoDate(calendarYear, day.month, day.day), span: day.span }
}

function readDates(article: Article, kind: DraftKind) {
  const dates = datesIn(article)
  const published = publishedDate(article, dates)
  const stated = agreementYear(article)
  const day = kind === 'signing' ? meetingDay(article, dates, published) : null
  const signing = readSigning(day, published, stated)
  return { published, stated, day, signing, year: stated ?? yearOfMeeting(article, signing) }
}

function readMembers(article: Article, year: string | null) {
  const list = memberList(article)
  const listed = knownUnits(article, list?.items ?? [])
  const holders = roleHolders(article, listed)
  const items = list?.items ?? namedMembers(article, holders, listed)
  return {
    list,
    units: { ...listed, items },
    holders,
    items,
    head: holderFor(holders, 'head', year),
    deputy: holderFor(holders, 'deputy', year),
  }
}

function draftMembers(items: readonly ListItem[]): DraftMember[] {
  const once = items.filter((item, index) => items.findIndex(({ name }) => name === item.name) === index)
  return once.map(({ name, span, full }) => ({ name: { value: name, span }, full_name: full ?? fullNameOf(name) }))
}

function draftMovement({ title, from, to, context }: Movement): DraftMovement {
  return { title, from, to, context }
}

function findingsOf(article: Article, bloc: Bloc | null, kind: DraftKind): Findings {
  const dates = readDates(article, kind)
  const year = dates.year?.value ?? null
  const outlook = outlooks(article, year)
  const signed = kind === 'signing'
  return {
    kind,
    bloc,
    ...dates,
    ...readMembers(article, year),
    themes: signed ? themesOf(article, outlook) : [],
    movements: movementsOf(article, outlook),
    commitments: signed ? commitmentsOf(article, outlook) : [],
  }
}

function draftOf(article: Article, found: Findings): Draft {
  const theme = found.themes[0]
  return {
    kind: found.kind,
    bloc: found.bloc && { value: found.bloc.value, span: found.bloc.span },
    bloc_kind: found.bloc?.kind ?? null,
    place: placeOf(article),
    year: found.year,
    signing_date: found.signing,
    published: found.published,
    member_count: found.list?.count ?? null,
    members: draftMembers(found.items),
    head: found.head,
    deputy: found.deputy,
    guests: guestsOf(article, found.units),
    witness: witnessOf(article, found.units),
    theme: theme ? { value: theme.value, span: theme.span } : null,
    movements: found.movements.map(draftMovement),
    commitments: found.commitments,
    doubts: doubtsOf(article, found),
  }
}

/** Reads a news text about a bloc. Pure: the same text always gives the same draft, NFC or NFD. */
export function readAgreement(text: string): Draft {
  const article = openArticle(text)
  const bloc = blocOf(article)
  const kind = kindOf(article, bloc !== null)
  if (kind === 'other') return { ...emptyDraft, doubts: [doubt('not_agreement', 'kind', null)] }
  return draftOf(article, findingsOf(article, bloc, kind))
}
