import { expect, test } from 'vitest'
import { Conflict, RuleViolation } from '../src/platform/errors.ts'
import { get, post } from '../src/platform/web.ts'
import { makeCast, morning } from './cast.ts'
import { testDatabase } from './database.ts'
import { openTestWeb } from './web.ts'

const routes = [
  get('/mo', 'public', (c) => c.text('ai cũng đọc được')),
  get('/kin', 'signed-in', (c) => c.text('phải đăng nhập')),
  get(
    '/rieng',
    (actor) => actor.tenantRoles.includes('authority'),
    (c) => c.text('của cơ quan'),
  ),
  get('/vao', 'entering', (c) => c.text('cửa')),
  post('/ghi', 'signed-in', (c) => c.text('đã ghi')),
  post('/luat', 'signed-in', () => {
    throw new RuleViolation('nothing.here')
  }),
  post('/va-cham', 'signed-in', () => {
    throw new Conflict('agreement.changed', 'bản của người khác')
  }),
  get('/hong', 'public', () => {
    throw new Error('secret detail')
  }),
]

async function open() {
  const { db } = await testDatabase()
  return { cast: await makeCast(db), web: openTestWeb(db, routes) }
}

test('a public page opens for anyone, another asks to sign in and brings one back', async () => {
  const { web } = await open()
  expect((await web.as(null).get('/mo')).status).toBe(200)
  expect((await web.as(null).get('/kin?trang=2')).location).toBe('/dang-nhap?ve=%2Fkin%3Ftrang%3D2')
})

test('a role that a route does not name is refused with a page that says so', async () => {
  const { web, cast } = await open()
  expect((await web.as(cast.dung).get('/rieng')).status).toBe(200)
  const refused = await web.as(cast.an).get('/rieng')
  expect([refused.status, refused.text.includes('không thuộc quyền')]).toEqual([403, true])
})

test('someone whose role asks for a second factor is led to it from everything that is not on the way', async () => {
  const { web, cast } = await open()
  const led = { ...cast.dung, lacksSecondFactor: true }
  const answers = await Promise.all(['/mo', '/vao', '/kin', '/rieng'].map((path) => web.as(led).get(path)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 303, 303])
  expect(answers[2]?.location).toBe('/tai-khoan/xac-thuc-hai-buoc?ve=%2Fkin')
  expect((await web.as(led).post('/ghi')).location).toContain('/tai-khoan/xac-thuc-hai-buoc')
})

test('a write from another site is refused', async () => {
  const { db } = await testDatabase()
  const { an } = await makeCast(db)
  const web = openTestWeb(db, routes)
  expect((await web.as(an).post('/ghi')).status).toBe(200)
  expect((await web.as(an, { origin: 'https://elsewhere.test' }).post('/ghi')).status).toBe(403)
  expect((await web.as(an, { origin: null }).post('/ghi')).status).toBe(403)
})

test('the four errors are pages, and a fault of ours shows a number but no detail', async () => {
  const { web, cast } = await open()
  expect((await web.as(cast.an).get('/khong-co')).status).toBe(404)
  expect((await web.as(cast.an).post('/luat')).status).toBe(422)
  const conflict = await web.as(cast.an).post('/va-cham')
  expect([conflict.status, conflict.text.includes('bản của người khác')]).toEqual([409, true])
  const broken = await web.as(null).get('/hong')
  expect([broken.status, broken.text.includes('secret detail'), broken.text.includes('Mã yêu cầu')]).toEqual([
    500,
    false,
    true,
  ])
})

test('a script gets the same refusals as JSON', async () => {
  const { web, cast } = await open()
  expect(JSON.parse((await web.as(null).postQuietly('/ghi')).text)).toMatchObject({
    problem: 'Forbidden',
    door: '/dang-nhap?ve=%2F',
  })
  expect(JSON.parse((await web.as(cast.an).postQuietly('/va-cham')).text)).toMatchObject({
    theirs: 'bản của người khác',
  })
})

test('no page may run a foreign or inline script', async () => {
  const { web } = await open()
  const policy = (await web.as(null).get('/mo')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test('a shared page names the address that people know, not the one behind the proxy', async () => {
  const { db } = await testDatabase()
  const page = get('/trang', 'public', (c) =>
    c.render('chào', { title: 'Trang', shell: 'public', description: 'Một trang' }),
  )
  const web = openTestWeb(db, [page], morning, () => 'https://thidua.example.vn')
  const { text } = await web.as(null).get('/trang?q=1')
  expect(text).toContain('<link rel="canonical" href="https://thidua.example.vn/trang?q=1"/>')
})
