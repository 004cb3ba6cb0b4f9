import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { morning } from '../../../../test/cast.ts'
import { newId } from '#platform/id.ts'
import type { Web } from '#platform/web.ts'
import { deviceCookie } from './device-cookie.ts'

const secretKey = 'một bí mật của nơi cài đặt thử'
const monthsLater = (months: number) => new Date(morning.getTime() + months * 30 * 86_400_000)

/** A browser that signs in and is asked what mark it carries. */
function openBrowser({ isSecure = true, secret = secretKey } = {}) {
  const device = deviceCookie({ isSecure, secretKey: secret })
  let now = morning
  const web = new Hono<Web>()
  web.use(async (c, next) => {
    c.set('now', now)
    await next()
  })
  web.get('/in/:account', (c) => {
    device.write(c, c.req.param('account'))
    return c.text('')
  })
  web.get('/mark/:account', (c) => c.text(device.markFor(c, c.req.param('account')) ?? 'stranger'))
  let cookie = ''
  const ask = (path: string) => web.request(path, { headers: { cookie } })
  return {
    at: (moment: Date) => {
      now = moment
    },
    hold: (value: string) => {
      cookie = value
    },
    cookie: () => cookie,
    signIn: async (account: string) => {
      const set = (await ask(`/in/${account}`)).headers.getSetCookie()[0] ?? ''
      cookie = set.split(';')[0] ?? ''
      return set
    },
    mark: async (account: string) => (await ask(`/mark/${account}`)).text(),
  }
}

test('a browser is known to those who signed in with it, and gets a new mark each time', async () => {
  const browser = openBrowser()
  const [an, binh] = [newId(), newId()]
  expect(await browser.mark(an)).toBe('stranger')
  expect(await browser.signIn(an)).toMatch(/^__Host-giao_uoc_may=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const first = await browser.mark(an)
  await browser.signIn(binh)
  expect(await browser.mark(an)).toBe(first)
  expect(await browser.mark(binh)).not.toBe('stranger')
  await browser.signIn(an)
  expect(await browser.mark(an)).not.toBe(first)
})

test('a mark is nobody else’s, cannot be written by hand, and runs out', async () => {
  const browser = openBrowser()
  const [an, binh] = [newId(), newId()]
  await browser.signIn(an)
  const held = browser.cookie()
  browser.hold(held.replace(an, binh))
  expect(await browser.mark(binh)).toBe('stranger')
  browser.hold(held)
  browser.at(monthsLater(7))
  expect(await browser.mark(an)).toBe('stranger')
  const elsewhere = openBrowser({ secret: 'một bí mật khác của nơi khác' })
  elsewhere.hold(held)
  expect(await elsewhere.mark(an)).toBe('stranger')
})

test('a machine that many share remembers the last five', async () => {
  const browser = openBrowser()
  const people = Array.from({ length: 6 }, newId)
  for (const person of people) await browser.signIn(person)
  const known = await Promise.all(people.map(async (person) => (await browser.mark(person)) !== 'stranger'))
  expect(known).toEqual([false, true, true, true, true, true])
})
