import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { dayOf, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { typeCodePath } from '../../paths.ts'
import { words } from '../../words.ts'

interface SlipPageProps {
  name: string
  login: string
  code: string
  expiresAt: Date
  /** 'https://thidua.example.vn' */
  origin: string
  next: string
}

/** The printed slip: shown in the answer to the one request that made the code, and never again. */
export const SlipPage = ({ name, login, code, expiresAt, origin, next }: SlipPageProps) => {
  const t = words(useLocale()).slip
  return (
    <>
      <PageHead title={t.title} />
      <div class="stack">
        <div class="no-print">
          <Notice kind="warning" title={t.once}>
            {t.onceBody} {t.print}
          </Notice>
        </div>
        <Sheet title={name}>
          <div class="stack">
            <Facts
              facts={[
                { label: t.site, value: `${origin}${typeCodePath}` },
                { label: t.code, value: <b>{printCode(code)}</b> },
                { label: t.login, value: login },
                { label: t.until, value: formatDay(dayOf(expiresAt)) },
              ]}
            />
            <p>{t.secret}</p>
          </div>
        </Sheet>
        <p class="no-print">
          <LinkButton href={next}>{t.done}</LinkButton>
        </p>
      </div>
    </>
  )
}
