import { blocYear, membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { pageParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { words as uploadWords } from '#capabilities/signatures/uploads/words.ts'
import { z } from 'zod'
import { bringsFor, mayReadEvidence } from './access.ts'
import { addEvidence, addLink, linkInput, tellingInput, type Added } from './add-evidence.ts'
import { copyRoutes } from './copies/routes.tsx'
import { mostBytes } from './check-file.ts'
import { citeEvidence } from './cite-evidence.ts'
import { media } from './evidence.ts'
import { AddPage } from './pages/add-page.tsx'
import { ChoosePage } from './pages/choose-page.tsx'
import { StorePage } from './pages/store-page.tsx'
import { evidencePaths } from './paths.ts'
import { pieceRoutes } from './piece-routes.tsx'
import type { EvidencePieces } from './pieces.ts'
import { evidenceOf, linkHosts } from './queries.ts'
import { findPieces, type StoreFilter } from './store/queries.ts'
import { readSubject, subjectName, type Subject } from './subject.ts'
import { gatherUpload } from './uploads/gather-upload.ts'
import { removeUpload } from './uploads/remove-uploads.ts'
import { settingRoutes } from './settings/routes.tsx'
import { uploadRoutes } from './uploads/routes.tsx'
import { words } from './words.ts'

const piecesOnPage = 20
const help = 'minh-chung'
const ruleWords = { evidence: words, uploads: uploadWords }

const overOf = (year: BlocYearRow) => `${year.bloc.short_name} ${year.label}`
const atOf = (year: BlocYearRow) => [year.bloc.slug, year.slug] as const

async function yearAt(c: WebContext) {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(mayReadEvidence(actorOf(c), year.id))
  return year
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined) =>
  values.find((value) => value === text)

function filterOf(c: WebContext): StoreFilter {
  const standing = oneOf(['waiting', 'valid', 'insufficient', 'uncited'] as const, c.req.query('danh-gia'))
  const medium = oneOf(media, c.req.query('loai'))
  const unit = z.uuid().safeParse(c.req.query('don-vi')).data
  return {
    search: c.req.query('q')?.normalize('NFC').trim() ?? '',
    ...(unit === undefined ? {} : { unit }),
    ...(medium === undefined ? {} : { medium }),
    ...(standing === undefined ? {} : { standing }),
  }
}

async function showStore(c: WebContext) {
  const { db, locale } = c.var
  const year = await yearAt(c)
  const filter = filterOf(c)
  const page = pageParam(c)
  const { pieces, total } = await findPieces(db, year.id, { ...filter, page, size: piecesOnPage })
  const { search = '', unit = '', medium = '', standing = '' } = filter
  const members = await membersOn(db, year.id, dayOf(c.var.now))
  const [bloc, slug] = atOf(year)
  return c.render(
    <StorePage
      bloc={bloc}
      year={slug}
      over={overOf(year)}
      pieces={pieces}
      total={total}
      page={page}
      last={Math.ceil(total / piecesOnPage)}
      chosen={{ q: search, 'don-vi': unit, loai: medium, 'danh-gia': standing }}
      units={members.map((member) => ({ value: member.unit, label: member.short_name }))}
      mayAdd={bringsFor(actorOf(c), year.id).length > 0}
    />,
    { title: words(locale).heading, shell: 'workspace', blocYear: year.id, help },
  )
}

/** The subject that the address names, for someone who may bring evidence for it; a wrong one is no page. */
async function subjectAt(c: WebContext, year: BlocYearRow, pieces: EvidencePieces): Promise<Subject | undefined> {
  const asked = c.req.query('cho')
  if (asked === undefined) return undefined
  const subject = found(await pieces.readSubject(c.var.db, actorOf(c), found(readSubject(asked))))
  return found(subject.blocYear === year.id ? subject : null)
}

async function unitsFor(c: WebContext, year: BlocYearRow, subject: Subject | undefined) {
  const own = bringsFor(actorOf(c), year.id).filter((unit) => subject === undefined || subject.unit === unit)
  demand(own.length > 0)
  const members = await membersOn(c.var.db, year.id, dayOf(c.var.now))
  return own.map((unit) => ({
    value: unit,
    label: members.find((member) => member.unit === unit)?.short_name ?? '',
  }))
}

const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576)

type Kind = 'file' | 'link'

async function showAdd(c: WebContext, kind: Kind, pieces: EvidencePieces, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const year = await yearAt(c)
  const subject = await subjectAt(c, year, pieces)
  const today = dayOf(c.var.now)
  const most = async (medium: 'pdf' | 'picture' | 'office') => megabytes(await mostBytes(db, medium, today))
  const t = words(locale).add
  const [bloc, slug] = atOf(year)
  return c.render(
    <AddPage
      bloc={bloc}
      year={slug}
      over={overOf(year)}
      kind={kind}
      subject={subject}
      units={await unitsFor(c, year, subject)}
      mostBytes={await mostBytes(db, 'pdf', today)}
      limits={{ pdf: await most('pdf'), picture: await most('picture'), office: await most('office') }}
      hosts={[...new Set((await linkHosts(db, today)).map(({ name }) => name))].join(', ')}
      form={form}
    />,
    {
      title: kind === 'file' ? t.heading : t.headingLink,
      shell: 'workspace',
      blocYear: year.id,
      help,
      uploads: kind === 'file',
    },
  )
}

/** Back to the subject, or to the piece itself, which says so where the same bytes were there before. */
function afterAdding(year: BlocYearRow, { id, isKnown }: Added, subject: Subject | undefined): string {
  const piece = evidencePaths.piece(...atOf(year), id)
  if (isKnown) return `${piece}?da-co`
  return subject?.path ?? piece
}

interface Sent {
  /** The file came before, in parts. */
  upload: string | undefined
  sent: File | undefined
}

type SentFile = Parameters<typeof addEvidence>[2]['file']

async function addSent(
  c: WebContext,
  { upload, sent }: Sent,
  add: (file: SentFile) => Promise<Added>,
  { parts }: EvidencePieces,
) {
  if (upload === undefined) {
    const content = sent === undefined ? new Uint8Array() : new Uint8Array(await sent.arrayBuffer())
    return add({ content, name: sent?.name ?? '' })
  }
  const added = await gatherUpload(c.var.db, actorOf(c), upload, { parts, now: c.var.now, use: add })
  await removeUpload(c.var.db, parts, upload)
  return added
}

async function addFile(c: WebContext, pieces: EvidencePieces) {
  const year = await yearAt(c)
  const subject = await subjectAt(c, year, pieces)
  return answerForm(c, {
    schema: tellingInput.extend({ upload: z.uuid().optional().catch(undefined) }),
    run: async ({ upload, ...input }, files) => {
      const add = (file: SentFile) =>
        addEvidence(c.var.db, actorOf(c), { ...input, blocYear: year.id, subject, file }, { ...pieces, now: c.var.now })
      const added = await addSent(c, { upload, sent: files.get('file') }, add, pieces)
      return afterAdding(year, added, subject)
    },
    again: (form) => showAdd(c, 'file', pieces, form),
    words: ruleWords,
  })
}

async function addAddress(c: WebContext, pieces: EvidencePieces) {
  const year = await yearAt(c)
  const subject = await subjectAt(c, year, pieces)
  return answerForm(c, {
    schema: linkInput,
    run: async (input) => {
      const all = { ...input, blocYear: year.id, subject }
      return afterAdding(year, await addLink(c.var.db, actorOf(c), all, { ...pieces, now: c.var.now }), subject)
    },
    again: (form) => showAdd(c, 'link', pieces, form),
    words: ruleWords,
  })
}

async function showChoose(c: WebContext, pieces: EvidencePieces, refused?: string) {
  const year = await yearAt(c)
  const subject = found(await subjectAt(c, year, pieces))
  await unitsFor(c, year, subject)
  const search = c.req.query('q')?.normalize('NFC').trim() ?? ''
  const stored = await findPieces(c.var.db, year.id, { search, unit: subject.unit, size: 100 })
  const cited = (await evidenceOf(c.var.db, [subject])).get(subjectName(subject)) ?? []
  const [bloc, slug] = atOf(year)
  return c.render(
    <ChoosePage
      bloc={bloc}
      year={slug}
      over={overOf(year)}
      subject={subject}
      pieces={stored.pieces.filter((piece) => piece.withdrawn_at === null)}
      total={stored.total}
      search={search}
      cited={new Set(cited.map(({ piece }) => piece.id))}
      refused={refused}
    />,
    { title: words(c.var.locale).choose.heading, shell: 'workspace', blocYear: year.id, help },
  )
}

async function choose(c: WebContext, pieces: EvidencePieces) {
  const year = await yearAt(c)
  const asked = found(await subjectAt(c, year, pieces))
  const evidence = found(z.uuid().safeParse((await c.req.formData()).get('evidence')).data)
  const actor = actorOf(c)
  const cited = await attempt(
    c.var.db.transaction().execute(async (tx) => {
      const subject = found(await pieces.readSubject(tx, actor, asked))
      await citeEvidence(tx, actor, { evidence, subject }, c.var.now)
    }),
  )
  if (cited.ok) return c.redirect(asked.path, 303)
  c.status(422)
  return showChoose(c, pieces, refusalOf(cited.violation, ruleWords, c.var.locale))
}

const at = [':bloc', ':year'] as const

export const evidenceRoutes = (pieces: EvidencePieces): Route[] => [
  get(evidencePaths.store(...at), 'signed-in', showStore),
  get(evidencePaths.add(...at), 'signed-in', (c) => showAdd(c, 'file', pieces)),
  post(evidencePaths.add(...at), 'signed-in', (c) => addFile(c, pieces)),
  get(evidencePaths.addLink(...at), 'signed-in', (c) => showAdd(c, 'link', pieces)),
  post(evidencePaths.addLink(...at), 'signed-in', (c) => addAddress(c, pieces)),
  get(evidencePaths.choose(...at), 'signed-in', (c) => showChoose(c, pieces)),
  post(evidencePaths.choose(...at), 'signed-in', (c) => choose(c, pieces)),
  ...settingRoutes,
  ...uploadRoutes(pieces),
  ...copyRoutes(pieces),
  ...pieceRoutes(pieces),
]
