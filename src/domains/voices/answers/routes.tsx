import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { found, NotFound } from '#platform/errors.ts'
import { pageParam, param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { publicVoicePaths } from '../paths.ts'
import { pictureBytes, picturesOf } from '../register/queries.ts'
import { words } from '../sending/words.ts'
import { AnswerPage, AnswersPage } from './pages/answers-pages.tsx'
import { answersOf, publicAnswer, publicAnswers } from './queries.ts'

const answersOnPage = 20

async function nameTeller(c: WebContext, units: readonly string[]) {
  const names = await namesOn(c.var.db, [...units], dayOf(c.var.now))
  return (unit: string) => names.get(unit)?.full_name ?? ''
}

async function showAnswers(c: WebContext) {
  const page = pageParam(c)
  const answers = await publicAnswers(c.var.db, { page, size: answersOnPage })
  const nameOf = await nameTeller(
    c,
    answers.map(({ unit_id }) => unit_id),
  )
  const last = Math.ceil((answers[0]?.total ?? 0) / answersOnPage)
  const t = words(c.var.locale)
  return c.render(<AnswersPage {...{ answers, nameOf, page, last }} />, {
    title: t.answers,
    shell: 'public',
    description: t.answersDescription,
  })
}

async function showAnswer(c: WebContext) {
  const { db } = c.var
  const opinion = found(await publicAnswer(db, param(c, 'slug')))
  const answers = (await answersOf(db, opinion.id)).filter(({ state }) => state === 'published')
  const pictures = (await picturesOf(db, opinion.id)).filter(({ is_shown }) => is_shown)
  const nameOf = await nameTeller(
    c,
    answers.map(({ unit_id }) => unit_id),
  )
  return c.render(<AnswerPage {...{ opinion, answers, pictures, nameOf }} />, {
    title: opinion.title,
    shell: 'public',
    description: opinion.shown_text.slice(0, 160),
  })
}

async function sendPicture(c: WebContext) {
  const opinion = found(await publicAnswer(c.var.db, param(c, 'slug')))
  const picture = await pictureBytes(c.var.db, opinion.id, Number(param(c, 'number')))
  if (picture?.is_shown !== true) throw new NotFound()
  return c.body(new Uint8Array(picture.bytes), 200, {
    'content-type': picture.media_type,
    'cache-control': 'private, no-store',
  })
}

const slug = ':slug{[a-z0-9-]+}'

/** What anyone reads of opinions that were answered in public. */
export const answerRoutes: Route[] = [
  get(publicVoicePaths.answers, 'public', showAnswers),
  get(publicVoicePaths.picture(slug, ':number{[1-9]}'), 'public', sendPicture),
  get(publicVoicePaths.answer(slug), 'public', showAnswer),
]
