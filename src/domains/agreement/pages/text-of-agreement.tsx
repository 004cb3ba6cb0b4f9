import { useLocale } from '#ui/locale.tsx'
import { substitutesClause } from '../agreement-document.ts'
import type { CanonicalAgreement } from '../canonical-text.ts'
import { textSections } from '../text-sections.ts'
import { words } from '../words.ts'

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
  const texts = textSections(agreement)
  return (
    <div class="prose">
      <Numbered heading={t.legal_basis} texts={texts.legal_basis} />
      {agreement.opening !== '' && <p>{agreement.opening}</p>}
      <Numbered heading={t.commitment} texts={texts.commitment} />
      <Numbered heading={t.movement} texts={texts.movement} />
      <Numbered heading={t.target} texts={texts.target} />
      <Numbered heading={t.title} texts={texts.title} />
      <Numbered heading={t.organisation} texts={texts.organisation} />
      {agreement.substitutes && <p>{substitutesClause}</p>}
    </div>
  )
}
