import { yearById } from '#domains/blocs/queries.ts'
import { writeScope, type TokenScope } from '#domains/identity/tokens/token.ts'
import { namesOn } from '#domains/units/queries.ts'
import { isAuthority, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'

const mostYears = 200

/** The authority reads every bloc; others have those in which they take part. */
async function yearsFor(db: Db, actor: Actor): Promise<string[]> {
  const own = [...actor.memberships, ...actor.blocRoles].map(({ blocYear }) => blocYear)
  if (!isAuthority(actor)) return own
  const all = db.selectFrom('bloc_year').select('id').orderBy('starts_on', 'desc').orderBy('id').limit(mostYears)
  return [...own, ...(await all.execute()).map(({ id }) => id)]
}

/** To what a person may narrow an access token: their units, and the bloc-years in which they have a part. */
export async function scopesOf(db: Db, actor: Actor): Promise<TokenScope[]> {
  const units = new Set(actor.units.map(({ unit }) => unit))
  const years = new Set(await yearsFor(db, actor))
  return [
    ...[...units].map((unit) => ({ unit, blocYear: null })),
    ...[...years].map((blocYear) => ({ unit: null, blocYear })),
  ]
}

/** What scopes are called on a day, by `writeScope`. */
export async function scopeNames(db: Db, scopes: readonly TokenScope[], day: string): Promise<Map<string, string>> {
  const units = await namesOn(
    db,
    scopes.flatMap(({ unit }) => unit ?? []),
    day,
  )
  const years = new Set(scopes.flatMap(({ blocYear }) => blocYear ?? []))
  const names = new Map([...units].map(([unit, name]) => [writeScope({ unit, blocYear: null }), name.full_name]))
  for (const id of years) {
    const year = await yearById(db, id)
    names.set(writeScope({ unit: null, blocYear: id }), `${year.bloc.short_name} ${year.label}`)
  }
  return names
}
