import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { blocYearsOfActor, yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { calendarPaths } from '#domains/calendar/paths.ts'
import { mailPaths } from '#domains/calendar/mails/paths.ts'
import { noticePaths } from '#domains/calendar/notices/paths.ts'
import { countUnread } from '#domains/calendar/notices/queries.ts'
import { countTasks } from '#domains/calendar/queries.ts'
import { rulesPath } from '#domains/calendar/reminders/paths.ts'
import { chooseUnitPath, homePath, ownAccountPath, peoplePath, signOutPath } from '#domains/identity/paths.ts'
import { words as identityWords } from '#domains/identity/words.ts'
import { legalTextsPath } from '#domains/law/paths.ts'
import { settingPaths } from '#domains/evidence/settings/paths.ts'
import { mayStartNews } from '#domains/portal/news/access.ts'
import { newsPaths } from '#domains/portal/news/paths.ts'
import { logPaths } from '#domains/portal/log/paths.ts'
import { exchangePaths } from '#domains/portal/exchange/paths.ts'
import { webhookPaths } from '#domains/portal/webhooks/paths.ts'
import { searchPaths } from '#domains/portal/search/paths.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { intakePaths } from '#domains/units/intake/paths.ts'
import { lineagePaths } from '#domains/units/lineage/paths.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { seesProvince } from '#domains/targets/board/access.ts'
import { boardPaths } from '#domains/targets/board/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { nameOn } from '#domains/units/queries.ts'
import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { actorOf, type PageHead, type WebContext } from '#platform/web.ts'
import type { IconPlace } from '#ui/places-bar.tsx'
import type { NavSection, Switcher } from '#ui/rail.tsx'
import { words } from './words.ts'
import { places, yearSection, readsAgreement, type PlaceInRail, type Words } from './year-places.ts'

/** A place is current when the page lies in it; the longest address of all sections wins. */
function markCurrent(path: string, sections: readonly NavSection[]): NavSection[] {
  const within = sections
    .flatMap((section) => section.places)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
  const current = within.toSorted((one, other) => other.href.length - one.href.length)[0]?.href
  return sections.map((section) => ({
    ...section,
    places: section.places.map((place) => ({ ...place, current: place.href === current })),
  }))
}

const mayAdminister = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)

function sharedSections(t: Words, actor: Actor): NavSection[] {
  const shared = [
    [t.nav.blocs, blocPaths.list],
    [t.nav.units, unitPaths.list],
    [t.nav.deeds, lineagePaths.list],
    [t.nav.law, legalTextsPath],
    ...(mayStartNews(actor) ? [[t.nav.newsDesk, newsPaths.desk] as const] : []),
    [t.nav.log, logPaths.list],
    ...(seesProvince(actor) ? [[t.nav.province, boardPaths.province] as const] : []),
  ] as const
  const mandates: PlaceInRail[] = isAuthority(actor) ? [[t.nav.mandates, mandatePaths.list]] : []
  const mails: PlaceInRail[] = isAdministrator(actor)
    ? [
        [t.nav.mails, mailPaths.log],
        [t.nav.evidenceSettings, settingPaths.settings],
        [t.nav.webhooks, webhookPaths.list],
      ]
    : []
  const administration: PlaceInRail[] = [
    ...mandates,
    [t.nav.people, peoplePath],
    [t.nav.intake, intakePaths.list],
    [t.nav.reminders, rulesPath],
    [t.nav.exchange, exchangePaths.list],
    ...mails,
  ]
  return [
    { label: t.nav.shared, places: places(shared) },
    ...(mayAdminister(actor) ? [{ label: t.nav.administration, places: places(administration) }] : []),
  ]
}

function switcherOf(t: Words, years: readonly BlocYearRow[], now: BlocYearRow): Switcher {
  return {
    label: t.nav.bloc,
    current: now.bloc.short_name,
    detail: t.nav.yearOf(now.label),
    choices: years.map((year) => ({
      label: year.bloc.short_name,
      detail: t.nav.yearOf(year.label),
      href: blocPaths.year(year.bloc.slug, year.slug),
      current: year.id === now.id,
    })),
  }
}

function roleActing(c: WebContext, { tenantRoles }: Actor) {
  const { roleNames } = identityWords(c.var.locale).person
  if (tenantRoles.length === 0) return undefined
  return { unit: c.var.tenant.name, mandate: tenantRoles.map((role) => roleNames[role]).join(', ') }
}

/** Who has several units chooses on the account's page; who has none acts by a role in the tenant. */
export async function actingOf(c: WebContext) {
  const { actor, locale } = c.var
  if (actor === null) return undefined
  const t = words(locale)
  if (actor.actingUnit === null) return roleActing(c, actor)
  const hasSeveral = new Set(actor.units.map((held) => held.unit)).size > 1
  const unit = await nameOn(c.var.db, actor.actingUnit, dayOf(c.var.now))
  const mandate = actor.mandates.find((held) => held.unit === actor.actingUnit)
  return {
    unit: unit.short_name,
    mandate: mandate?.post ?? t.noMandate,
    href: hasSeveral ? chooseUnitPath : unitPaths.unit(actor.actingUnit),
  }
}

/** The year that the page is about, else the latest in which the person has a part. */
async function yearShown(c: WebContext, head: PageHead, years: readonly BlocYearRow[]) {
  if (head.blocYear === undefined) return years[0]
  return years.find((year) => year.id === head.blocYear) ?? yearById(c.var.db, head.blocYear)
}

function barPlaces(c: WebContext, t: Words, year: BlocYearRow | undefined, tasks: number): IconPlace[] {
  const third: IconPlace =
    year === undefined || !readsAgreement(actorOf(c), year)
      ? { label: t.nav.units, href: unitPaths.list, icon: 'people' }
      : { label: t.nav.agreement, href: agreementPaths.agreement(year.bloc.slug, year.slug), icon: 'pen' }
  const bar: IconPlace[] = [
    { label: t.nav.tasks, href: calendarPaths.tasks, icon: 'list', count: tasks },
    { label: t.nav.blocsShort, href: blocPaths.list, icon: 'home' },
    third,
  ]
  return bar.map((place) => ({ ...place, current: c.req.path === place.href }))
}

/** What the shell of the workspace shows around a page: where one is, for whom one works, what waits. */
export async function workspaceProps(c: WebContext, head: PageHead) {
  const t = words(c.var.locale)
  const actor = actorOf(c)
  const years = await blocYearsOfActor(c.var.db, actor)
  const [year, tasks, unread, acting] = await Promise.all([
    yearShown(c, head, years),
    countTasks(c.var.db, actor),
    countUnread(c.var.db, actor),
    actingOf(c),
  ])
  const account = places([
    [t.nav.account, ownAccountPath],
    [t.nav.noticeWays, noticePaths.ways],
    [t.nav.ownMails, mailPaths.own],
    [t.nav.signingKey, certificatePaths.mine],
    [t.nav.help, '/huong-dan'],
  ])
  return {
    home: homePath,
    search: { action: searchPaths.search, hint: t.search },
    notifications: { href: noticePaths.list, unread },
    acting,
    account: { name: actor.name, links: account, signOut: signOutPath },
    switcher: year === undefined ? undefined : switcherOf(t, years, year),
    sections: markCurrent(c.req.path, [
      { places: places([[t.nav.tasks, calendarPaths.tasks, tasks]]) },
      ...(year === undefined ? [] : [yearSection(t, actor, year)]),
      ...sharedSections(t, actor),
    ]),
    places: barPlaces(c, t, year, tasks),
  }
}
