/** Tone marks on "oa", "oe", "uy" at the end of a syllable: the older place → the newer one. */
const tonePlaces: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

const lateTone = new RegExp(`(?<!q)(${Object.keys(tonePlaces).join('|')})(?!\\p{L})`, 'gu')

/** One character in, one out, so that offsets in the result are offsets in the text. */
function flattenCharacter(character: string): string {
  if (/[\u00a0\u2000-\u200a\u202f\u3000\t\r\v\f\ufeff\u200b]/.test(character)) return ' '
  if (/[\u2010-\u2015\u2212\u00ad\ufe58\uff0d]/.test(character)) return '-'
  const lower = character.toLowerCase()
  return lower.length === 1 ? lower : character
}

/** Lower case, plain blanks and hyphens, modern tone places: for matching only; as long as the text. */
export function flatten(text: string): string {
  let flat = ''
  for (let at = 0; at < text.length; at++) flat += flattenCharacter(text.charAt(at))
  return flat
    .replace(lateTone, (late) => tonePlaces[late] ?? late)
    .replace(/(?<!\p{L})(k|l|m)(í|ĩ)(?!\p{L})/gu, (_, initial: string, vowel: string) =>
      vowel === 'í' ? `${initial}ý` : `${initial}ỹ`,
    )
}

/** For comparing names: flat, without punctuation. */
export function keyOf(name: string): string {
  return flatten(name.normalize('NFC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function lenientLetter(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd')
  return bare === letter ? letter : `[${letter}${letter === 'đ' ? '' : unmarked(letter)}${bare}]`
}

/** The letter with its shape (â, ơ) but without its tone. */
function unmarked(letter: string): string {
  return letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC')
}

/**
 * A pattern over flat text that also finds words whose marks were lost ("giao uoc thi dua").
 * Word edges are put at both ends.
 */
export function lenient(source: string, flags = 'gu'): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${source.replace(/[à-ỹđ]/gu, lenientLetter)})(?![\\p{L}])`, flags)
}
