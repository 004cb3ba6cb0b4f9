import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import type { Actor } from '#platform/actor.ts'
import { newCode } from '#platform/id.ts'
import { get } from '#platform/web.ts'
import { openPasswords } from './password/password.ts'
import { safeBack } from './paths.ts'
import { findSession } from './queries.ts'
import { offeredSecret, offerSecret, switchOnSecondFactor } from './second-factor/switch-on-second-factor.ts'
import { codeAt } from './second-factor/totp.ts'
import { identityRoutes } from './routes.tsx'
import { deviceCookie } from './sessions/device-cookie.ts'
import { sessionCookie } from './sessions/session-cookie.ts'
import { openSignInLimiter } from './sessions/sign-in-limiter.ts'

const passwords = openPasswords()
const password = 'cá rô kho tộ bà nấu'
const cookie = sessionCookie(true)
const secretKey = 'một bí mật của nơi cài đặt thử'

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const pieces = {
    passwords,
    cookie,
    device: deviceCookie({ isSecure: true, secretKey }),
    secretKey,
    limiter: openSignInLimiter(),
    addressOf: () => '10.0.0.7',
    originOf: () => 'https://thidua.test',
    announce: async () => {},
    unitsOf: async () => [],
    leadsUnit: async () => false,
    endingsOf: async () => [],
    scopesOf: async () => [],
    scopeNames: async () => new Map<string, string>(),
    unitNames: async (_db: unknown, units: readonly string[]) => new Map(units.map((unit) => [unit, `Đơn vị ${unit}`])),
  }
  const probe = get('/bao-gio', 'signed-in', (c) => c.text('trong'))
  const web = openTestWeb(db, [...identityRoutes(pieces), probe])
  const loginOf = async (actor: Actor) =>
    (await db.selectFrom('account').select('login').where('id', '=', actor.account).executeTakeFirstOrThrow()).login
  const give = async (actor: Actor) =>
    db
      .updateTable('account')
      .set({ password_hash: await passwords.hash(password) })
      .where('id', '=', actor.account)
      .execute()
  return { db, cast, web, loginOf, give }
}

const tokenOf = (headers: Headers) => cookie.tokenIn(headers.getSetCookie()[0]?.split(';')[0])

describe('the door', () => {
  test('lets a person in, back to where they were going, with a cookie no script reads', async () => {
    const { db, cast, web, loginOf, give } = await open()
    await give(cast.an)
    const asked = await web.as(null).get('/bao-gio')
    expect(asked.location).toBe('/dang-nhap?ve=%2Fbao-gio')
    const answer = await web.as(null).post('/dang-nhap?ve=%2Fbao-gio', { login: await loginOf(cast.an), password })
    expect([answer.status, answer.location]).toEqual([303, '/bao-gio'])
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-giao_uoc='))
    expect(set).toMatch(/Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax/)
    expect(await findSession(db, tokenOf(answer.headers) ?? '', morning)).toMatchObject({ id: cast.an.account })
  })

  test('says one sentence for a wrong password and an unknown login, keeps the login and not the password', async () => {
    const { cast, web, loginOf, give } = await open()
    await give(cast.an)
    const sentence = 'Tên đăng nhập hoặc mật khẩu chưa đúng'
    const login = await loginOf(cast.an)
    const typed = 'một mật khẩu khác'
    const wrong = await web.as(null).post('/dang-nhap', { login, password: typed })
    const unknown = await web.as(null).post('/dang-nhap', { login: 'khong.ai', password: typed })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect([wrong.text.includes(sentence), unknown.text.includes(sentence)]).toEqual([true, true])
    expect([wrong.text.includes(login), wrong.text.includes(typed)]).toEqual([true, false])
  })

  test('marks what was left empty', async () => {
    const { web } = await open()
    const answer = await web.as(null).post('/dang-nhap', { login: '', password: '' })
    expect([answer.status, answer.text.includes('href="#login"')]).toEqual([422, true])
  })

  test.each([
    ['/khoi/mttq/2023?xem=2', '/khoi/mttq/2023?xem=2'],
    ['//evil.test', '/viec-can-lam'],
    ['https://evil.test', '/viec-can-lam'],
    ['/\\evil.test', '/viec-can-lam'],
    ['/%09/evil.test', '/%09/evil.test'],
    ['/\t/evil.test', '/viec-can-lam'],
    ['/..//evil.test', '/viec-can-lam'],
    ['/%2e//evil.test', '/viec-can-lam'],
    [undefined, '/viec-can-lam'],
  ])('leads on to a page of this site only: %s', (asked, back) => expect(safeBack(asked)).toBe(back))

  test('shows out and forgets the cookie', async () => {
    const { cast, web } = await open()
    const answer = await web.as(cast.an).post('/dang-xuat')
    expect([answer.status, answer.location]).toEqual([303, '/dang-nhap'])
    expect(answer.headers.getSetCookie()[0]).toContain('__Host-giao_uoc=; Max-Age=0')
  })
})

describe('the password once more', () => {
  test('leads back to where one was, with a new token', async () => {
    const { db, cast, web, loginOf, give } = await open()
    await give(cast.an)
    const entered = await web.as(null).post('/dang-nhap', { login: await loginOf(cast.an), password })
    const session = await findSession(db, tokenOf(entered.headers) ?? '', morning)
    const an = { ...cast.an, session: session?.session ?? null }
    const page = await web.as(an).get('/xac-nhan?ve=/khoi/mttq/2023')
    expect([page.status, page.text.includes('/xac-nhan?ve=%2Fkhoi%2Fmttq%2F2023')]).toEqual([200, true])
    // The page behind it would ask again: who does not confirm leaves for the tasks.
    expect(page.text).toContain('href="/viec-can-lam"')
    expect(page.text).not.toContain('href="/khoi/mttq/2023"')
    const wrong = await web.as(an).post('/xac-nhan?ve=/khoi/mttq/2023', { password: 'một mật khẩu khác' })
    expect([wrong.status, wrong.text.includes('Mật khẩu chưa đúng')]).toEqual([422, true])
    const right = await web.as(an).post('/xac-nhan?ve=/khoi/mttq/2023', { password })
    expect([right.status, right.location]).toEqual([303, '/khoi/mttq/2023'])
    expect(await findSession(db, tokenOf(right.headers) ?? '', morning)).toMatchObject({ steppedUpAt: morning })
    expect(await findSession(db, tokenOf(entered.headers) ?? '', morning)).toBeUndefined()
  })
})

const invited = (way = 'slip') => ({
  fullName: 'Đỗ Hải Yến'.normalize('NFD'),
  login: `Yen.${newCode(8)}`,
  email: 'yen@namdinh.test',
  way,
})

const codeIn = (text: string) => /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(text)?.[0] ?? ''

describe('an invitation', () => {
  test('is printed once and opens an account that is signed in at once', async () => {
    const { db, cast, web } = await open()
    const form = invited()
    const slip = await web.as(cast.em).post('/quan-tri/nguoi-dung', form)
    expect([slip.status, slip.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(slip.text).toContain('Đỗ Hải Yến'.normalize('NFC'))
    expect(slip.text).toContain('https://thidua.test/loi-moi')
    const typed = await web.as(null).post('/loi-moi', { code: codeIn(slip.text).toLowerCase() })
    expect(typed.location).toBe(`/loi-moi/${codeIn(slip.text)}`)
    const page = await web.as(null).get(typed.location ?? '')
    expect([page.status, page.text.includes(form.login.toLowerCase())]).toEqual([200, true])
    const opened = await web.as(null).post(typed.location ?? '', { password, again: password })
    expect([opened.status, opened.location]).toEqual([303, '/viec-can-lam'])
    expect(await findSession(db, tokenOf(opened.headers) ?? '', morning)).toMatchObject({
      login: form.login.toLowerCase(),
    })
    const again = await web.as(null).get(typed.location ?? '')
    expect([again.status, again.text.includes('Mã này đã được dùng')]).toEqual([422, true])
  })

  test('with a weak password says so at the field, and the code stays good', async () => {
    const { cast, web } = await open()
    const code = codeIn((await web.as(cast.em).post('/quan-tri/nguoi-dung', invited())).text)
    const weak = await web.as(null).post(`/loi-moi/${code}`, { password: 'matkhau123456', again: 'matkhau123456' })
    expect([weak.status, weak.text.includes('href="#password"')]).toEqual([422, true])
    expect((await web.as(null).get(`/loi-moi/${code}`)).status).toBe(200)
  })

  test('that is wrong comes back with what was typed', async () => {
    const { cast, web } = await open()
    const answer = await web.as(cast.em).post('/quan-tri/nguoi-dung', { ...invited('mail'), email: '', login: 'Ý' })
    expect(answer.status).toBe(422)
    expect(
      ['href="#login"', 'href="#email"', 'Đỗ Hải Yến'.normalize('NFC')].every((part) => answer.text.includes(part)),
    ).toBe(true)
  })

  test('by mail shows no code', async () => {
    const { cast, web } = await open()
    const answer = await web.as(cast.dung).post('/quan-tri/nguoi-dung', invited('mail'))
    expect([answer.status, answer.location]).toEqual([303, expect.stringContaining('?da-gui=1')])
    const page = await web.as(cast.dung).get(answer.location ?? '')
    expect([page.text.includes('Đã gửi lời mời'), codeIn(page.text)]).toEqual([true, ''])
  })

  test('unknown, or withdrawn, tells what to do', async () => {
    const { cast, web } = await open()
    const unknown = await web.as(null).post('/loi-moi', { code: newCode(16) })
    expect([unknown.status, unknown.text.includes('Không có lời mời nào mang mã này')]).toEqual([422, true])
    const slip = await web.as(cast.em).post('/quan-tri/nguoi-dung', invited())
    const person = /href="(\/quan-tri\/nguoi-dung\/[0-9a-f-]{36})"/.exec(slip.text)?.[1] ?? ''
    expect((await web.as(cast.em).post(`${person}/loi-moi/rut`)).status).toBe(303)
    const withdrawn = await web.as(null).get(`/loi-moi/${codeIn(slip.text)}`)
    expect([withdrawn.status, withdrawn.text.includes('đã được rút')]).toEqual([422, true])
    const renewed = await web.as(cast.em).post(`${person}/loi-moi`, { way: 'slip' })
    expect((await web.as(null).get(`/loi-moi/${codeIn(renewed.text)}`)).status).toBe(200)
  })
})

describe('the people of a tenant', () => {
  test('are shown to the administrator and the authority, and found without marks', async () => {
    const { cast, web } = await open()
    for (const actor of [cast.em, cast.dung]) {
      const page = await web.as(actor).get('/quan-tri/nguoi-dung?q=nguyen thi ngoc anh')
      expect([page.status, page.text.includes('Nguyễn Thị Ngọc Ánh')]).toEqual([200, true])
    }
    expect((await web.as(cast.em).get('/quan-tri/nguoi-dung?q=khong-co-ai')).text).toContain('Không tìm thấy ai')
    expect((await web.as(cast.an).get('/quan-tri/nguoi-dung')).status).toBe(403)
    expect((await web.as(cast.an).get(`/quan-tri/nguoi-dung/${cast.binh.account}`)).status).toBe(403)
    expect((await web.as(cast.em).get('/quan-tri/nguoi-dung/khong-phai-ma')).status).toBe(404)
  })

  test('are given roles by the administrator, who says the password first', async () => {
    const { cast, web } = await open()
    const path = `/quan-tri/nguoi-dung/${cast.an.account}`
    const tired = { ...cast.em, steppedUpAt: null }
    expect((await web.as(tired).get(path)).text).toContain(`/xac-nhan?ve=${encodeURIComponent(`${path}#vai-tro`)}`)
    expect((await web.as(tired).post(`${path}/vai-tro`, { role: 'authority' })).location).toContain('/xac-nhan')
    expect((await web.as(cast.dung).post(`${path}/vai-tro`, { role: 'authority' })).status).toBe(403)
    expect((await web.as(cast.em).post(`${path}/vai-tro`, { role: 'authority' })).status).toBe(303)
    const page = await web.as(cast.em).get(path)
    expect([page.text.includes('giao vai trò'), page.text.includes('Thôi giao')]).toEqual([true, true])
    expect((await web.as(cast.em).post(`${path}/vai-tro/authority/ket-thuc`)).status).toBe(303)
    const twice = await web.as(cast.em).post(`${path}/vai-tro/authority/ket-thuc`)
    expect([twice.status, twice.text.includes('không giữ vai trò ấy')]).toEqual([422, true])
  })
})

test('a person leaves by a page that shows what ends; nobody signs in with the account again', async () => {
  const { db, cast, web, loginOf, give } = await open()
  await give(cast.an)
  const person = `/quan-tri/nguoi-dung/${cast.an.account}`
  const path = `/nguoi/${cast.an.account}/roi-di`
  const typed = { login: await loginOf(cast.an), password }
  const { headers } = await web.as(null).post('/dang-nhap', typed)
  expect(await findSession(db, tokenOf(headers) ?? '', morning)).toBeDefined()
  expect((await web.as(cast.em).get(person)).text).toContain(`href="${path}"`)
  expect((await web.as(cast.dung).get(path)).status).toBe(403)
  expect((await web.as({ ...cast.em, steppedUpAt: null }).get(path)).text).not.toContain('name="reason"')
  expect((await web.as(cast.em).get(path)).text).toContain('Những gì chấm dứt ngay hôm nay')
  const empty = await web.as(cast.em).post(path, { reason: '', document: '' })
  expect([empty.status, empty.text.includes('href="#reason"')]).toEqual([422, true])
  const form = { reason: 'Nghỉ hưu', document: 'Quyết định 45' }
  expect((await web.as(cast.em).post(path, form)).location).toBe(path)
  expect((await web.as(cast.em).get(path)).text).toContain('Tài khoản đã đóng')
  expect(await findSession(db, tokenOf(headers) ?? '', morning)).toBeUndefined()
  expect((await web.as(null).post('/dang-nhap', typed)).status).toBe(422)
  const back = await web.as(cast.em).post(`${person}/moi-lai`, { way: 'slip' })
  expect(back.text).toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)
})

describe('the second factor', () => {
  const page = '/tai-khoan/xac-thuc-hai-buoc'

  /** An with a phone. */
  async function openWithPhone() {
    const opened = await open()
    await opened.give(opened.cast.an)
    const env = { now: morning, secretKey }
    const pending = offerSecret(opened.cast.an.account, env)
    const secret = offeredSecret(pending, opened.cast.an.account, env)
    const switchOn = { pending, code: codeAt(secret, morning) }
    return { ...opened, codes: await switchOnSecondFactor(opened.db, opened.cast.an, switchOn, env) }
  }

  test('is switched on with a picture, and shows its codes once', async () => {
    const { cast, web } = await open()
    expect((await web.as({ ...cast.an, steppedUpAt: null }).get(`${page}/bat`)).location).toContain('/xac-nhan')
    const shown = await web.as(cast.an).get(`${page}/bat`)
    expect([shown.text.includes('<svg class="qr"'), /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.test(shown.text)]).toEqual([
      true,
      true,
    ])
    const pending = /name="pending" value="([^"]+)"/.exec(shown.text)?.[1] ?? ''
    const wrong = await web.as(cast.an).post(`${page}/bat`, { pending, code: '000000' })
    expect([wrong.status, wrong.text.includes(pending)]).toEqual([422, true])
    const secret = offeredSecret(pending, cast.an.account, { now: morning, secretKey })
    const codes = await web.as(cast.an).post(`${page}/bat`, { pending, code: codeAt(secret, morning) })
    expect(codes.text.match(/<code>([0-9A-Z]{4}-){3}[0-9A-Z]{4}<\/code>/g)).toHaveLength(10)
    expect((await web.as(cast.an).get(page)).text).toContain('10 trong 10 mã')
    expect((await web.as(cast.an).post(`${page}/ma-khoi-phuc`)).text).toContain('Các mã này chỉ hiện một lần')
    expect((await web.as(cast.an).post(`${page}/tat`)).location).toBe(page)
    expect((await web.as(cast.an).post(`${page}/tat`)).status).toBe(422)
  })

  test('puts a second page behind the password, which nobody sees without it', async () => {
    const { web, cast, loginOf } = await openWithPhone()
    const answer = await web.as(null).post('/dang-nhap?ve=%2Fbao-gio', { login: await loginOf(cast.an), password })
    expect(answer.location).toBe('/dang-nhap/ma?ve=%2Fbao-gio')
    const cookies = answer.headers.getSetCookie().map((one) => one.split('=')[0])
    expect(cookies).toEqual(['__Host-giao_uoc_nua'])
    expect((await web.as(null).get('/dang-nhap/ma')).location).toBe('/dang-nhap')
    expect((await web.as(null).post('/dang-nhap/ma', { code: '123456' })).status).toBe(303)
    expect((await web.as(cast.an).get('/xac-nhan')).text).toContain('name="code"')
    expect((await web.as(cast.binh).get('/xac-nhan')).text).not.toContain('name="code"')
  })

  test('lets in with the code, and the browser is known from then on', async () => {
    const { web, cast, loginOf, codes } = await openWithPhone()
    const login = await loginOf(cast.an)
    const first = await web.as(null).post('/dang-nhap', { login, password })
    const half = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const page = await web.as(null, { cookie: half }).get('/dang-nhap/ma')
    expect(page.text).toContain(`Còn một bước nữa, ${cast.an.name}.`)
    expect((await web.as(null, { cookie: half }).post('/dang-nhap/ma', { code: '000000' })).status).toBe(422)
    const entered = await web.as(null, { cookie: half }).post('/dang-nhap/ma', { code: codes[0] ?? '' })
    expect(entered.location).toBe('/tai-khoan/xac-thuc-hai-buoc?da-dung=ma-khoi-phuc')
    const set = entered.headers.getSetCookie()
    const known = set.find((one) => one.startsWith('__Host-giao_uoc_may='))?.split(';')[0] ?? ''
    expect(set.map((one) => one.split('=')[0])).toEqual(expect.arrayContaining(['__Host-giao_uoc']))

    for (let time = 0; time < 10; time += 1) await web.as(null).post('/dang-nhap', { login, password: 'sai' })
    expect((await web.as(null).post('/dang-nhap', { login, password })).status).toBe(422)
    expect((await web.as(null, { cookie: known }).post('/dang-nhap', { login, password })).location).toBe(
      '/dang-nhap/ma',
    )
  })

  test('is asked before anything else of whoever must have it', async () => {
    const { cast, web } = await open()
    const led = { ...cast.an, lacksSecondFactor: true }
    expect((await web.as(led).get('/bao-gio')).location).toContain(page)
    const shown = await web.as(led).get(page)
    expect([shown.status, shown.text.includes('Bật xong mới làm được việc khác')]).toEqual([200, true])
    expect((await web.as(led).get(`${page}/bat`)).status).toBe(200)
    expect((await web.as(led).post('/dang-xuat')).location).toBe('/dang-nhap')
  })

  test('is required by rules that the administrator sets', async () => {
    const { cast, web } = await open()
    const rules = '/quan-tri/xac-thuc-hai-buoc'
    expect((await web.as(cast.dung).get(rules)).status).toBe(403)
    expect((await web.as(cast.em).post(rules, { leader: '32/01/2030' })).status).toBe(422)
    expect((await web.as(cast.em).post(rules, { leader: '01/02/2030' })).location).toBe(`${rules}?da-luu=1`)
    expect((await web.as(cast.em).get(rules)).text).toContain('value="01/02/2030"')
    expect((await web.as(cast.em).post(rules, { leader: '' })).status).toBe(303)
  })

  test('opens a door that strangers keep shut, by a recovery code', async () => {
    const { cast, web, loginOf, codes } = await openWithPhone()
    const login = await loginOf(cast.an)
    for (let time = 0; time < 10; time += 1) await web.as(null).post('/dang-nhap', { login, password: 'sai' })
    const shut = await web.as(null).post('/dang-nhap', { login, password })
    expect([shut.status, shut.text.includes('name="code"')]).toEqual([422, true])
    const opened = await web.as(null).post('/dang-nhap', { login, password, code: codes[0] ?? '' })
    expect(opened.location).toBe('/viec-can-lam')
  })
})

describe('one’s own account', () => {
  test('shows devices, ends others, and changes the password', async () => {
    const { cast, web, loginOf, give } = await open()
    await give(cast.an)
    const login = await loginOf(cast.an)
    for (let time = 0; time < 2; time += 1) await web.as(null).post('/dang-nhap', { login, password })
    const page = await web.as(cast.an).get('/tai-khoan')
    expect(page.status).toBe(200)
    const [end] = /\/tai-khoan\/phien\/[0-9a-f-]{36}\/ket-thuc/.exec(page.text) ?? ['']
    expect((await web.as(cast.binh).post(end)).status).toBe(404)
    expect((await web.as(cast.an).post(end)).location).toBe('/tai-khoan')
    expect((await web.as(cast.an).post('/tai-khoan/phien/ket-thuc')).location).toBe('/tai-khoan')
    expect((await web.as(cast.an).get('/tai-khoan')).text).not.toContain('/ket-thuc')
    const wrong = { present: 'một mật khẩu khác', password: 'thuyền thúng lắc lư', again: 'thuyền thúng lắc lư' }
    const refused = await web.as(cast.an).post('/tai-khoan/mat-khau', wrong)
    expect([refused.status, refused.text.includes('href="#present"')]).toEqual([422, true])
    const changed = await web.as(cast.an).post('/tai-khoan/mat-khau', { ...wrong, present: password })
    expect([changed.status, changed.location]).toEqual([303, '/tai-khoan?da-doi=mat-khau'])
  })

  test('keeps language and background, also a visitor’s', async () => {
    const { cast, web } = await open()
    const visitor = await web.as(null).post('/tuy-chon', { locale: 'en', returnTo: '/dang-nhap' })
    expect([visitor.location, visitor.headers.getSetCookie()[0]]).toEqual([
      '/dang-nhap',
      expect.stringContaining('ngon_ngu=en'),
    ])
    const own = await web.as(cast.an).post('/tuy-chon', { theme: 'dark', returnTo: 'https://evil.test' })
    expect([own.location, own.headers.getSetCookie()[0]]).toEqual([
      '/viec-can-lam',
      expect.stringContaining('giao_dien=dark'),
    ])
    expect((await web.as({ ...cast.an, locale: 'en' }).get('/tai-khoan')).text).toContain('My account')
  })

  test('chooses for which of one’s own units one works', async () => {
    const { cast, web } = await open()
    const other = cast.units[0] ?? ''
    const an: Actor = { ...cast.an, units: [...cast.an.units, { unit: other, role: 'officer' }] }
    expect((await web.as(an).get('/tai-khoan')).text).toContain(`Đơn vị ${other}`)
    expect((await web.as(an).post('/tai-khoan/don-vi', { unit: other, returnTo: '/khoi' })).location).toBe('/khoi')
    expect((await web.as(cast.an).post('/tai-khoan/don-vi', { unit: other })).status).toBe(403)
  })
})
