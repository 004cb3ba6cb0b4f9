import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Target } from '../../target.ts'
import type { ReportCheck } from '../check-report.ts'
import { words } from '../words.ts'

export interface SendPageProps {
  crumbs: readonly Crumb[]
  unit: string
  period: string
  check: ReportCheck
  /** The last day that held, when it is over and nothing was sent before it was. */
  lateSince: string | undefined
  form: Returned
  action: string
  back: string
}

const TargetList = ({ targets }: { targets: readonly Target[] }) => (
  <ul>
    {targets.map(({ code, name }) => (
      <li>
        {code} {name}
      </li>
    ))}
  </ul>
)

/** What is missing, doubtful or late, and the sending itself. */
export const SendPage = ({ crumbs, unit, period, check, lateSince, form, action, back }: SendPageProps) => {
  const t = words(useLocale()).send
  const { missing, doubted } = check
  const isClean = missing.length + doubted.length === 0 && lateSince === undefined
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead over={`${unit} · ${period}`} title={t.title} under={t.note} />
      {doubted.length > 0 && (
        <Notice kind="warning" title={t.doubted}>
          <TargetList targets={doubted} />
          <p>{t.doubtedBody}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning" title={t.missing}>
          <TargetList targets={missing} />
          <p>{t.missingBody}</p>
        </Notice>
      )}
      {lateSince !== undefined && <Notice kind="warning" title={t.late(formatDay(lateSince))} />}
      {isClean && <Notice kind="success" title={t.complete} />}
      <Sheet>
        <PostedForm action={action} form={form} submit={t.do} cancel={{ label: t.back, href: back }}>
          {missing.length > 0 && (
            <TextArea {...fieldOf(form, 'missingNote')} label={t.missingNote} rows={3} maxlength={1000} required />
          )}
          {lateSince !== undefined && (
            <TextArea {...fieldOf(form, 'lateReason')} label={t.lateReason} rows={3} maxlength={1000} required />
          )}
        </PostedForm>
      </Sheet>
    </div>
  )
}
