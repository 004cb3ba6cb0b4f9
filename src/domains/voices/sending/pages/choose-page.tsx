import { Empty } from '#ui/empty.tsx'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { publicVoicePaths } from '../../paths.ts'
import { words } from '../words.ts'

/** To whom an opinion is sent. */
export const ChoosePage = ({ blocs }: { blocs: readonly { slug: string; name: string }[] }) => {
  const t = words(useLocale())
  return (
    <>
      <Hero title={t.choose} lead={t.chooseLead} />
      <PublicSection title={t.chooseBloc}>
        {blocs.length === 0 && <Empty title={t.noBlocs}>{t.noBlocsBody}</Empty>}
        <ul>
          {blocs.map(({ slug, name }) => (
            <li>
              <a href={publicVoicePaths.send(slug)}>{name}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={publicVoicePaths.follow}>{t.follow}</a> · <a href={publicVoicePaths.answers}>{t.answers}</a>
        </p>
      </PublicSection>
    </>
  )
}
