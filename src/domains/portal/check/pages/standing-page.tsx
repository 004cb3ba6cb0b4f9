import { LinkButton } from '#ui/button.tsx'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { OurDocument } from '../check-file.ts'
import { DocumentFacts } from './document-facts.tsx'
import { StandingNotice } from './result-page.tsx'

/** A code of ours whose text the public may not read: that it exists and what became of it. */
export const StandingPage = ({ ours }: { ours: OurDocument }) => {
  const t = words(useLocale()).check
  return (
    <>
      <Hero title={t.title} lead={t.lead} />
      <StandingNotice ours={ours} />
      <PublicSection title={t.facts}>
        <DocumentFacts ours={ours} facts={[]} />
      </PublicSection>
      <p class="public-more">
        <LinkButton href={paths.check} icon="search">
          {t.again}
        </LinkButton>
      </p>
    </>
  )
}
