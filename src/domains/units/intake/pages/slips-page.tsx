import { typeCodePath } from '#domains/identity/paths.ts'
import { printCode } from '#platform/id.ts'
import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Slip } from '../issue-slips.ts'
import { intakePaths } from '../paths.ts'
import { words } from '../words.ts'

interface SlipsPageProps {
  locale: Locale
  intake: string
  slips: readonly Slip[]
  origin: string
}

/** All slips of a list, to be printed at once: the codes are in this answer and nowhere else. */
export const SlipsPage = ({ locale, intake, slips, origin }: SlipsPageProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.slips} />
      <div class="no-print">
        <Notice kind="warning" title={t.slipsOnce}>
          <LinkButton href={intakePaths.intake(intake)}>{t.slipsBack}</LinkButton>
        </Notice>
      </div>
      {slips.map((slip) => (
        <Sheet title={slip.name}>
          <div class="stack tight">
            <Facts
              facts={[
                { label: t.slip.unit, value: slip.unit },
                { label: t.slip.login, value: slip.login },
                { label: t.slip.code, value: <b>{printCode(slip.code)}</b> },
                { label: t.slip.where, value: origin + typeCodePath },
                { label: t.slip.until, value: formatMoment(slip.expiresAt) },
              ]}
            />
            <p class="mute">{t.slipSecret}</p>
          </div>
        </Sheet>
      ))}
    </div>
  )
}
