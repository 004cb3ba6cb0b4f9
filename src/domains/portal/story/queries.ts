import { closingOf, type Closing } from '#domains/blocs/closing/queries.ts'
import { blocYear, membersOn, pastOfYear, roadOf, yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Stop } from '#domains/blocs/bloc-year.ts'
import { newsOfActivities, type ActivityRow } from '#domains/movements/activities/queries.ts'
import { publicExamples, type ExampleRow } from '#domains/movements/examples/queries.ts'
import { publicMovements, type MovementRow } from '#domains/movements/register/queries.ts'
import { gatherPublicProgress, type PublicProgress } from '#domains/targets/board/gather-public.ts'
import type { Db } from '#platform/database/database.ts'
import { publishedAgreement, publishedOfBloc, type PublishedAgreement, type PublishedState } from '../queries.ts'
import { signingTerm, type SigningTerm } from '../published/signing-term.ts'
import { storyMembers, type StoryMember } from './story.ts'

export interface Story {
  year: BlocYearRow
  members: readonly StoryMember[]
  road: readonly Stop[]
  closing: Closing | undefined
  agreement: PublishedAgreement | null
  term: SigningTerm | null
  movements: readonly MovementRow[]
  examples: readonly ExampleRow[]
  news: readonly ActivityRow[]
  progress: readonly PublicProgress[]
  others: readonly { year: BlocYearRow; published: PublishedState | null }[]
}

/** What the public reads of a bloc's year, on a day. */
export async function storyOf(db: Db, blocSlug: string, yearSlug: string, today: string): Promise<Story> {
  const year = await blocYear(db, blocSlug, yearSlug)
  const [agreement, present, past, road, years, published, closing] = await Promise.all([
    publishedAgreement(db, year.id),
    membersOn(db, year.id, today),
    pastOfYear(db, year.id, today),
    roadOf(db, year.id),
    yearsOfBloc(db, year.bloc.id),
    publishedOfBloc(db, year.bloc.id),
    closingOf(db, year.id),
  ])
  const others = years
    .filter(({ id }) => id !== year.id)
    .map((other) => ({ year: other, published: published.find(({ year_slug }) => year_slug === other.slug) ?? null }))
  const members = storyMembers(agreement?.text.parties ?? null, present, past.ended)
  const term = agreement && signingTerm(agreement, today)
  const [movements, examples, news, progress] = await Promise.all([
    publicMovements(db, year.id),
    publicExamples(db, year.id),
    newsOfActivities(db, year.id),
    gatherPublicProgress(db, year.id, today),
  ])
  return { year, members, road, agreement, term, movements, examples, news, progress, others, closing }
}
