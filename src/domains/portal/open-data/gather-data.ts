import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { yearsOfBloc } from '#domains/blocs/queries.ts'
import type { Bloc } from '#domains/blocs/bloc.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { words as newsWords } from '../news/words.ts'
import { publicNews } from '../news/paths.ts'
import { publicArticles } from '../public-news/queries.ts'
import { storyOf, type Story } from '../story/queries.ts'
import type { DataSet } from './dictionary.ts'

/** One line of a set, in the order of its columns; empty where nothing is known. */
export type Line = readonly string[]

interface Asked {
  bloc: Bloc
  origin: string
  today: string
}

/** The public years of a bloc, the latest first. */
export async function storiesOf(db: Db, bloc: Bloc, today: string): Promise<Story[]> {
  const stories: Story[] = []
  for (const year of await yearsOfBloc(db, bloc.id)) {
    if (year.starts_on <= today) stories.push(await storyOf(db, bloc.slug, year.slug, today))
  }
  return stories
}

const plain = (text: string | null | undefined) => text ?? ''

/** Public targets, and those that were reached; nothing is known of what nobody reported. */
export function reached({ progress }: Pick<Story, 'progress'>) {
  const known = progress.filter(({ percent }) => percent !== null)
  return {
    all: progress.length,
    known: known.length,
    done: known.filter(({ percent }) => Number(percent) >= 100).length,
  }
}

const present = ({ members }: Story) => members.filter(({ leftOn }) => leftOn === null)

function lineOfYear(story: Story): Line {
  const { year, agreement } = story
  const { all, known, done } = reached(story)
  const signed = agreement?.signers.filter(({ state }) => state === 'signed').length
  const head = story.members.find(({ office }) => office === 'head')
  return [
    year.label,
    year.starts_on,
    year.ends_on,
    plain(head?.name),
    String(present(story).length),
    signed === undefined ? '' : String(signed),
    String(all),
    known === 0 ? '' : String(done),
  ]
}

const officeNames = { head: 'khối trưởng', deputy: 'khối phó' } as const

const membersOf = ({ year, members }: Story): Line[] =>
  members.map(({ name, office, leftOn }) => [
    year.label,
    name,
    office === null ? '' : officeNames[office],
    plain(leftOn),
  ])

const targetsOf = ({ year, progress }: { year: BlocYearRow } & Pick<Story, 'progress'>): Line[] =>
  progress.map(({ target, planned, value, percent, asOf }) => [
    year.label,
    target.code,
    target.name,
    target.measure === 'count' ? target.measure_unit : targetWords('vi').units[target.measure],
    plain(planned),
    plain(value),
    plain(percent),
    plain(asOf),
  ])

const mostNews = 1000

async function newsOf(db: Db, { bloc, origin }: Asked): Promise<Line[]> {
  const { articles } = await publicArticles(db, { bloc: bloc.id, size: mostNews })
  const { categories } = newsWords('vi')
  return articles.map(({ content, published_at, year, slug }) => [
    dayOf(published_at),
    categories[content.category],
    content.title,
    content.lead,
    origin + publicNews.article(year, slug),
  ])
}

/** The lines of a set as the pages show them, and nothing that the pages do not. */
export async function gatherData(db: Db, set: DataSet, asked: Asked): Promise<Line[]> {
  if (set === 'tin') return newsOf(db, asked)
  const stories = await storiesOf(db, asked.bloc, asked.today)
  if (set === 'nam-thi-dua') return stories.map(lineOfYear)
  return stories.flatMap(set === 'thanh-vien' ? membersOf : targetsOf)
}
