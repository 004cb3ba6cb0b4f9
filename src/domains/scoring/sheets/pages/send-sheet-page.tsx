import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Locale } from '#platform/words.ts'
import type { Figures } from '../gather-scores.ts'
import type { Lack } from '../lacks.ts'
import { leafOf, printedIn } from '../leaf.ts'
import { shownNumber } from '../shown-number.ts'
import { writeFact } from '../../figures/typed-value.ts'
import { words } from '../words.ts'

export interface SendSheetPageProps {
  crumbs: readonly Crumb[]
  over: string
  figures: Figures
  lacks: readonly Lack[]
  lateSince: string | undefined
  maySend: boolean
  form: Returned
  action: string
  back: string
}

/** Where a lack is mended, and what it is. */
function lackLine({ table }: Figures, lack: Lack, locale: Locale): { text: string; anchor: string } {
  const { lacks: t } = words(locale)
  const { code } = lack
  const title = printedIn(leafOf(table, code)?.title, locale)
  if (lack.kind === 'fact' || lack.kind === 'source') {
    const label = printedIn(table.facts[lack.key]?.label ?? lack.key, locale)
    const anchor = lack.kind === 'fact' ? `v.f.${lack.key}` : `v.m.${code}`
    return { text: t[lack.kind](label, code), anchor }
  }
  return { text: t[lack.kind](title, code), anchor: lack.kind === 'reason' ? `n.m.${code}` : `v.m.${code}` }
}

const Lacks = ({ figures, lacks, back }: Pick<SendSheetPageProps, 'figures' | 'lacks' | 'back'>) => {
  const locale = useLocale()
  return (
    <Notice kind="warning" title={words(locale).send.missing}>
      <ul>
        {lacks.map((lack) => {
          const { text, anchor } = lackLine(figures, lack, locale)
          return (
            <li>
              <a href={`${back}#${encodeURIComponent(anchor)}`}>{text}</a>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** What is missing or late, what the sheet comes to, and the sending itself. */
export const SendSheetPage = (props: SendSheetPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { figures, lacks, lateSince, form } = props
  const { total, max } = figures.unit
  const doubts = figures.result.doubts.filter(({ unit }) => unit === figures.unit.unit)
  const known = figures.gathered.get(figures.unit.unit)
  const labelOf = (key: string) => printedIn(figures.table.facts[key]?.label ?? key, locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={t.send.title} under={t.send.note} />
      {lacks.length > 0 && <Lacks figures={figures} lacks={lacks} back={props.back} />}
      {doubts.length > 0 && (
        <Notice kind="info" title={t.send.doubts}>
          <ul>
            {doubts.map(({ key }) => (
              <li>{`${labelOf(key)}: ${writeFact(known?.get(key)?.value, locale)}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lacks.length === 0 && (
        <Notice kind="success" title={t.send.complete}>
          <p>{t.send.total(shownNumber(total, locale), shownNumber(max, locale))}</p>
        </Notice>
      )}
      {lateSince !== undefined && <Notice kind="warning" title={t.send.late(formatDay(lateSince))} />}
      {!props.maySend && <Notice kind="info" title={t.send.leader} />}
      {props.maySend && lacks.length === 0 && (
        <Sheet>
          <PostedForm action={props.action} form={form} submit={t.send.do} cancel={{ label: t.back, href: props.back }}>
            {lateSince !== undefined && (
              <TextArea {...fieldOf(form, 'lateReason')} label={t.send.lateReason} rows={3} maxlength={1000} required />
            )}
          </PostedForm>
        </Sheet>
      )}
      {(lacks.length > 0 || !props.maySend) && (
        <p>
          <a href={props.back}>{t.back}</a>
        </p>
      )}
    </div>
  )
}
