import { evidencePaths } from '#domains/evidence/paths.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { sayFactDoubt } from '../../engine/fact-doubt-words.ts'
import { printedIn } from '../../sheets/leaf.ts'
import type { Doubtful } from '../gather-doubtful.ts'
import { words } from '../words.ts'

interface DoubtfulSheetProps {
  doubtful: Doubtful
  nameOf: (unit: string) => string
  year: { bloc: string; label: string }
}

const Pair = ({
  pair,
  nameOf,
  year,
}: Omit<DoubtfulSheetProps, 'doubtful'> & { pair: Doubtful['evidence'][number] }) => {
  const t = words(useLocale())
  return (
    <li>
      <a href={evidencePaths.piece(year.bloc, year.label, pair.evidence)}>{pair.title}</a>{' '}
      {t.alikeOf(nameOf(pair.unit))}: {pair.other_title} ({pair.other_unit_name})
    </li>
  )
}

/** Figures that are hard to believe and evidence that shows the same twice, before a result is made known. */
export const DoubtfulSheet = ({ doubtful, nameOf, year }: DoubtfulSheetProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { facts, evidence } = doubtful
  if (facts.length === 0 && evidence.length === 0) return null
  return (
    <Sheet title={t.doubtful}>
      <ul>
        {facts.map((fact) => (
          <li>
            {nameOf(fact.unit)}, {printedIn(fact.label, locale)} = {fact.value.replace('.', ',')}:{' '}
            {sayFactDoubt(fact, locale)}
          </li>
        ))}
        {evidence.map((pair) => (
          <Pair pair={pair} nameOf={nameOf} year={year} />
        ))}
      </ul>
    </Sheet>
  )
}
