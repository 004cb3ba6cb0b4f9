import { blocBySlug } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { storiesOf } from '../open-data/gather-data.ts'
import { words } from '../open-data/words.ts'
import { paths } from '../paths.ts'
import { publicArticles } from '../public-news/queries.ts'
import { publishedOfBloc } from '../queries.ts'
import { slugParam } from '../slug-param.ts'
import { BlocPage } from './pages/bloc-page.tsx'

const newsOnPage = 3

/** A bloc over all its years; each year has its own page. */
async function showBloc(c: WebContext) {
  const { db, now, locale } = c.var
  const bloc = await blocBySlug(db, slugParam(c, 'bloc'))
  const [stories, published, news] = await Promise.all([
    storiesOf(db, bloc, dayOf(now)),
    publishedOfBloc(db, bloc.id),
    publicArticles(db, { bloc: bloc.id, size: newsOnPage }),
  ])
  return c.render(<BlocPage bloc={bloc} stories={stories} published={published} news={news.articles} />, {
    title: bloc.name,
    shell: 'public',
    description: words(locale).bloc.description(bloc.name),
  })
}

export const blocPageRoutes: Route[] = [get(paths.bloc(':bloc'), 'public', showBloc)]
