import { demand, found } from '#platform/errors.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { FileStore } from '#platform/files.ts'
import { mayMakeCopy, mayPublishCopy, mayReadEvidence } from '../access.ts'
import { evidencePaths } from '../paths.ts'
import { pieceById, shownPages } from '../queries.ts'
import { words } from '../words.ts'
import { blocYear } from '#domains/blocs/queries.ts'
import { param } from '#platform/param.ts'
import { askCopy, askCopyInput } from './ask-copy.ts'
import { confirmCopy } from './confirm-copy.ts'
import { CopyPage, type CopyPageProps } from './pages/copy-page.tsx'
import { findPersonalData } from './personal-data.ts'
import { latestCopy, publishedCopy } from './queries.ts'
import { refuseCopy, refuseCopyInput } from './refuse-copy.ts'

const ruleWords = { evidence: words }

async function pieceAt(c: WebContext) {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(mayReadEvidence(actorOf(c), year.id))
  const piece = await pieceById(c.var.db, idParam(c, 'evidence'))
  found(piece.bloc_year_id === year.id ? piece : null)
  return { year, piece, at: [year.bloc.slug, year.slug] as const }
}

async function showCopy(c: WebContext, form: ReturnedForm = emptyForm, formOf?: CopyPageProps['formOf']) {
  const { year, piece, at } = await pieceAt(c)
  const actor = actorOf(c)
  const copy = await latestCopy(c.var.db, piece.id)
  const of = { blocYear: year.id, unit: piece.unit_id }
  return c.render(
    <CopyPage
      bloc={at[0]}
      year={at[1]}
      piece={piece}
      copy={copy}
      found={piece.medium === 'pdf' ? findPersonalData(piece.body ?? '').slice(0, 200) : []}
      shown={await shownPages(c.var.db, piece)}
      mayMake={
        piece.withdrawn_at === null && piece.medium !== 'link' && piece.medium !== 'office' && mayMakeCopy(actor, of)
      }
      mayPublish={copy !== undefined && mayPublishCopy(actor, { ...of, made: copy.made_by })}
      form={form}
      formOf={formOf}
    />,
    { title: words(c.var.locale).copy.heading, shell: 'workspace', blocYear: year.id, help: 'minh-chung' },
  )
}

async function make(c: WebContext) {
  const { piece, at } = await pieceAt(c)
  return answerForm(c, {
    schema: askCopyInput,
    run: async (input) => {
      await askCopy(c.var.db, actorOf(c), { ...input, evidence: piece.id }, c.var.now)
      return evidencePaths.copy(...at, piece.id)
    },
    again: (form) => showCopy(c, form, 'making'),
    words: ruleWords,
  })
}

async function confirm(c: WebContext) {
  const { piece, at } = await pieceAt(c)
  const input = { evidence: piece.id, copy: idParam(c, 'copy') }
  const done = await attempt(confirmCopy(c.var.db, actorOf(c), input, c.var.now))
  if (done.ok) return c.redirect(evidencePaths.copy(...at, piece.id), 303)
  c.status(422)
  return showCopy(c, { ...emptyForm, refused: refusalOf(done.violation, ruleWords, c.var.locale) })
}

async function refuse(c: WebContext) {
  const { piece, at } = await pieceAt(c)
  return answerForm(c, {
    schema: refuseCopyInput.pick({ reason: true }),
    run: async ({ reason }) => {
      await refuseCopy(c.var.db, actorOf(c), { evidence: piece.id, copy: idParam(c, 'copy'), reason }, c.var.now)
      return evidencePaths.copy(...at, piece.id)
    },
    again: (form) => showCopy(c, form, 'refusal'),
    words: ruleWords,
  })
}

interface Sent {
  sha256: string | null
  media_type: string | null
}

/** Made by us of points alone: it can be shown as it is. */
async function send(c: WebContext, files: FileStore, { sha256, media_type }: Sent, cacheControl: string) {
  return c.body(await files.stream(found(sha256)), 200, {
    'content-type': found(media_type),
    'content-disposition': 'inline; filename="minh-chung"',
    'x-content-type-options': 'nosniff',
    'cache-control': cacheControl,
  })
}

async function sendCopy(c: WebContext, files: FileStore) {
  const { piece } = await pieceAt(c)
  const copy = found(await latestCopy(c.var.db, piece.id))
  return send(c, files, found(copy.id === idParam(c, 'copy') ? copy : null), 'private, no-store')
}

async function sendPublic(c: WebContext, files: FileStore) {
  return send(c, files, found(await publishedCopy(c.var.db, idParam(c, 'copy'))), 'public, no-cache')
}

const at = [':bloc', ':year', ':evidence'] as const

export const copyRoutes = ({ files }: { files: FileStore }): Route[] => [
  get(evidencePaths.copy(...at), 'signed-in', (c) => showCopy(c)),
  post(evidencePaths.copy(...at), 'signed-in', make),
  get(evidencePaths.copyFile(...at, ':copy'), 'signed-in', (c) => sendCopy(c, files)),
  post(evidencePaths.copyConfirmation(...at, ':copy'), 'signed-in', confirm),
  post(evidencePaths.copyRefusal(...at, ':copy'), 'signed-in', refuse),
  get(evidencePaths.publicCopy(':copy'), 'public', (c) => sendPublic(c, files)),
]
