import { Empty } from '#ui/empty.tsx'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { Chapter } from '../help-book.ts'

/** The book of help, a chapter after another. */
export const HelpIndexPage = ({ chapters }: { chapters: readonly Chapter[] }) => {
  const t = words(useLocale())
  return (
    <>
      <Hero title={t.help.title} lead={[t.help.lead, t.help.inVietnamese].join(' ').trim()} />
      {chapters.length === 0 && <Empty title={t.help.empty} />}
      {chapters.map((chapter) => (
        <PublicSection title={t.groups[chapter.name]}>
          <ul class="help-list" lang="vi">
            {chapter.pages.map((page) => (
              <li>
                <a href={paths.helpPage(page.slug)}>{page.title}</a>
                <p class="mute small">{page.summary}</p>
              </li>
            ))}
          </ul>
        </PublicSection>
      ))}
    </>
  )
}
