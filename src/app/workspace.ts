import { blocYearsOfActor, yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { calendarPaths } from '#domains/calendar/paths.ts'
import { countTasks } from '#domains/calendar/queries.ts'
import { homePath, ownAccountPath, peoplePath, signOutPath } from '#domains/identity/paths.ts'
import { legalTextsPath } from '#domains/law/paths.ts'
import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { nameOn } from '#domains/units/queries.ts'
import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { actorOf, type PageHead, type WebContext } from '#platform/web.ts'
import type { IconPlace } from '#ui/places-bar.tsx'
import type { NavSection, Switcher } from '#ui/rail.tsx'
import { words } from './words.ts'

type Words = ReturnType<typeof words>

/** A place is current when the page lies in it; the longest of them all wins. */
function places(c: WebContext, all: readonly (readonly [label: string, href: string, count?: number])[]) {
  const within = all.filter(([, href]) => c.req.path === href || c.req.path.startsWith(`${href}/`))
  const current = within.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[1]
  return all.map(([label, href, count]) => ({
    label,
    href,
    current: href === current,
    ...(count === undefined ? {} : { count }),
  }))
}

function yearSection(c: WebContext, t: Words, { bloc, slug, label }: BlocYearRow): NavSection {
  const at = [bloc.slug, slug] as const
  return {
    label: t.nav.yearOf(label),
    places: places(c, [
      [t.nav.yearHome, blocPaths.year(...at)],
      [t.nav.agreement, agreementPaths.agreement(...at)],
      [t.nav.readings, agreementPaths.readings(...at)],
    ]),
  }
}

const mayAdminister = (actor: Actor) => isAdministrator(actor) || isAuthority(actor)

function sharedSections(c: WebContext, t: Words, actor: Actor): NavSection[] {
  const shared = [
    [t.nav.blocs, blocPaths.list],
    [t.nav.units, unitPaths.list],
    [t.nav.law, legalTextsPath],
  ] as const
  const administration = [
    [t.nav.mandates, mandatePaths.list],
    [t.nav.people, peoplePath],
  ] as const
  return [
    { label: t.nav.shared, places: places(c, shared) },
    ...(mayAdminister(actor) ? [{ label: t.nav.administration, places: places(c, administration) }] : []),
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

async function actingOf(c: WebContext, actor: Actor, t: Words) {
  if (actor.actingUnit === null) return undefined
  const unit = await nameOn(c.var.db, actor.actingUnit, dayOf(c.var.now))
  const mandate = actor.mandates.find((held) => held.unit === actor.actingUnit)
  return { unit: unit.short_name, mandate: mandate?.post ?? t.noMandate, href: unitPaths.unit(actor.actingUnit) }
}

/** The year that the page is about, else the latest in which the person has a part. */
async function yearShown(c: WebContext, head: PageHead, years: readonly BlocYearRow[]) {
  if (head.blocYear === undefined) return years[0]
  return years.find((year) => year.id === head.blocYear) ?? yearById(c.var.db, head.blocYear)
}

function barPlaces(c: WebContext, t: Words, year: BlocYearRow | undefined, tasks: number): IconPlace[] {
  const third: IconPlace =
    year === undefined
      ? { label: t.nav.units, href: unitPaths.list, icon: 'people' }
      : { label: t.nav.agreement, href: agreementPaths.agreement(year.bloc.slug, year.slug), icon: 'pen' }
  const bar: IconPlace[] = [
    { label: t.nav.tasks, href: calendarPaths.tasks, icon: 'list', count: tasks },
    { label: t.nav.blocs, href: blocPaths.list, icon: 'home' },
    third,
  ]
  return bar.map((place) => ({ ...place, current: c.req.path === place.href }))
}

/** What the shell of the workspace shows around a page: where one is, for whom one works, what waits. */
export async function workspaceProps(c: WebContext, head: PageHead) {
  const t = words(c.var.locale)
  const actor = actorOf(c)
  const years = await blocYearsOfActor(c.var.db, actor)
  const [year, tasks, acting] = await Promise.all([
    yearShown(c, head, years),
    countTasks(c.var.db, actor),
    actingOf(c, actor, t),
  ])
  const account = places(c, [
    [t.nav.account, ownAccountPath],
    [t.nav.signingKey, certificatePaths.mine],
    [t.nav.help, '/huong-dan'],
  ])
  return {
    home: homePath,
    search: { action: unitPaths.list, hint: t.search },
    acting,
    account: { name: actor.name, links: account, signOut: signOutPath },
    switcher: year === undefined ? undefined : switcherOf(t, years, year),
    sections: [
      { places: places(c, [[t.nav.tasks, calendarPaths.tasks, tasks]]) },
      ...(year === undefined ? [] : [yearSection(c, t, year)]),
      ...sharedSections(c, t, actor),
    ],
    places: barPlaces(c, t, year, tasks),
  }
}
