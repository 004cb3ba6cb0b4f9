import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { Signs } from '../gather-signs.ts'
import { signPaths } from '../paths.ts'
import { words } from '../words.ts'

/** How many signs of each kind there are; nothing where there is none. */
export const SignsSheet = ({ at, signs }: { at: readonly [bloc: string, year: string]; signs: Signs }) => {
  const t = words(useLocale())
  const jumps = signs.figures.filter(({ kind }) => kind === 'jump').length
  const told = [
    { count: jumps, say: t.counts.jump },
    { count: signs.figures.length - jumps, say: t.counts.differs },
    { count: signs.evidence.length, say: t.counts.alike },
  ].filter(({ count }) => count > 0)
  if (told.length === 0) return null
  const all = signs.figures.length + signs.evidence.length
  return (
    <Sheet
      title={t.heading}
      id="dau-hieu"
      beside={<State kind="open">{String(all)}</State>}
      more={{ label: t.toList, href: signPaths.signs(...at) }}
    >
      <p>{told.map(({ count, say }) => say(count)).join('; ')}.</p>
    </Sheet>
  )
}
