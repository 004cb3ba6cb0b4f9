/** The two office encodings from before Unicode, as texts of Windows-1252 characters. */

/** TCVN3 (ABC fonts): one character a letter. */
const tcvn3Letters: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị',
    'ßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ',
  ]
    .join('')
    .match(/../gsu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]) ?? [],
)

export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/gu, (letter) => tcvn3Letters[letter] ?? letter)
}

const circumflex = '\u0302'
const breve = '\u0306'
const [acute, grave, hook, tilde, dot] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']

/** VNI: a base letter followed by the character that stands for its marks. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
}

const vniLetters: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

function cased(letter: string, from: string): string {
  return from === from.toLowerCase() ? letter : letter.toUpperCase()
}

function vniLetter(letter: string): string {
  const plain = vniLetters[letter.toLowerCase()]
  return plain === undefined ? letter : cased(plain, letter)
}

export function fromVni(text: string): string {
  const marks = Object.keys(vniMarks).join('')
  return text
    .replace(
      new RegExp(`([aeouyôö])([${marks}])|[ôöñæóòî]`, 'giu'),
      (whole, base: string | undefined, mark: string | undefined) =>
        base === undefined || mark === undefined
          ? vniLetter(whole)
          : vniLetter(base) + (vniMarks[mark.toLowerCase()] ?? ''),
    )
    .normalize('NFC')
}
