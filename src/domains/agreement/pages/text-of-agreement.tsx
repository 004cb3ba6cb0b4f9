import { useLocale } from '#ui/locale.tsx'
import { substitutesClause } from '../agreement-document.ts'
import type { CanonicalAgreement } from '../canonical-text.ts'
import { words } from '../words.ts'

const period = ({ from, to }: { from: string; to: string }) => [from, to].filter((year) => year !== '').join('–')

const Numbered = ({ heading, texts }: { heading: string; texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <section>
      <h3>{heading}</h3>
      <ol>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ol>
    </section>
  )

/** The fixed text in the order of the paper, read from the canonical text itself. */
export const TextOfAgreement = ({ agreement }: { agreement: CanonicalAgreement }) => {
  const t = words(useLocale()).sections
  const movements = agreement.movements.map((movement) => `${movement.title} ${period(movement)}`.trim())
  const targets = agreement.targets.map(({ text, plan, measure, unit }) =>
    [text, `${plan} ${measure}`.trim(), unit].filter((part) => part !== '').join(', '),
  )
  const titles = agreement.titles.map(({ text, unit }) => (unit === '' ? text : `${unit}: ${text}`))
  return (
    <div class="prose">
      <Numbered heading={t.legal_basis} texts={agreement.legalBases} />
      {agreement.opening !== '' && <p>{agreement.opening}</p>}
      <Numbered heading={t.commitment} texts={agreement.commitments} />
      <Numbered heading={t.movement} texts={movements} />
      <Numbered heading={t.target} texts={targets} />
      <Numbered heading={t.title} texts={titles} />
      <Numbered heading={t.organisation} texts={agreement.organisation} />
      {agreement.substitutes && <p>{substitutesClause}</p>}
    </div>
  )
}
