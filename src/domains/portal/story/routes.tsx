import { blocBySlug, yearsOfBloc } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { publishedOfBloc } from '../queries.ts'
import { slugParam } from '../slug-param.ts'
import { words } from '../words.ts'
import { StoryPage } from './pages/story-page.tsx'
import { storyOf } from './queries.ts'

/** A bloc's address leads to its newest public agreement; until there is one, to its newest year. */
async function toNewestYear(c: WebContext) {
  const bloc = await blocBySlug(c.var.db, slugParam(c, 'bloc'))
  const [published] = await publishedOfBloc(c.var.db, bloc.id)
  const year = published?.year_slug ?? found((await yearsOfBloc(c.var.db, bloc.id))[0]).slug
  return c.redirect(paths.story(bloc.slug, year), 303)
}

async function showStory(c: WebContext) {
  const story = await storyOf(c.var.db, slugParam(c, 'bloc'), slugParam(c, 'year'), dayOf(c.var.now))
  const t = words(c.var.locale).story
  const { bloc, label } = story.year
  return c.render(<StoryPage {...story} />, {
    title: t.title(bloc.name, label),
    shell: 'public',
    description: t.description(bloc.name, label),
  })
}

export const storyRoutes: Route[] = [
  get(paths.bloc(':bloc'), 'public', toNewestYear),
  get(paths.story(':bloc', ':year'), 'public', showStory),
]
