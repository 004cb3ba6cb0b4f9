import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { clausesOfAgreement, liveAgreement } from '#domains/agreement/queries.ts'
import { activitiesOf } from '#domains/movements/activities/queries.ts'
import { movementsOfYear } from '#domains/movements/register/queries.ts'
import { targetsOf } from '#domains/targets/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { Option } from '#ui/form/select-field.tsx'
import { consentsOf, livePictures } from '../news-pictures/queries.ts'
import { mayEditNews, mayPublishNews, mayReviewNews, seesNews } from './access.ts'
import type { LinkKind } from './article.ts'
import { EditArticlePage } from './pages/edit-page.tsx'
import { ShowArticlePage, type ShowProps } from './pages/show-page.tsx'
import { newsPaths } from './paths.ts'
import { articleById, editionsOf, type ArticleRow } from './queries.ts'
import { readHtml, readMarkup } from './read-body.ts'
import { saveArticle, saveArticleInput } from './save-article.ts'
import { words } from './words.ts'

const help = 'tin-bai'

/** The article of the address, for those who may see it. */
export async function articleAt(c: WebContext): Promise<ArticleRow> {
  const article = await articleById(c.var.db, idParam(c))
  demand(seesNews(actorOf(c), article))
  return article
}

const emptyForms: ShowProps['forms'] = {
  picture: emptyForm,
  consent: emptyForm,
  publish: emptyForm,
  return: emptyForm,
  withdraw: emptyForm,
  keep: emptyForm,
}

/** The page of an article, with a form of one of its parts that came back. */
export async function showArticle(c: WebContext, forms: Partial<ShowProps['forms']> = {}) {
  const article = await articleAt(c)
  const { db, locale, now } = c.var
  const actor = actorOf(c)
  const page = (
    <ShowArticlePage
      article={article}
      pictures={await livePictures(db, article.id)}
      consents={await consentsOf(db, article.id)}
      editions={await editionsOf(db, article.id)}
      history={tellHistory(await historyOf(db, article.id), words(locale).deeds)}
      today={dayOf(now)}
      mayEdit={mayEditNews(actor, article)}
      mayReview={mayReviewNews(actor, article)}
      mayPublish={mayPublishNews(actor, article)}
      forms={{ ...emptyForms, ...forms }}
      consentForm={forms.consent ?? emptyForm}
    />
  )
  const of = article.bloc_year_id === null ? {} : { blocYear: article.bloc_year_id }
  return c.render(page, { title: article.title, shell: 'workspace', help, ...of })
}

const short = (text: string) => (text.length > 90 ? `${text.slice(0, 88)}…` : text)

/** What of its year an article may be about. */
async function choicesOf(c: WebContext, blocYear: string | null): Promise<Record<LinkKind, Option[]>> {
  const none = { clause: [], movement: [], target: [], activity: [], conference: [] }
  if (blocYear === null) return none
  const { db } = c.var
  const agreement = await liveAgreement(db, blocYear)
  const clauses = agreement === undefined ? [] : await clausesOfAgreement(db, agreement.id)
  const conferences = db.selectFrom('conference').select(['id', 'title']).where('bloc_year_id', '=', blocYear)
  const titled = (rows: readonly { id: string; title: string }[]) =>
    rows.map(({ id, title }) => ({ value: id, label: short(title) }))
  return {
    clause: clauses
      .filter(({ section }) => section === 'commitment')
      .map(({ id, text }) => ({ value: id, label: short(text) })),
    movement: titled(await movementsOfYear(db, blocYear)),
    target: (await targetsOf(db, blocYear)).map(({ id, code, name }) => ({
      value: id,
      label: short(`${code} ${name}`),
    })),
    activity: titled(await activitiesOf(db, blocYear)),
    conference: titled(await conferences.orderBy('held_on', 'desc').execute()),
  }
}

/** What was typed is shown again in both ways of writing. */
function bodyShown({ typed }: ReturnedForm, article: ArticleRow, pictures: readonly string[]): string {
  if (typed['html'] !== undefined && typed['html'] !== '') return readHtml(typed['html'])
  return typed['body'] === undefined ? article.body : readMarkup(typed['body'], pictures)
}

async function showEdit(c: WebContext, form: ReturnedForm = emptyForm) {
  const article = await articleAt(c)
  demand(mayEditNews(actorOf(c), article))
  const pictures = await livePictures(c.var.db, article.id)
  const ids = pictures.map(({ id }) => id)
  const page = (
    <EditArticlePage
      article={article}
      form={form}
      html={bodyShown(form, article, ids)}
      pictures={pictures}
      choices={await choicesOf(c, article.bloc_year_id)}
    />
  )
  const of = article.bloc_year_id === null ? {} : { blocYear: article.bloc_year_id }
  return c.render(page, { title: words(c.var.locale).edit.title, shell: 'workspace', help, editor: true, ...of })
}

async function save(c: WebContext) {
  const article = await articleAt(c)
  demand(mayEditNews(actorOf(c), article))
  return answerForm(c, {
    schema: saveArticleInput.omit({ id: true }),
    run: async (input) => {
      await saveArticle(c.var.db, actorOf(c), { ...input, id: article.id }, c.var.now)
      return newsPaths.article(article.id)
    },
    again: (form) => showEdit(c, form),
    words: { news: words },
  })
}

export const articleRoutes: Route[] = [
  get(newsPaths.article(':id'), 'signed-in', (c) => showArticle(c)),
  get(newsPaths.edit(':id'), 'signed-in', (c) => showEdit(c)),
  post(newsPaths.edit(':id'), 'signed-in', save),
]
