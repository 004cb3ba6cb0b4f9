import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressesWith, addressOf } from './permissions/address.ts'
import { ask, askerIn, isRefused } from './permissions/asking.ts'
import { strangeWords } from './permissions/strange.ts'
import { openWalk, someoneWhoMay, type Walk } from './permissions/walk.ts'
import { ofNoTenant, withParameter } from './permissions/walked-routes.ts'
import { roles, type Place } from './permissions/world.ts'

let walk: Walk
beforeAll(async () => {
  walk = await openWalk()
})
afterAll(() => walk.close())

describe('what stands in one tenant is not there in another', () => {
  test.each(withParameter.filter(({ path }) => !ofNoTenant.test(path)))('$name', async (one) => {
    const gotIn: string[] = []
    for (const role of roles) {
      const asker = askerIn(walk.worldOf(one.permission), one.permission, role, 'own')
      const answer = await walk.inOther((web) => ask(web, one, asker, addressOf(one.path, asker.place)))
      if (!isRefused(answer)) gotIn.push(`${role}: ${answer.status}`)
    }
    expect(gotIn).toEqual([])
  })
})

/** Each parameter in turn names nothing; the last one also says what no address says. */
function strangeAddresses(path: string, place: Place): string[] {
  const [first = '', ...others] = strangeWords
  const last = others.flatMap((word) => addressesWith(path, place, word).slice(-1))
  return [...addressesWith(path, place, first), ...last]
}

describe('an address that names nothing is a page that does not exist', () => {
  test.each(withParameter)('$name', async (one) => {
    const asker = askerIn(walk.worldOf(one.permission), one.permission, someoneWhoMay(one.permission), 'own')
    const faults: string[] = []
    for (const address of strangeAddresses(one.path, asker.place)) {
      const answer = await walk.inTenant((web) => ask(web, one, asker, address))
      const saysWhy = ofNoTenant.test(one.path) && answer.status === 422
      if (!isRefused(answer) && !saysWhy) faults.push(`${answer.status} ${address.slice(0, 120)}`)
    }
    expect(faults).toEqual([])
  })
})
