import { removeRefusedAddress } from '#capabilities/notifications/remove-refused-address.ts'
import { refusedSince } from '#capabilities/notifications/queries.ts'
import { accountOf } from '#domains/identity/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { endFeed } from '../feed/end-feed.ts'
import { issueFeed } from '../feed/issue-feed.ts'
import { feedPaths } from '../feed/paths.ts'
import { feedByToken, feedOf } from '../feed/queries.ts'
import { words as feedWords } from '../feed/words.ts'
import { writeCalendar } from '../feed/write-calendar.ts'
import type { CalendarPieces } from '../pieces.ts'
import { rulesOf } from '../reminders/queries.ts'
import { chooseOff, chooseWays, chooseWaysInput } from './choose-ways.ts'
import { noticeKinds } from './notice.ts'
import { NoticesPage } from './pages/notices-page.tsx'
import { UnsubscribePage } from './pages/unsubscribe-page.tsx'
import { WaysPage } from './pages/ways-page.tsx'
import { noticePaths } from './paths.ts'
import { countUnread, noticesOf, waysOf } from './queries.ts'
import { readAllNotices, readNotice } from './read-notices.ts'
import { readUnsubscribeToken } from './unsubscribe.ts'
import { words } from './words.ts'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'thong-bao' })
const noticesOnPage = 30

async function showNotices(c: WebContext) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const page = pageParam(c)
  const kind = noticeKinds.find((one) => one === c.req.query('loai'))
  const unread = c.req.query('xem') !== 'tat-ca'
  const { notices, total } = await noticesOf(db, actor.account, { kind, unread, page, size: noticesOnPage })
  const props = {
    locale,
    notices,
    unread,
    kind,
    total,
    unreadCount: await countUnread(db, actor),
    page,
    last: Math.ceil(total / noticesOnPage),
    keptDays: (await rulesOf(db)).notices_kept_days,
  }
  return c.render(<NoticesPage {...props} />, head(words(locale).title))
}

async function open(c: WebContext) {
  return c.redirect(await readNotice(c.var.db, actorOf(c), idParam(c), c.var.now), 303)
}

async function readAll(c: WebContext) {
  await readAllNotices(c.var.db, actorOf(c), c.var.now)
  return c.redirect(noticePaths.list, 303)
}

interface WaysShown {
  form?: ReturnedForm
  feedAddress?: string
}

async function showWays(c: WebContext, { form = emptyForm, feedAddress }: WaysShown = {}) {
  const { db, locale, now } = c.var
  const { account } = actorOf(c)
  const { email } = found(await accountOf(db, account, now))
  const props = {
    locale,
    form,
    ways: await waysOf(db, account),
    email,
    refusedAt: email === null ? undefined : await refusedSince(db, email),
    isSaved: c.req.query('da-luu') !== undefined,
    feedSince: await feedOf(db, account),
    feedAddress,
  }
  return c.render(<WaysPage {...props} />, head(words(locale).waysTitle))
}

const choose = (c: WebContext) =>
  answerForm(c, {
    schema: chooseWaysInput,
    run: async (input) => {
      await chooseWays(c.var.db, actorOf(c), input, c.var.now)
      return `${noticePaths.ways}?da-luu`
    },
    again: (form) => showWays(c, { form }),
    words: {},
  })

async function tryAgain(c: WebContext) {
  const { db, now } = c.var
  const { email } = found(await accountOf(db, actorOf(c).account, now))
  if (email !== null) await removeRefusedAddress(db, email)
  return c.redirect(noticePaths.ways, 303)
}

async function renewFeed(c: WebContext) {
  const token = await issueFeed(c.var.db, actorOf(c), c.var.now)
  return showWays(c, { feedAddress: c.var.origin + feedPaths.feed(token) })
}

async function removeFeed(c: WebContext) {
  await endFeed(c.var.db, actorOf(c), c.var.now)
  return c.redirect(noticePaths.ways, 303)
}

async function showFeed(c: WebContext) {
  const feed = found(await feedByToken(c.var.db, param(c, 'token').replace(/\.ics$/u, ''), c.var.now))
  const { name } = feedWords(feed.locale)
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('cache-control', 'private, no-store')
  return c.body(writeCalendar({ ...feed, name, site: c.var.origin }))
}

const offHead = (c: WebContext) => ({ title: words(c.var.locale).off.title, shell: 'plain' as const })

const showOff =
  ({ secretKey }: CalendarPieces) =>
  (c: WebContext) => {
    const token = param(c, 'token')
    const what = readUnsubscribeToken(token, secretKey)?.what
    c.status(what === undefined ? 404 : 200)
    return c.render(<UnsubscribePage locale={c.var.locale} {...{ what, token }} isDone={false} />, offHead(c))
  }

/** From the page's button, or straight from a mail program (RFC 8058), which sends no cookie and wants no page. */
const switchOff =
  ({ secretKey }: CalendarPieces) =>
  async (c: WebContext) => {
    const token = param(c, 'token')
    const wanted = readUnsubscribeToken(token, secretKey)
    if (wanted !== undefined) await chooseOff(c.var.db, wanted, c.var.now)
    c.status(wanted === undefined ? 404 : 200)
    const props = { locale: c.var.locale, what: wanted?.what, token, isDone: true }
    return c.render(<UnsubscribePage {...props} />, offHead(c))
  }

export const noticeRoutes = (pieces: CalendarPieces): Route[] => [
  get(noticePaths.list, 'signed-in', showNotices),
  get(noticePaths.open(':id'), 'signed-in', open),
  post(noticePaths.read, 'signed-in', readAll),
  get(noticePaths.ways, 'signed-in', (c) => showWays(c)),
  post(noticePaths.ways, 'signed-in', choose),
  post(noticePaths.again, 'signed-in', tryAgain),
  post(feedPaths.renew, 'signed-in', renewFeed),
  post(feedPaths.end, 'signed-in', removeFeed),
  get(feedPaths.feed(':token'), 'public', showFeed),
  get(noticePaths.unsubscribe(':token'), 'public', showOff(pieces)),
  { ...post(noticePaths.unsubscribe(':token'), 'public', switchOff(pieces)), fromElsewhere: true },
]
