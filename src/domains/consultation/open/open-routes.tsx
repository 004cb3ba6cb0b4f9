import { answerForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import type { Limiter } from '#platform/limiter.ts'
import { found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { givePublicComment, givePublicCommentInput } from '../comments/give-public-comment.ts'
import { sentComments } from '../comments/queries.ts'
import { takesComments } from '../drafts/consultation.ts'
import { openToAll, openToAllAt, provisionsOf } from '../drafts/queries.ts'
import type { Failed } from '../pages/comment-form.tsx'
import { openPaths } from '../paths.ts'
import { words } from '../words.ts'
import { openOpinionLimiter } from './opinion-limiter.ts'
import { OpenDraftPage, OpenListPage } from './pages/open-pages.tsx'

export interface OpenPieces {
  /** The caller's address, seen through whatever proxy the operator set up; it is kept nowhere. */
  addressOf: (c: WebContext) => string
}

const sentMark = 'da-gui'
const slugPattern = /^[a-z0-9-]{1,100}$/

/** What cannot be a slug never reaches the database. */
const slugOf = (c: WebContext) => found(slugPattern.exec(param(c, 'slug')))[0]

async function showList(c: WebContext) {
  const t = words(c.var.locale)
  const consultations = await openToAll(c.var.db)
  const head = { title: t.publicTitle, shell: 'public', description: t.publicLead } as const
  return c.render(<OpenListPage consultations={consultations} />, head)
}

async function showDraft(c: WebContext, failed?: Failed) {
  const { db, now, locale } = c.var
  const consultation = await openToAllAt(db, slugOf(c))
  const comments = await sentComments(db, consultation.id)
  // Until the outcome is known, what units say is theirs; what the public said is the public's.
  const shown = comments.filter(({ origin }) => origin === 'public' || consultation.state === 'published')
  const props = {
    consultation,
    provisions: await provisionsOf(db, consultation.id),
    comments: shown,
    takesComments: takesComments(consultation, dayOf(now)),
    wasSent: c.req.query(sentMark) !== undefined,
    failed,
  }
  const head = { title: consultation.title, shell: 'public', description: words(locale).publicLead } as const
  const response = await c.render(<OpenDraftPage {...props} />, head)
  // What somebody typed is for that person alone.
  if (failed !== undefined) response.headers.set('cache-control', 'no-store')
  return response
}

async function give(c: WebContext, limiter: Limiter, { addressOf }: OpenPieces) {
  const { db, now, locale } = c.var
  const { slug } = await openToAllAt(db, slugOf(c))
  const minutes = limiter.take(addressOf(c), now)
  return answerForm(c, {
    schema: givePublicCommentInput,
    run: async (input) => {
      if (minutes > 0) {
        c.status(429)
        const form = { typed: typedOf(input), errors: [], refused: words(locale).tooMany(minutes) }
        return showDraft(c, { key: input.provision ?? 'general', form })
      }
      await givePublicComment(db, { ...input, slug }, now)
      return `${openPaths.one(slug)}?${sentMark}=1`
    },
    again: (form) => showDraft(c, { key: form.typed['provision'] || 'general', form }),
    words: { policyComments: words },
  })
}

const typedOf = (input: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

export function openRoutes(pieces: OpenPieces): Route[] {
  const limiter = openOpinionLimiter()
  return [
    get(openPaths.list, 'public', showList),
    get(openPaths.one(':slug'), 'public', (c) => showDraft(c)),
    post(openPaths.one(':slug'), 'public', (c) => give(c, limiter, pieces)),
  ]
}
