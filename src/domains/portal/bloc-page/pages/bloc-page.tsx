import type { Bloc } from '#domains/blocs/bloc.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { SigningState } from '../../home/pages/home-page.tsx'
import { publicNews } from '../../news/paths.ts'
import { words as newsWords } from '../../news/words.ts'
import { reached } from '../../open-data/gather-data.ts'
import { words } from '../../open-data/words.ts'
import { paths } from '../../paths.ts'
import { NewsCards } from '../../public-news/pages/news-cards.tsx'
import type { PublicArticle } from '../../public-news/queries.ts'
import type { PublishedState } from '../../queries.ts'
import type { Story } from '../../story/queries.ts'
import { YearsChart } from './years-chart.tsx'

interface BlocProps {
  bloc: Bloc
  /** The years that have begun, the latest first. */
  stories: readonly Story[]
  published: readonly PublishedState[]
  news: readonly PublicArticle[]
}

/** The year that a visitor most likely wants: the newest with a public agreement, else the newest. */
const mainStory = (stories: readonly Story[]) => stories.find(({ agreement }) => agreement !== null) ?? stories[0]

const MainFacts = ({ bloc, stories }: BlocProps) => {
  const t = words(useLocale()).bloc
  const story = mainStory(stories)
  const head = story?.members.find(({ office }) => office === 'head')
  const { founding_number: number, founding_on: on } = bloc
  const founded = [number, on && formatDay(on)].filter(Boolean).join(', ')
  const facts = [
    story && head && { label: t.head(story.year.label), value: head.name },
    founded !== '' && { label: t.founded, value: founded },
  ].filter((fact) => fact !== false && fact !== undefined)
  return facts.length === 0 ? <span /> : <Facts side facts={facts} />
}

const Years = ({ stories, published }: BlocProps) => {
  const t = words(useLocale()).bloc
  return (
    <PublicSection title={t.years}>
      <p class="mute small">{t.yearsNote}</p>
      <ul class="years">
        {stories.map(({ year }) => (
          <li>
            <a href={paths.story(year.bloc.slug, year.slug)}>{t.openYear(year.label)}</a>{' '}
            <SigningState published={published.find(({ year_slug }) => year_slug === year.slug) ?? null} />
          </li>
        ))}
      </ul>
    </PublicSection>
  )
}

const Members = ({ story }: { story: Story }) => {
  const locale = useLocale()
  const { offices } = blocWords(locale)
  const present = story.members.filter(({ leftOn }) => leftOn === null)
  return (
    <PublicSection title={words(locale).bloc.members}>
      <ColumnsList
        items={present.map(({ unit, name, office }) => ({
          label: name,
          href: paths.unit(unit, name),
          ...(office === null ? {} : { note: offices[office] }),
        }))}
      />
    </PublicSection>
  )
}

/** How many public targets each year had, and how many of them were reached; the years in their order. */
const Results = ({ bloc, stories }: BlocProps) => {
  const t = words(useLocale()).bloc
  const told = stories.filter(({ progress }) => progress.length > 0).toReversed()
  if (told.length === 0) return null
  const years = told.map((story) => {
    const { all, known, done } = reached(story)
    return { label: story.year.label, all, done: known === 0 ? null : done }
  })
  const said = years.map(({ label, all, done }) => t.chartYear(label, done === null ? '–' : String(done), String(all)))
  const chart = { id: 'ket-qua', title: t.chart(bloc.name), description: t.chartWords(said.join('; ')) }
  return (
    <PublicSection title={t.results}>
      <p class="mute small">{t.resultsNote}</p>
      <YearsChart {...chart} years={years} />
    </PublicSection>
  )
}

const News = ({ news }: BlocProps) => {
  const locale = useLocale()
  if (news.length === 0) return null
  return (
    <PublicSection title={words(locale).bloc.news}>
      <NewsCards articles={news} />
      <p class="public-more">
        <a href={publicNews.list}>{newsWords(locale).open.more}</a>
      </p>
    </PublicSection>
  )
}

/** A bloc: who it is, who leads it, what became of its years, its news and its data. */
export const BlocPage = (props: BlocProps) => {
  const { bloc, stories } = props
  const t = words(useLocale()).bloc
  const story = mainStory(stories)
  if (story === undefined) {
    return (
      <>
        <Hero title={bloc.name} />
        <Empty title={t.noYear} />
      </>
    )
  }
  const count = story.members.filter(({ leftOn }) => leftOn === null).length
  return (
    <>
      <Hero title={bloc.name} lead={t.lead(count, story.year.label)} aside={<MainFacts {...props} />} />
      <Years {...props} />
      <Members story={story} />
      <Results {...props} />
      <News {...props} />
      <PublicSection title={t.data}>
        <p class="public-note">{t.dataBody}</p>
        <p class="public-more">
          <LinkButton href={paths.data(bloc.slug)} icon="download">
            {t.openData}
          </LinkButton>
        </p>
      </PublicSection>
    </>
  )
}
