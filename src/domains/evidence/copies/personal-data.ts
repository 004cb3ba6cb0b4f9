export type PersonalKind = 'email' | 'citizenId' | 'oldId' | 'telephone' | 'account' | 'birth'

export interface PersonalData {
  kind: PersonalKind
  /** As it stands in the text; this is what is covered. */
  text: string
}

const gap = String.raw`[ .\-]?`
const digits = (count: number | string) => String.raw`\d(?:${gap}\d){${count}}`
const alone = (inner: string) => String.raw`(?<![\d./-])${inner}(?![\d/]|[.-]\d)`

/** In this order: what an earlier rule has taken, a later one leaves. */
const rules: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['birth', /(?:sinh ngày|ngày sinh|năm sinh|sinh năm|NS)[\s:]*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4})/giu],
  ['account', new RegExp(String.raw`(?:số tài khoản|tài khoản(?: số)?|STK)[\s:]*(${digits('5,18')})`, 'giu')],
  ['telephone', new RegExp(alone(String.raw`(?:\+84|0)(?:${gap}\d){9}`), 'gu')],
  ['citizenId', new RegExp(alone(String.raw`0${gap}${digits(10)}`), 'gu')],
  // Nine digits before a unit of money are money.
  ['oldId', new RegExp(alone(digits(8)) + String.raw`(?!\s*(?:đồng|đ\b|VNĐ|triệu|tỷ))`, 'giu')],
]

/** What looks like data of a person, each text once; a suggestion for someone who reads the paper, never the last word. */
export function findPersonalData(text: string): PersonalData[] {
  let left = text.normalize('NFC')
  const found = new Map<string, PersonalKind>()
  for (const [kind, pattern] of rules) {
    for (const match of left.matchAll(pattern)) found.set((match[1] ?? match[0]).trim(), kind)
    left = left.replace(pattern, ' # ')
  }
  return Array.from(found, ([each, kind]) => ({ kind, text: each }))
}
