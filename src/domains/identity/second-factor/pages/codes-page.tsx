import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { words } from '../words.ts'

interface CodesPageProps {
  name: string
  login: string
  day: string
  codes: readonly string[]
  next: string
}

/** Shown in the answer to the one request that made the codes, and never again. */
export const CodesPage = ({ name, login, day, codes, next }: CodesPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead title={t.codesOf(name)} />
      <div class="stack">
        <div class="no-print">
          <Notice kind="warning" title={t.codesOnce}>
            {t.codesOnceBody} {t.print}
          </Notice>
        </div>
        <Sheet>
          <div class="stack">
            <Facts
              facts={[
                { label: t.printedFor, value: login },
                { label: t.printedOn, value: formatDay(day) },
              ]}
            />
            <ol aria-label={t.codes}>
              {codes.map((code) => (
                <li>
                  <code>{printCode(code)}</code>
                </li>
              ))}
            </ol>
            <p>{t.usedUp}</p>
          </div>
        </Sheet>
        <p class="no-print">
          <LinkButton href={next} look="main">
            {t.kept}
          </LinkButton>
        </p>
      </div>
    </>
  )
}
