import type { FileStore } from '#platform/files.ts'
import { param } from '#platform/param.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { yearOf } from '../year-of.ts'
import { compareTexts } from './compare-texts.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { comparableTexts, paperOfVersion, textOf, versionsOf, type Comparable } from './queries.ts'
import { words } from './words.ts'

const help = 'so-sanh-phien-ban'

async function showVersions(c: WebContext) {
  const year = await yearOf(c)
  return c.render(
    <VersionsPage
      bloc={year.bloc.slug}
      year={year.slug}
      blocName={year.bloc.name}
      label={year.label}
      versions={await versionsOf(c.var.db, year.id)}
    />,
    { title: words(c.var.locale).heading(year.label), shell: 'workspace', blocYear: year.id, help },
  )
}

/** The two that the address names, else the newest with the one before it. */
function chosenOf(c: WebContext, texts: readonly Comparable[]) {
  const [newest, before] = texts
  const named = (name: string) => texts.find(({ agreement }) => agreement.id === c.req.query(name))
  const [older, newer] = [named('cu') ?? before, named('moi') ?? newest]
  return older === undefined || newer === undefined ? null : { older: older.agreement, newer: newer.agreement }
}

async function showComparison(c: WebContext) {
  const { db, now, tenant, locale } = c.var
  const year = await yearOf(c)
  const t = words(locale)
  const texts = await comparableTexts(db, actorOf(c), year)
  const chosen = chosenOf(c, texts)
  const as = { tenantName: tenant.name, now }
  const comparison =
    chosen === null ? null : compareTexts(await textOf(db, chosen.older, as), await textOf(db, chosen.newer, as))
  const options = texts.map(({ agreement, year: of }) => ({
    value: agreement.id,
    label: `${t.ofYear(agreement.version, of.label)} (${t.states[agreement.state]})`,
  }))
  return c.render(
    <ComparePage
      bloc={year.bloc.slug}
      year={year.slug}
      blocName={year.bloc.name}
      options={options}
      chosen={chosen && { older: chosen.older.id, newer: chosen.newer.id }}
      comparison={comparison}
    />,
    { title: t.compare.heading, shell: 'workspace', blocYear: year.id, help },
  )
}

async function sendPaper(c: WebContext, files: FileStore) {
  const year = await yearOf(c)
  const version = Number(param(c, 'version'))
  const sha256 = await paperOfVersion(c.var.db, year.id, version)
  return c.body(new Uint8Array(await files.get(sha256)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="giao-uoc-${year.bloc.slug}-${year.slug}-ban-${version}.pdf"`,
    'cache-control': 'private, no-store',
  })
}

const at = [':bloc', ':year'] as const

export const versionRoutes = (files: FileStore): Route[] => [
  get(paths.versions(...at), 'signed-in', showVersions),
  get(paths.versionPaper(...at, ':version'), 'signed-in', (c) => sendPaper(c, files)),
  get(paths.comparison(...at), 'signed-in', showComparison),
]
