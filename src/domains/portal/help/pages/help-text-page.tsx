import { raw } from 'hono/html'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { HelpPage } from '../help-page.ts'

interface HelpTextProps {
  page: HelpPage
  others: readonly HelpPage[]
}

/** One page of help; its HTML was made by `readHelpPage`, which lets nothing foreign in. */
export const HelpTextPage = ({ page, others }: HelpTextProps) => {
  const t = words(useLocale()).help
  return (
    <div class="help-text">
      <Breadcrumb crumbs={[{ label: t.title, href: paths.help }]} />
      {t.inVietnamese !== '' && <p class="mute small">{t.inVietnamese}</p>}
      <article lang="vi">
        <h1>{page.title}</h1>
        <div class="prose">{raw(page.html)}</div>
      </article>
      {others.length > 0 && (
        <PublicSection title={t.others}>
          <ul class="help-list" lang="vi">
            {others.map((other) => (
              <li>
                <a href={paths.helpPage(other.slug)}>{other.title}</a>
              </li>
            ))}
          </ul>
        </PublicSection>
      )}
    </div>
  )
}
