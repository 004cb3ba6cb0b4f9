import { formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Locale } from '#platform/words.ts'
import type { LevellingSign } from '../levelling.ts'
import { words } from '../words.ts'

function sentenceOf(sign: LevellingSign, nameOf: (unit: string) => string, locale: Locale): string {
  const t = words(locale).sign
  const units = sign.units.map(nameOf).join(', ')
  const figure = (text: string) => formatNumber(text as `${number}`, locale)
  if (sign.kind === 'full') return t.full({ units })
  if (sign.kind === 'nearTie') return t.nearTie({ units, apart: figure(sign.apart) })
  if (sign.kind === 'jump') return t.jump({ units, was: figure(sign.was), is: figure(sign.is) })
  if (sign.kind === 'mutual') return t.mutual({ units, above: figure(sign.above) })
  return t[sign.kind]({ units, points: figure(sign.points) })
}

interface SignsProps {
  signs: readonly LevellingSign[]
  nameOf: (unit: string) => string
}

/** What is worth a look, one sentence each; the same for the head before closing and for all members after. */
export const Signs = ({ signs, nameOf }: SignsProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <Sheet title={t.signs}>
      {signs.length === 0 ? (
        <p class="mute">{t.noSigns}</p>
      ) : (
        <ul>
          {signs.map((sign) => (
            <li>{sentenceOf(sign, nameOf, locale)}</li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
