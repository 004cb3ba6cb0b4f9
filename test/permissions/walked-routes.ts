import { openPictures } from '../../src/capabilities/pictures/open-pictures.ts'
import { openPdfReader } from '../../src/capabilities/signatures/uploads/pdf-reader.ts'
import { allRoutes, type RoutePieces } from '../../src/app/routes.ts'
import { openProvider } from '../../src/domains/identity/linked/provider.ts'
import { openPasswords } from '../../src/domains/identity/password/password.ts'
import { deviceCookie } from '../../src/domains/identity/sessions/device-cookie.ts'
import { sessionCookie } from '../../src/domains/identity/sessions/session-cookie.ts'
import { openSignInLimiter } from '../../src/domains/identity/sessions/sign-in-limiter.ts'
import { openUploadLimiter } from '../../src/domains/portal/check/upload-limiter.ts'
import { openLimiter } from '../../src/platform/limiter.ts'
import { testSecret } from '../global-setup.ts'
import { authorityTestPassphrase, memoryFiles, memoryParts, testRenderer } from '../signing.ts'
import { hasParameter, plainPattern } from './address.ts'
import type { Case } from './asking.ts'
import { permissions } from './table.ts'

export const files = memoryFiles()
export const passwords = openPasswords()
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

/** As the table of permissions names a route. */
export const nameOf = ({ method, path }: Pick<Case, 'method' | 'path'>) => `${method} ${plainPattern(path)}`

export const routes = allRoutes(pieces)
/** Each route with each of its lines in the table. */
export const cases = routes.flatMap(({ method, path }): (Case & { name: string })[] => {
  const lines = [permissions[nameOf({ method, path })] ?? []].flat()
  return lines.map((permission, index) => ({
    name: `${nameOf({ method, path })}${index === 0 ? '' : `, line ${index + 1}`}`,
    method,
    path,
    permission,
  }))
})
export const withParameter = cases.filter(({ path }) => hasParameter(path))

/** The help and the shipped profiles are the same in all tenants; a code that opens nothing is told so in a sentence. */
export const ofNoTenant = /huong-dan|sap-xep-don-vi\/moi|loi-moi|khoi-phuc\/:code|trao-doi-du-lieu/
