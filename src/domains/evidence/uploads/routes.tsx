import { blocYear } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { idParam, param } from '#platform/param.ts'
import type { PartStore } from '#platform/parts.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { bringsFor } from '../access.ts'
import { mostBytes } from '../check-file.ts'
import { evidencePaths } from '../paths.ts'
import { uploadOf } from './queries.ts'

/** A POST that names another method stands for it: forms and old proxies know no PATCH. */
function meantBy(request: Request): Request {
  const method = request.method === 'POST' ? (request.headers.get('x-http-method-override') ?? 'POST') : request.method
  if (method === request.method) return request
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `duplex` is missing in the declarations
  const init = { method, headers: request.headers, body: request.body, duplex: 'half' } as RequestInit
  return new Request(request.url, init)
}

/** The protocol of resumable uploads (tus 1.0), for those who may bring evidence in the bloc-year of the address. */
async function answer(c: WebContext, parts: PartStore): Promise<Response> {
  const { db, now } = c.var
  const actor = actorOf(c)
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  demand(bringsFor(actor, year.id).length > 0)
  if (c.req.param('upload') !== undefined) found(await uploadOf(db, actor, idParam(c, 'upload'), now))
  // Loaded at the first upload: the program starts without it.
  const [{ Server }, { UploadState }] = await Promise.all([import('@tus/server'), import('./upload-state.ts')])
  const path = evidencePaths.uploads(year.bloc.slug, year.slug)
  const server = new Server({
    path,
    relativeLocation: true,
    datastore: new UploadState({ db, actor, parts, blocYear: year.id, now }),
    maxSize: await mostBytes(db, 'pdf', dayOf(now)),
    namingFunction: () => newId(),
  })
  return server.handleWeb(meantBy(c.req.raw))
}

const at = [':bloc', ':year'] as const

export const uploadRoutes = ({ parts }: { parts: PartStore }): Route[] => [
  post(evidencePaths.uploads(...at), 'signed-in', (c) => answer(c, parts)),
  // HEAD is asked as GET.
  get(evidencePaths.upload(...at, ':upload'), 'signed-in', (c) => answer(c, parts)),
  post(evidencePaths.upload(...at, ':upload'), 'signed-in', (c) => answer(c, parts)),
]
