import { withoutMarks } from '#platform/fold.ts'
import { commonWords } from './common-words.ts'

/** Each is a key of the sentences in `words.*.ts` under `violations`. */
export type PasswordFault =
  | 'passwordTooShort'
  | 'passwordTooLong'
  | 'passwordPattern'
  | 'passwordCommon'
  | 'passwordOwnName'

const shortestPassword = 12
const longestPassword = 200

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

const withoutLookAlikes = (text: string) => text.replace(/[01345@$]/g, (sign) => lookAlikes[sign] ?? sign)

/** What is left between the figures and signs that people put around a word: "!matkhau@2023" is "matkhau". */
function core(text: string): string {
  const inner = text.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '')
  return withoutLookAlikes(inner).replace(/[^a-z]/g, '')
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  '!@#$%^&*()_+',
]
const sequences = [...rows, ...rows.map((row) => row.split('').reverse().join(''))]

/** Pieces of four that run along the alphabet, the figures or the keyboard. */
function runsAlong(text: string): boolean {
  let covered = 0
  let at = 0
  while (at < text.length) {
    let length = 0
    while (at + length < text.length && sequences.some((row) => row.includes(text.slice(at, at + length + 1))))
      length += 1
    covered += length >= 4 ? length : 0
    at += Math.max(1, length)
  }
  return covered >= text.length - 3
}

function isPattern(text: string): boolean {
  const repeated = /^(.{1,6}?)\1+.{0,3}$/u.test(text)
  const onlyFigures = /^[\d\s./-]+$/.test(text) && text.length < 24
  return repeated || onlyFigures || new Set(text).size < 5 || runsAlong(text)
}

/** One common word, or two side by side, whatever figures stand around and between them. */
function isCommon(text: string): boolean {
  const word = core(text)
  if (commonWords.has(word)) return true
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    if (commonWords.has(word.slice(0, cut)) && commonWords.has(word.slice(cut))) return true
  }
  return false
}

export interface PasswordOwner {
  login: string
  name: string
}

function holdsOwnName(text: string, owner: PasswordOwner): boolean {
  const squeezed = text.replace(/[^a-z0-9]/g, '')
  const login = withoutMarks(owner.login.split('@')[0] ?? '').replace(/[^a-z0-9]/g, '')
  const name = withoutMarks(owner.name).replace(/[^a-z]/g, '')
  const within = (own: string) => own.length >= 4 && squeezed.includes(own)
  return within(login) || within(name) || withoutMarks(owner.login) === text
}

/** What is wrong with a new password, or null. Long and unguessable counts; no rule asks for signs or capitals. */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  const typed = password.normalize('NFC')
  const length = Array.from(typed).length
  if (length < shortestPassword) return 'passwordTooShort'
  if (length > longestPassword) return 'passwordTooLong'
  const text = withoutMarks(typed)
  if (holdsOwnName(text, owner)) return 'passwordOwnName'
  if (isPattern(text)) return 'passwordPattern'
  return isCommon(text) ? 'passwordCommon' : null
}
