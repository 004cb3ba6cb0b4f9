import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { tooLarge } from './errors.tsx'

const self = ["'self'"]
const policy = 'content-security-policy'

/** No inline script or style anywhere; frames only for the papers we serve ourselves. */
const usual = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    workerSrc: self,
    styleSrc: self,
    fontSrc: self,
    imgSrc: self,
    connectSrc: self,
    frameSrc: self,
    formAction: self,
    frameAncestors: self,
    baseUri: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  xFrameOptions: 'SAMEORIGIN',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/** A response that brings a policy of its own (a stored file in its sandbox) keeps it. */
export const headers: MiddlewareHandler = async (c, next) => {
  let own: string | null = null
  await usual(c, async () => {
    await next()
    own = c.res.headers.get(policy)
  })
  if (own !== null) c.res.headers.set(policy, own)
}

/** A write must come from a page of ours: its Origin names this host, or the browser itself says so. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin')
    const ours =
      origin === undefined
        ? c.req.header('sec-fetch-site') === 'same-origin'
        : URL.canParse(origin) && new URL(origin).host === c.req.header('host')
    if (!ours) throw new Forbidden()
  }
  await next()
}

/** No name holds the character that PostgreSQL cannot keep. */
export const sayable: MiddlewareHandler = async (c, next) => {
  if (c.req.url.includes('%00')) throw new NotFound()
  await next()
}

const mostBytes = 21 * 1024 * 1024

export const size = bodyLimit({ maxSize: mostBytes, onError: tooLarge })
