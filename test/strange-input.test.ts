import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from './permissions/address.ts'
import { askerIn } from './permissions/asking.ts'
import { queryNames, strangeBodies, strangeFields, strangeValues } from './permissions/strange.ts'
import type { Permission } from './permissions/rights.ts'
import { openWalk, someoneWhoMay, type Walk } from './permissions/walk.ts'
import { cases } from './permissions/walked-routes.ts'
import type { Place, Role } from './permissions/world.ts'

let walk: Walk
beforeAll(async () => {
  walk = await openWalk()
})
afterAll(() => walk.close())

/** Who may not is turned away before a field is read: strange fields are for who may. */
function bodiesFor(permission: Permission, role: Role, place: Place) {
  if (role !== someoneWhoMay(permission)) return strangeBodies.slice(-2)
  return [...strangeBodies, ...strangeFields(permission.form?.(place) ?? {}, Object(permission.json?.(place)))]
}

describe('nothing that is sent makes a route fail', () => {
  test.each(cases.filter(({ method }) => method === 'post'))('$name', async ({ path, permission }) => {
    const faults: string[] = []
    for (const role of new Set<Role>(['visitor', 'officer', someoneWhoMay(permission)])) {
      const { actor, place } = askerIn(walk.worldOf(permission), permission, role, 'own')
      for (const { body, type } of bodiesFor(permission, role, place)) {
        const answer = await walk.inTenant((web) => web.as(actor).postRaw(addressOf(path, place), body, type))
        const sent = typeof body === 'string' ? `${type} ${body}` : JSON.stringify([...body])
        if (answer.status >= 500) faults.push(`${role}: ${sent.slice(0, 200)}`)
      }
    }
    expect(faults).toEqual([])
  })

  test.each(cases.filter(({ method }) => method === 'get'))('$name', async ({ path, permission }) => {
    const { actor, place } = askerIn(walk.worldOf(permission), permission, someoneWhoMay(permission), 'own')
    const faults: string[] = []
    for (const value of strangeValues) {
      const query = queryNames.map((name) => `${name}=${value}`).join('&')
      const answer = await walk.inTenant((web) => web.as(actor).get(`${addressOf(path, place)}?${query}`))
      if (answer.status >= 500) faults.push(value)
    }
    expect(faults).toEqual([])
  })
})
