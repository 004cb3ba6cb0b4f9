import { createHash, timingSafeEqual } from 'node:crypto'
import { acceptBounce, type BounceTaken } from '#capabilities/notifications/accept-bounce.ts'
import { findMails, mailStates, type MailFilter } from '#capabilities/notifications/queries.ts'
import { isAdministrator } from '#platform/actor.ts'
import { pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { tellAddressRefused } from '../notices/tell-address-refused.ts'
import type { CalendarPieces } from '../pieces.ts'
import { MailsPage } from './pages/mails-page.tsx'
import { mailPaths } from './paths.ts'
import { words } from './words.ts'

const mailsOnPage = 30

interface List {
  path: string
  title: string
  only?: Pick<MailFilter, 'askedBy'>
}

async function show(c: WebContext, { path, title, only = {} }: List) {
  const { db, locale } = c.var
  const page = pageParam(c)
  const text = (c.req.query('q') ?? '').trim().slice(0, 200)
  const state = mailStates.find((one) => one === c.req.query('tinh'))
  const { mails, total } = await findMails(db, { ...only, text, state, page, size: mailsOnPage })
  const props = { locale, mails, path, title, text, state, total, page, last: Math.ceil(total / mailsOnPage) }
  return c.render(<MailsPage {...props} />, { title, shell: 'workspace', help: 'thong-bao' })
}

const showLog = (c: WebContext) => show(c, { path: mailPaths.log, title: words(c.var.locale).title })

const showOwn = (c: WebContext) =>
  show(c, { path: mailPaths.own, title: words(c.var.locale).ownTitle, only: { askedBy: actorOf(c).account } })

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()

const isShown = (given: string | undefined, token: string) =>
  given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${token}`))

const answers = { kept: 200, notAFailure: 200, notOurs: 404, notAReport: 422 } as const satisfies Record<
  BounceTaken,
  number
>

/** A report as a mail server writes it; what is larger carries the whole mail, of which the beginning is enough. */
const mostCharacters = 2_000_000

/** From a mail server's pipe, by token. Without one set, the address does not exist. */
const takeBounce =
  ({ bounceToken }: CalendarPieces) =>
  async (c: WebContext) => {
    if (bounceToken === undefined) return c.text('404', 404)
    if (!isShown(c.req.header('authorization'), bounceToken)) return c.text('403', 403)
    const report = (await c.req.text()).slice(0, mostCharacters).replaceAll('\0', '')
    const taken = await acceptBounce(c.var.db, report, { now: c.var.now, tellRefused: tellAddressRefused })
    return c.text(taken, answers[taken])
  }

export const mailRoutes = (pieces: CalendarPieces): Route[] => [
  get(mailPaths.log, isAdministrator, showLog),
  get(mailPaths.own, 'signed-in', showOwn),
  { ...post(mailPaths.bounces, 'public', takeBounce(pieces)), fromElsewhere: true },
]
