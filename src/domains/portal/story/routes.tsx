import { dayOf } from '#platform/clock.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { slugParam } from '../slug-param.ts'
import { words } from '../words.ts'
import { StoryPage } from './pages/story-page.tsx'
import { storyOf } from './queries.ts'

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

export const storyRoutes: Route[] = [get(paths.story(':bloc', ':year'), 'public', showStory)]
