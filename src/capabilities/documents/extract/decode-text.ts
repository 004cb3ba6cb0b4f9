import { fromTcvn3, fromVni } from './old-vietnamese.ts'

type Decoding = (bytes: Uint8Array) => string | null

function decodeAs(label: string): Decoding {
  return (bytes) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
}

const utf8 = decodeAs('utf-8')
const windows1252 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)
const windows1258 = (bytes: Uint8Array) => new TextDecoder('windows-1258').decode(bytes)

const byteOrderMarks: readonly { readonly begins: readonly number[]; readonly decode: Decoding }[] = [
  { begins: [0xef, 0xbb, 0xbf], decode: utf8 },
  { begins: [0xff, 0xfe], decode: decodeAs('utf-16le') },
  { begins: [0xfe, 0xff], decode: decodeAs('utf-16be') },
]

/** UTF-16 without a mark: its blanks and Latin letters leave every other byte zero. */
function wideDecoding(bytes: Uint8Array): Decoding | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length / 10) return null
  return decodeAs(odd > even ? 'utf-16le' : 'utf-16be')
}

const frequent =
  /(?<!\p{L})(?:và|của|các|đã|năm|ngày|tỉnh|trong|được|thi đua|đơn vị|tại|với|khối|cụm|hội|nghị|những|là|thực hiện|thưởng)(?!\p{L})/giu
const vietnamese = /^[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]+$/iu

/** How much a text looks like Vietnamese: frequent words, less what no Vietnamese word can be. */
function likeness(text: string): number {
  const words = text.normalize('NFC').match(/\p{L}+/gu) ?? []
  const broken = words.filter((word) => !vietnamese.test(word) || /\p{Ll}\p{Lu}/u.test(word)).length
  if (words.length === 0 || broken > words.length * 0.03) return 0
  return (text.normalize('NFC').match(frequent)?.length ?? 0) / words.length
}

/** Of several readings the one that is clearly Vietnamese; none when none is. */
function likeliest(readings: readonly string[]): string | null {
  const rated = readings.map((text) => ({ text, rate: likeness(text) })).toSorted((a, b) => b.rate - a.rate)
  const [best] = rated
  return best && best.rate >= 0.04 ? best.text : null
}

const oldReadings = (text: string) => [fromTcvn3(text), fromVni(text)]
/** Letters that old fonts leave in a text that was saved as Unicode without being converted. */
const oldTraces = /[®¸·µ¶¹¬«¨©ª§\u00ad]\p{L}|\p{L}[®¸µ¶¹¬«¨©ª]|\p{L}[øûïåä]|\p{L}ö(?:ù|ø|û|õ|ï)/gu
const doubled = /á»|áº|Ä‘|Æ°|Ã[\u00a0-\u00bf]/gu

function times(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Bytes of another encoding, read two by two, come out as letters of another script. */
function isForeign(text: string): boolean {
  return times(text, /(?!\p{Script=Latin})\p{L}/gu) > times(text, /\p{L}/gu) * 0.05
}

function readUnicode(text: string): string | null {
  if (text.includes('\ufffd') || times(text, doubled) > 3 || isForeign(text)) return null
  return times(text, oldTraces) < 4 || likeness(text) >= 0.04 ? text : likeliest(oldReadings(text))
}

function decode(bytes: Uint8Array): string | null {
  const marked = byteOrderMarks.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))
  const unicode = (marked?.decode ?? wideDecoding(bytes) ?? utf8)(bytes)
  if (unicode !== null) return readUnicode(unicode.replace(/^\ufeff/u, ''))
  return marked ? null : likeliest([windows1258(bytes), ...oldReadings(windows1252(bytes))])
}

/** Text of unknown encoding, NFC; null when it cannot be told, or when several are mixed. */
export function decodeText(bytes: Uint8Array): string | null {
  return decode(bytes)?.normalize('NFC') ?? null
}
