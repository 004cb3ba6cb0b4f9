import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPictures } from '../src/capabilities/pictures/open-pictures.ts'
import { openPdfReader } from '../src/capabilities/signatures/uploads/pdf-reader.ts'
import { allRoutes, type RoutePieces } from '../src/app/routes.ts'
import { openProvider } from '../src/domains/identity/linked/provider.ts'
import { openPasswords } from '../src/domains/identity/password/password.ts'
import { deviceCookie } from '../src/domains/identity/sessions/device-cookie.ts'
import { sessionCookie } from '../src/domains/identity/sessions/session-cookie.ts'
import { openSignInLimiter } from '../src/domains/identity/sessions/sign-in-limiter.ts'
import { openUploadLimiter } from '../src/domains/portal/check/upload-limiter.ts'
import { openLimiter } from '../src/platform/limiter.ts'
import { tenantUrl } from '../src/platform/database/tenant-role.ts'
import { freshDatabase } from './database.ts'
import { testSecret } from './global-setup.ts'
import { addressOf, addressesWith, hasParameter, plainPattern } from './permissions/address.ts'
import { ask, askerIn, isRefused, told, type Case, type Web } from './permissions/asking.ts'
import { openForgetful, type ForgetfulDatabase } from './permissions/forgetful.ts'
import { queryNames, strangeBodies, strangeFields, strangeValues, strangeWords } from './permissions/strange.ts'
import { may, type Permission } from './permissions/rights.ts'
import { permissions } from './permissions/table.ts'
import {
  makeWorld,
  relations,
  roles,
  stages,
  type Place,
  type Role,
  type Stage,
  type World,
} from './permissions/world.ts'
import { authorityTestPassphrase, memoryFiles, memoryParts, testRenderer } from './signing.ts'
import { openTestWeb } from './web.ts'

const files = memoryFiles()
const passwords = openPasswords()
const origin = 'http://namdinh.test'

/** Another place that never answers. */
const nobodyElsewhere = openProvider({
  issuer: 'http://127.0.0.1:9',
  clientId: 'giao-uoc',
  clientSecret: 'of nobody',
  scope: 'openid',
  claim: 'sub',
  label: 'nơi khác',
  strongAcrs: [],
})

const ample = { tries: Number.MAX_SAFE_INTEGER, minutes: 5, keys: 20_000 }

const pieces: RoutePieces = {
  files,
  parts: memoryParts(),
  pdfs: openPdfReader(),
  pictures: openPictures(),
  renderer: testRenderer(),
  timestamp: undefined,
  passphrase: authorityTestPassphrase,
  isSample: false,
  checkUrl: (code) => `${origin}/kiem-tra/${code}`,
  baseUrl: () => origin,
  originOf: () => origin,
  hosts: async () => () => undefined,
  passwords,
  limiter: openSignInLimiter(),
  // Time stands still here, and the same few people ask for everything.
  tokenLimiter: { token: openLimiter(ample), address: openLimiter(ample) },
  uploads: openUploadLimiter(),
  cookie: sessionCookie(false),
  device: deviceCookie({ isSecure: false, secretKey: testSecret }),
  provider: nobodyElsewhere,
  secretKey: testSecret,
  addressOf: () => '127.0.0.1',
}

const nameOf = ({ method, path }: Pick<Case, 'method' | 'path'>) => `${method} ${plainPattern(path)}`

const routes = allRoutes(pieces)
const cases = routes.flatMap(({ method, path }): (Case & { name: string })[] => {
  const lines = [permissions[nameOf({ method, path })] ?? []].flat()
  return lines.map((permission, index) => ({
    name: `${nameOf({ method, path })}${index === 0 ? '' : `, line ${index + 1}`}`,
    method,
    path,
    permission,
  }))
})
const withParameter = cases.filter(({ path }) => hasParameter(path))

const worlds = new Map<Stage, World>()
let ours: ForgetfulDatabase
let theirs: ForgetfulDatabase

beforeAll(async () => {
  const { db, ownerUrl } = await freshDatabase()
  for (const stage of stages) worlds.set(stage, await makeWorld(db, files, stage, passwords))
  ours = await openForgetful(tenantUrl(ownerUrl, 'nam_dinh', testSecret))
  theirs = await openForgetful(tenantUrl(ownerUrl, 'ha_nam', testSecret))
})

afterAll(async () => {
  await ours.close()
  await theirs.close()
})

function worldOf({ stage = 'draft' }: Permission): World {
  const world = worlds.get(stage)
  if (world === undefined) throw new Error(`no world at ${stage}`)
  return world
}

/** Each request in a tenant finds its rows as they were. */
function openTenant({ db, forget }: ForgetfulDatabase) {
  const web = openTestWeb(db, routes)
  return <Result>(run: (web: Web) => Promise<Result>) => forget(() => run(web))
}

/** A person whom the route lets in. */
const someoneWhoMay = ({ who }: Permission): Role => roles.findLast((role) => may(who, role, 'own')) ?? 'visitor'

test('the table names every route of the product, and no other', () => {
  expect(Object.keys(permissions).toSorted()).toEqual([...new Set(routes.map(nameOf))].toSorted())
})

describe('who may do what', () => {
  test.each(cases)('$name', async (one) => {
    const { permission, path } = one
    const inTenant = openTenant(ours)
    const everyone = roles.flatMap((role) => relations.map((relation) => [role, relation] as const))
    const seen: string[] = []
    for (const [role, relation] of everyone) {
      const asker = askerIn(worldOf(permission), permission, role, relation)
      const answer = await inTenant((web) => ask(web, one, asker, addressOf(path, asker.place)))
      seen.push(`${role}, ${relation}: ${told(answer, permission)}`)
    }
    const said = everyone.map(([role, relation]) => {
      return `${role}, ${relation}: ${may(permission.who, role, relation) ? 'may' : 'may not'}`
    })
    expect(seen).toEqual(said)
  })
})

/** The help is the same in all tenants; a code that opens nothing is told so in a sentence. */
const ofNoTenant = /huong-dan|sap-xep-don-vi\/moi|loi-moi|khoi-phuc\/:code/

describe('what stands in one tenant is not there in another', () => {
  test.each(withParameter.filter(({ path }) => !ofNoTenant.test(path)))('$name', async (one) => {
    const inOther = openTenant(theirs)
    const gotIn: string[] = []
    for (const role of roles) {
      const asker = askerIn(worldOf(one.permission), one.permission, role, 'own')
      const answer = await inOther((web) => ask(web, one, asker, addressOf(one.path, asker.place)))
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
    const inTenant = openTenant(ours)
    const asker = askerIn(worldOf(one.permission), one.permission, someoneWhoMay(one.permission), 'own')
    const faults: string[] = []
    for (const address of strangeAddresses(one.path, asker.place)) {
      const answer = await inTenant((web) => ask(web, one, asker, address))
      const saysWhy = ofNoTenant.test(one.path) && answer.status === 422
      if (!isRefused(answer) && !saysWhy) faults.push(`${answer.status} ${address.slice(0, 120)}`)
    }
    expect(faults).toEqual([])
  })
})

/** Who may not is turned away before a field is read: strange fields are for who may. */
function bodiesFor(permission: Permission, role: Role, place: Place) {
  if (role !== someoneWhoMay(permission)) return strangeBodies
  return [...strangeBodies, ...strangeFields(permission.form?.(place) ?? {}, Object(permission.json?.(place)))]
}

describe('nothing that is sent makes a route fail', () => {
  test.each(cases.filter(({ method }) => method === 'post'))('$name', async ({ path, permission }) => {
    const inTenant = openTenant(ours)
    const faults: string[] = []
    for (const role of new Set<Role>(['visitor', 'officer', someoneWhoMay(permission)])) {
      const { actor, place } = askerIn(worldOf(permission), permission, role, 'own')
      for (const { body, type } of bodiesFor(permission, role, place)) {
        const answer = await inTenant((web) => web.as(actor).postRaw(addressOf(path, place), body, type))
        const sent = typeof body === 'string' ? `${type} ${body}` : JSON.stringify([...body])
        if (answer.status >= 500) faults.push(`${role}: ${sent.slice(0, 200)}`)
      }
    }
    expect(faults).toEqual([])
  })

  test.each(cases.filter(({ method }) => method === 'get'))('$name', async ({ path, permission }) => {
    const inTenant = openTenant(ours)
    const { actor, place } = askerIn(worldOf(permission), permission, someoneWhoMay(permission), 'own')
    const faults: string[] = []
    for (const value of strangeValues) {
      const query = queryNames.map((name) => `${name}=${value}`).join('&')
      const answer = await inTenant((web) => web.as(actor).get(`${addressOf(path, place)}?${query}`))
      if (answer.status >= 500) faults.push(value)
    }
    expect(faults).toEqual([])
  })
})
