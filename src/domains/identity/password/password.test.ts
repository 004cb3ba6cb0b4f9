import { describe, expect, test } from 'vitest'
import { openPasswords } from './password.ts'
import { passwordFault } from './password-rules.ts'

const owner = { login: 'ngoc.anh@namdinh.test', name: 'Nguyễn Thị Ngọc Ánh' }
const fault = (password: string) => passwordFault(password, owner)

describe('a new password', () => {
  test('is long enough, counted in letters and not in bytes', () => {
    expect(fault('mưa rơi ở ga')).toBeNull()
    expect(fault('mưa rơi ở ga'.normalize('NFD').slice(0, 12))).toBe('passwordTooShort')
    expect(fault('x9 '.repeat(80))).toBe('passwordTooLong')
  })

  test.each(['matkhau12345', 'Mật khẩu 2023!', 'P@ssw0rd1234', 'vietnamvodich', 'ThiDua@2023!!!', 'anhyeuem14022020'])(
    'made of common words is refused: %s',
    (password) => expect(fault(password)).toBe('passwordCommon'),
  )

  test.each(['tranvanbinh1975', 'lethithuylinh'])('made of a name is refused: %s', (password) =>
    expect(fault(password)).toBe('passwordCommon'),
  )

  test.each([
    '123456789012',
    '0912 345 678',
    '23/02/2023 08',
    'abcabcabcabc',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    '!@#$%^&*()_+',
    'aaaaaaabbbbb',
  ])('that follows a pattern is refused: %s', (password) => expect(fault(password)).toBe('passwordPattern'))

  test('does not hold its owner’s name or login', () => {
    expect(fault('Nguyễn Thị Ngọc Ánh 75')).toBe('passwordOwnName')
    expect(fault('nha cua ngocanh day')).toBe('passwordOwnName')
  })

  test.each([
    'cá rô kho tộ bà nấu',
    'correct horse battery',
    'thuyền thúng lắc lư',
    'xe đạp cũ 3 bánh',
    'Qm7wZp3vTk9x',
  ])('that nobody guesses is taken: %s', (password) => expect(fault(password)).toBeNull())
})

describe('a kept password', () => {
  test('is found again whether it was typed composed or decomposed', async () => {
    const passwords = openPasswords()
    const stored = await passwords.hash('cá rô kho tộ'.normalize('NFD'))
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(await passwords.verify(stored, 'cá rô kho tộ'.normalize('NFC'))).toBe(true)
    expect(await passwords.verify(stored, 'cá rô kho tô')).toBe(false)
  })

  test('answers no when there is none, and many at once all get their answer', async () => {
    const passwords = openPasswords(2)
    const answers = await Promise.all(Array.from({ length: 6 }, () => passwords.verify(null, 'cá rô kho tộ')))
    expect(answers).toEqual(Array(6).fill(false))
  })
})
