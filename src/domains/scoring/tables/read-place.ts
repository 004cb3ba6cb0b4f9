import { blocBySlug, yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Bloc } from '#domains/blocs/bloc.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { mayKeepTables, seesTables } from './access.ts'
import type { VersionAt } from './paths.ts'
import { versionByNumber, type TableVersion } from './queries.ts'
import { nodeAt, readPlace, type Place } from './table-tree.ts'
import type { CriterionInput } from '../table/criterion.ts'

export interface BlocOfTables {
  bloc: Bloc
  /** The latest first. */
  years: readonly BlocYearRow[]
  mayKeep: boolean
}

/** The bloc of the address, for who may read its tables. */
export async function readBloc(c: WebContext): Promise<BlocOfTables> {
  const bloc = await blocBySlug(c.var.db, param(c, 'bloc'))
  const years = await yearsOfBloc(c.var.db, bloc.id)
  demand(seesTables(actorOf(c), years))
  return { bloc, years, mayKeep: mayKeepTables(actorOf(c), years, dayOf(c.var.now)) }
}

/** … for who keeps them. */
export async function readKeptBloc(c: WebContext): Promise<BlocOfTables> {
  const place = await readBloc(c)
  demand(place.mayKeep)
  return place
}

export type VersionPlace = BlocOfTables & { version: TableVersion; at: VersionAt }

/** The version of the address. */
export async function readVersion(c: WebContext): Promise<VersionPlace> {
  const place = await readBloc(c)
  const number = Number(param(c, 'number'))
  const known = Number.isInteger(number) && number > 0 && number < 100_000 ? number : 0
  const version = await versionByNumber(c.var.db, place.bloc.id, param(c, 'table'), known)
  return { ...place, version, at: [place.bloc.slug, version.code, String(version.number)] }
}

export async function readKeptVersion(c: WebContext): Promise<VersionPlace> {
  const place = await readVersion(c)
  demand(place.mayKeep)
  return place
}

export type NodePlace = VersionPlace & { node: CriterionInput; place: Place; where: string }

/** The node of the address in what the version says now. */
export async function readNodePlace(c: WebContext): Promise<NodePlace> {
  const given = await readKeptVersion(c)
  const where = param(c, 'node')
  const place = found(readPlace(where))
  return { ...given, node: found(nodeAt(given.version.content, place)), place, where }
}

/** What a page of tables tells the shell. */
export const headOf = ({ bloc, years }: BlocOfTables, title: string, help = 'bang-diem') => {
  const [year] = years
  const head = { title: `${title} · ${bloc.short_name}`, shell: 'workspace' as const, help }
  return year === undefined ? head : { ...head, blocYear: year.id }
}
