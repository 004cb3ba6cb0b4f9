import type { ReturnedForm } from '#platform/answer-form.ts'
import type { Locale } from '#platform/words.ts'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { mostCounted, mostRanked } from '#capabilities/search/find-entries.ts'
import { searchPaths } from '../paths.ts'
import type { Results } from '../read-results.ts'
import { isNarrowed, searchAddress, searchQuery, type AskedSearch, type SearchKind } from '../search-filter.ts'
import { words } from '../words.ts'
import { byKind, FoundList } from './found-list.tsx'

export interface ResultsPageProps {
  locale: Locale
  asked: AskedSearch
  results: Results
  page: number
  blocs: readonly { slug: string; short_name: string }[]
  years: readonly number[]
  saved: readonly { id: string; name: string; query: string }[]
  form: ReturnedForm
  /** The same words asked of the public side. */
  openHref: string
}

const countText = ({ locale, results }: ResultsPageProps) =>
  words(locale).count(formatNumber(results.isCut ? mostCounted : results.total, locale), results.isCut)

const Tools = (props: ResultsPageProps) => {
  const { locale, asked, results, blocs, years } = props
  const t = words(locale)
  const kinds = Object.entries(t.kinds).map(([value, label]) => ({ value, label }))
  return (
    <ListTools
      action={searchPaths.search}
      search={{ label: t.search, value: asked.q }}
      filters={[
        {
          name: 'khoi',
          label: t.bloc,
          value: asked.khoi,
          options: blocs.map(({ slug, short_name: label }) => ({ value: slug, label })),
        },
        {
          name: 'nam',
          label: t.year,
          value: asked.nam?.toString(),
          options: years.map((year) => ({ value: String(year), label: String(year) })),
        },
        { name: 'loai', label: t.kind, value: asked.loai, options: kinds },
      ]}
      days={[
        { name: 'tu', label: t.from, value: asked.tu },
        { name: 'den', label: t.to, value: asked.den },
      ]}
      shown={results.total}
      total={results.total}
      count={asked.q === '' ? '' : countText(props)}
      clearHref={isNarrowed(asked) ? searchAddress(searchPaths.search, { q: asked.q }) : undefined}
    >
      {asked.q !== '' && <a href={props.openHref}>{t.publicToo}</a>}
    </ListTools>
  )
}

const Groups = ({ locale, asked, results, page }: ResultsPageProps) => {
  const t = words(locale)
  const countOf = (kind: SearchKind) => results.kinds.find((one) => one.kind === kind)?.count ?? 0
  return (
    <>
      {byKind(results.hits).map(([kind, hits]) => {
        const count = formatNumber(countOf(kind), locale)
        const more =
          asked.loai === undefined && countOf(kind) > hits.length
            ? { label: t.showAll(count), href: searchAddress(searchPaths.search, { ...asked, loai: kind }) }
            : undefined
        return (
          <Sheet title={t.ofKind(t.kinds[kind], count)} {...(more === undefined ? {} : { more })}>
            <FoundList hits={hits} />
          </Sheet>
        )
      })}
      {asked.loai !== undefined && (
        <Pagination
          page={page}
          last={results.last}
          href={(number) => searchAddress(searchPaths.search, asked, number)}
        />
      )}
      {asked.loai !== undefined && countOf(asked.loai) > mostRanked && (
        <p class="mute small">{t.onlyBest(formatNumber(mostRanked, locale))}</p>
      )}
    </>
  )
}

const Saved = ({ locale, saved }: ResultsPageProps) => {
  const t = words(locale)
  return (
    <Sheet title={t.saved} id="da-luu">
      {saved.length === 0 && <p class="mute">{t.noneSaved}</p>}
      <ul class="saved-list">
        {saved.map(({ id, name, query }) => (
          <li>
            <a href={`${searchPaths.search}?${query}`}>{name}</a>
            <form method="post" action={searchPaths.removal(id)}>
              <button class="as-link" type="submit" aria-label={t.removeNamed(name)}>
                {t.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const SaveForm = ({ locale, asked, form }: ResultsPageProps) => {
  const t = words(locale)
  return (
    <Sheet title={t.saveThis}>
      <PostedForm action={searchPaths.saved} form={form} submit={t.save}>
        <input type="hidden" name="query" value={searchQuery(asked)} />
        <TextField {...fieldOf(form, 'name')} label={t.name} help={t.nameHelp} maxlength={80} required />
      </PostedForm>
    </Sheet>
  )
}

/** Everything that holds the words and that the person may read, by kind. */
export const ResultsPage = (props: ResultsPageProps) => {
  const { locale, asked, results } = props
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.under} />
      <Tools {...props} />
      {asked.q === '' && (
        <Empty title={t.begin} icon="search">
          {t.beginBody}
        </Empty>
      )}
      {asked.q !== '' && results.hits.length === 0 && (
        <Empty title={t.none(asked.q)} icon="search">
          {t.noneBody}
        </Empty>
      )}
      <Groups {...props} />
      {(searchQuery(asked) !== '' || props.form.refused !== undefined) && <SaveForm {...props} />}
      <Saved {...props} />
    </div>
  )
}
