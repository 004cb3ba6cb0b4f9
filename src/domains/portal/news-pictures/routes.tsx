import { answerForm } from '#platform/answer-form.ts'
import { demand, found, NotFound } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { addPicture, addPictureInput } from './add-picture.ts'
import { endConsent } from './end-consent.ts'
import { hashIn } from './picture.ts'
import { deskFile } from './queries.ts'
import { recordConsent, recordConsentInput } from './record-consent.ts'
import { removePicture } from './remove-picture.ts'
import { mayEditNews, mayReviewNews } from '../news/access.ts'
import { articleAt, showArticle } from '../news/article-routes.tsx'
import { newsPaths } from '../news/paths.ts'
import type { NewsPieces } from '../news/routes.tsx'
import { words } from '../news/words.ts'

const ruleWords = { news: words }

async function editedAt(c: WebContext) {
  const article = await articleAt(c)
  demand(mayEditNews(actorOf(c), article))
  return article
}

async function bring(c: WebContext, { files, pictures }: NewsPieces) {
  const article = await editedAt(c)
  return answerForm(c, {
    schema: addPictureInput.omit({ article: true }),
    run: async (input, sent) => {
      const content = new Uint8Array((await sent.get('file')?.arrayBuffer()) ?? new ArrayBuffer(0))
      const brought = { ...input, article: article.id, content }
      await addPicture(c.var.db, actorOf(c), brought, { files, pictures, now: c.var.now })
      return `${newsPaths.article(article.id)}#anh`
    },
    again: (form) => showArticle(c, { picture: form }),
    words: ruleWords,
  })
}

async function takeOut(c: WebContext) {
  const article = await articleAt(c)
  const actor = actorOf(c)
  demand(mayEditNews(actor, article) || mayReviewNews(actor, article))
  await removePicture(c.var.db, actor, { article: article.id, picture: idParam(c, 'picture') }, c.var.now)
  return c.redirect(`${newsPaths.article(article.id)}#anh`, 303)
}

async function consent(c: WebContext) {
  const article = await editedAt(c)
  return answerForm(c, {
    schema: recordConsentInput.omit({ article: true }),
    run: async (input) => {
      await recordConsent(c.var.db, actorOf(c), { ...input, article: article.id }, c.var.now)
      return `${newsPaths.article(article.id)}#dong-y`
    },
    again: (form) => showArticle(c, { consent: form }),
    words: ruleWords,
  })
}

async function takeBack(c: WebContext) {
  const article = await editedAt(c)
  await endConsent(c.var.db, actorOf(c), { article: article.id, consent: idParam(c, 'consent') }, c.var.now)
  return c.redirect(`${newsPaths.article(article.id)}#dong-y`, 303)
}

async function sendPicture(c: WebContext, { files }: NewsPieces) {
  const article = await articleAt(c)
  const hash = hashIn(param(c, 'name'))
  if (hash === undefined) throw new NotFound()
  const file = found(await deskFile(c.var.db, article.id, hash))
  return c.body(new Uint8Array(await files.get(file.sha256)), 200, {
    'content-type': file.media_type,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  })
}

export const pictureRoutes = (pieces: NewsPieces): Route[] => [
  post(newsPaths.pictures(':id'), 'signed-in', (c) => bring(c, pieces)),
  get(newsPaths.picture(':id', ':name'), 'signed-in', (c) => sendPicture(c, pieces)),
  post(newsPaths.removal(':id', ':picture'), 'signed-in', takeOut),
  post(newsPaths.consents(':id'), 'signed-in', consent),
  post(newsPaths.consentEnd(':id', ':consent'), 'signed-in', takeBack),
]
