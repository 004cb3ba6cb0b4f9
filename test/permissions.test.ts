import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from './permissions/address.ts'
import { ask, askerIn, told } from './permissions/asking.ts'
import { may } from './permissions/rights.ts'
import { permissions } from './permissions/table.ts'
import { openWalk, type Walk } from './permissions/walk.ts'
import { cases, nameOf, routes } from './permissions/walked-routes.ts'
import { relations, roles } from './permissions/world.ts'

let walk: Walk
beforeAll(async () => {
  walk = await openWalk()
})
afterAll(() => walk.close())

test('the table names every route of the product, and no other', () => {
  expect(Object.keys(permissions).toSorted()).toEqual([...new Set(routes.map(nameOf))].toSorted())
})

describe('who may do what', () => {
  test.each(cases)('$name', async (one) => {
    const { permission, path } = one
    const everyone = roles.flatMap((role) => relations.map((relation) => [role, relation] as const))
    const seen: string[] = []
    for (const [role, relation] of everyone) {
      const asker = askerIn(walk.worldOf(permission), permission, role, relation)
      const answer = await walk.inTenant((web) => ask(web, one, asker, addressOf(path, asker.place)))
      seen.push(`${role}, ${relation}: ${told(answer, permission)}`)
    }
    const said = everyone.map(([role, relation]) => {
      return `${role}, ${relation}: ${may(permission.who, role, relation) ? 'may' : 'may not'}`
    })
    expect(seen).toEqual(said)
  })
})
