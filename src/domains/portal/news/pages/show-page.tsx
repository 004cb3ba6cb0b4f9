import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { ArticleBody } from '../../public-news/pages/article-body.tsx'
import { ConsentsPart } from '../../news-pictures/pages/consents-part.tsx'
import { PicturesPart, type PicturesProps } from '../../news-pictures/pages/pictures-part.tsx'
import { creditOf, newsCan } from '../article.ts'
import { newsPaths, publicNews } from '../paths.ts'
import { contentOf, type ArticleRow, type EditionRow } from '../queries.ts'
import { words } from '../words.ts'
import { DecidePart } from './decide-part.tsx'
import { KeepingPart, WithdrawPart } from './keeping-part.tsx'
import { NewsStanding, ownerOf } from './list-page.tsx'

export interface ShowProps extends Omit<PicturesProps, 'article' | 'form' | 'mayAdd'> {
  article: ArticleRow
  editions: readonly EditionRow[]
  history: readonly HistoryEntry[]
  today: string
  mayReview: boolean
  mayPublish: boolean
  /** The form that came back, of whichever part it is. */
  forms: Readonly<Record<'picture' | 'consent' | 'publish' | 'return' | 'withdraw' | 'keep', Returned>>
}

const Preview = ({ article, pictures }: ShowProps) => {
  const t = words(useLocale())
  const credit = creditOf(contentOf(article), t.credit)
  return (
    <Sheet title={t.show.preview}>
      <div class="news-article">
        <p class="mute small">{t.categories[article.category]}</p>
        <p class="news-title">{article.title}</p>
        <p class="news-lead">{article.lead}</p>
        <ArticleBody body={article.body} pictures={pictures} address={(name) => newsPaths.picture(article.id, name)} />
        {credit !== '' && <p class="news-credit">{credit}</p>}
        {article.sources !== '' && (
          <p class="mute small">
            {t.open.sources}: {article.sources}
          </p>
        )}
      </div>
    </Sheet>
  )
}

const Standing = ({ article }: ShowProps) => {
  const t = words(useLocale()).show
  const { returned_reason: reason, publish_at, approver_name, withdrawn_note, rule } = article
  return (
    <>
      {article.state === 'withdrawn' && (
        <Notice kind="info" title={t.withdrawn}>
          <p>{withdrawn_note}</p>
        </Notice>
      )}
      {article.state === 'draft' && reason !== '' && (
        <Notice kind="warning" title={t.returned}>
          <p>{reason}</p>
        </Notice>
      )}
      {article.state === 'scheduled' && publish_at !== null && (
        <Notice kind="info" title={t.scheduledFor(formatMoment(publish_at), approver_name)} />
      )}
      {rule !== '' && article.state !== 'withdrawn' && <p class="mute small">{t.rule(rule)}</p>}
    </>
  )
}

const Editions = ({ editions }: ShowProps) => {
  const t = words(useLocale()).show
  return (
    <Sheet title={t.editions}>
      <Timeline
        label={t.editions}
        entries={editions.map((edition) => ({
          when: t.edition(String(edition.version)),
          what: t.editionBy(edition.writer_name, formatMoment(edition.written_at)),
          detail:
            edition.published_at === null
              ? undefined
              : t.editionPublished(formatMoment(edition.published_at), edition.approver_name ?? ''),
        }))}
      />
    </Sheet>
  )
}

const Acts = ({ article, mayEdit }: ShowProps) => {
  const t = words(useLocale()).show
  const { year, slug, withdrawn_at } = article
  return (
    <>
      {mayEdit && newsCan('change', article) && (
        <LinkButton href={newsPaths.edit(article.id)} icon="pen">
          {t.edit}
        </LinkButton>
      )}
      {mayEdit && newsCan('send', article) && (
        <form method="post" action={newsPaths.send(article.id)}>
          <SubmitButton>{t.send}</SubmitButton>
        </form>
      )}
      {year !== null && slug !== null && withdrawn_at === null && (
        <LinkButton href={publicNews.article(year, slug)}>{t.readPublic}</LinkButton>
      )}
    </>
  )
}

/** One article at the desk: as it will be read, its pictures and consents, and what may be done with it now. */
export const ShowArticlePage = (props: ShowProps) => {
  const t = words(useLocale())
  const { article, forms } = props
  const pictures = {
    ...props,
    article: article.id,
    mayAdd: props.mayEdit && newsCan('change', article),
    form: forms.picture,
    consentForm: forms.consent,
  }
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.desk.title, href: newsPaths.desk }]} />
      <PageHead
        over={ownerOf(article, t.ofTenant)}
        title={article.title}
        state={<NewsStanding state={article.state} />}
        under={t.show.editionBy(article.writer_name, formatMoment(article.changed_at))}
        actions={<Acts {...props} />}
      />
      <Standing {...props} />
      {forms.publish.refused !== undefined && article.state === 'draft' && (
        <Notice kind="error">{forms.publish.refused}</Notice>
      )}
      <Preview {...props} />
      <DecidePart {...props} />
      <PicturesPart {...pictures} />
      <ConsentsPart {...pictures} />
      <KeepingPart {...props} />
      <Editions {...props} />
      <WithdrawPart {...props} />
      <Sheet title={t.show.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
