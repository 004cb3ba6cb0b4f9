import { revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import { voidVersions } from '#domains/agreement/queries.ts'
import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { dayOf } from '#platform/clock.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { pensOf, publishedAgreement, serialsByField, type PublishedAgreement } from '../queries.ts'
import { slugParam } from '../slug-param.ts'
import { words } from '../words.ts'
import { AgreementPage, type VoidVersion } from './pages/agreement-page.tsx'
import { sendBytes } from './send-bytes.ts'
import { signingTerm } from './signing-term.ts'

interface Published {
  year: BlocYearRow
  agreement: PublishedAgreement
}

async function publishedAt(c: WebContext): Promise<Published> {
  const year = await blocYear(c.var.db, slugParam(c, 'bloc'), slugParam(c, 'year'))
  return { year, agreement: found(await publishedAgreement(c.var.db, year.id)) }
}

const countSignatures = async (db: Db, document: string) =>
  (await revisionsOf(db, document)).filter(({ kind }) => kind === 'signature').length

/** Versions set aside that had a paper; how many signed it is read from the papers kept. */
async function voidsOf(db: Db, blocYear: string): Promise<VoidVersion[]> {
  const rows = (await voidVersions(db, blocYear)).filter((row) => row.document_id !== null)
  return Promise.all(rows.map(async (row) => ({ row, signatures: await countSignatures(db, row.document_id ?? '') })))
}

async function showAgreement(c: WebContext) {
  const { year, agreement } = await publishedAt(c)
  const [serials, pens, voids] = await Promise.all([
    serialsByField(c.var.db, agreement.document.id),
    pensOf(c.var.db, agreement.row.id),
    voidsOf(c.var.db, year.id),
  ])
  const term = signingTerm(agreement, dayOf(c.var.now))
  const t = words(c.var.locale).agreement
  return c.render(<AgreementPage {...{ year, agreement, serials, pens, voids, term }} />, {
    title: `${agreement.text.title} · ${year.bloc.name}`,
    shell: 'public',
    description: t.description(year.bloc.name, year.label),
  })
}

async function sendPdf(c: WebContext, files: FileStore) {
  const { year, agreement } = await publishedAt(c)
  const { sha256 } = agreement.newest
  return sendBytes(c, {
    tag: sha256,
    mediaType: 'application/pdf',
    fileName: `Giao ước thi đua ${year.slug} - ${year.bloc.name}.pdf`,
    plainName: `giao-uoc-${year.bloc.slug}-${year.slug}.pdf`,
    read: () => files.get(sha256),
  })
}

async function sendCanonicalText(c: WebContext) {
  const { year, agreement } = await publishedAt(c)
  const name = `van-ban-${year.bloc.slug}-${year.slug}.json`
  return sendBytes(c, {
    tag: agreement.hash,
    mediaType: 'application/json; charset=utf-8',
    fileName: name,
    plainName: name,
    read: async () => Buffer.from(agreement.canonicalText, 'utf8'),
  })
}

export const publishedRoutes = (files: FileStore): Route[] => [
  get(paths.agreement(':bloc', ':year'), 'public', showAgreement),
  get(paths.agreementPdf(':bloc', ':year'), 'public', (c) => sendPdf(c, files)),
  get(paths.canonicalText(':bloc', ':year'), 'public', sendCanonicalText),
]
