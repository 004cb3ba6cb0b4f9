import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { nameOfText, isConfirmed, type LegalText } from '../legal-text.ts'
import { confirmLegalTextPath, correctLegalTextPath, legalTextsPath } from '../paths.ts'
import { words } from '../words.ts'
import { DayOrUnknown, ForceState } from './list-page.tsx'

interface ShowPageProps {
  text: LegalText
  history: readonly HistoryEntry[]
  today: string
  mayKeep: boolean
  /** Not by whoever entered it. */
  mayConfirm: boolean
  form: Returned
}

export const ShowPage = ({ text, history, today, mayKeep, mayConfirm, form }: ShowPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: legalTextsPath }]} />
      <PageHead
        over={text.issuer}
        title={nameOfText(text)}
        under={text.title}
        state={<ForceState text={text} day={today} />}
        actions={
          mayKeep && (
            <LinkButton href={correctLegalTextPath(text.id)} icon="pen">
              {t.correct}
            </LinkButton>
          )
        }
      />
      <div class="stack">
        <Confirmation text={text} />
        <Sheet>
          <TextFacts text={text} />
        </Sheet>
        {mayKeep && !isConfirmed(text) && (
          <Sheet title={t.confirm}>
            {mayConfirm ? <ConfirmForm text={text} form={form} /> : <p>{t.confirmApart}</p>}
          </Sheet>
        )}
        <Sheet title={t.history}>
          <History entries={history} />
        </Sheet>
      </div>
    </>
  )
}

const Confirmation = ({ text }: { text: LegalText }) => {
  const t = words(useLocale())
  if (text.confirmed_at === null) {
    return (
      <Notice kind="warning" title={t.unconfirmedTitle}>
        {t.unconfirmedBody}
      </Notice>
    )
  }
  return <Notice kind="success" title={t.confirmedAt(formatMoment(text.confirmed_at))} />
}

const TextFacts = ({ text }: { text: LegalText }) => {
  const t = words(useLocale())
  const open = text.in_force_from === null ? t.unknownDay : t.openEnd
  const until = text.in_force_to === null ? open : formatDay(text.in_force_to)
  return (
    <Facts
      facts={[
        { label: t.fields.issuedOn, value: <DayOrUnknown day={text.issued_on} /> },
        { label: t.fields.inForceFrom, value: <DayOrUnknown day={text.in_force_from} /> },
        { label: t.fields.inForceTo, value: until },
        { label: t.fields.source, value: text.source || t.unknownDay },
      ]}
    />
  )
}

const ConfirmForm = ({ text, form }: { text: LegalText; form: Returned }) => {
  const t = words(useLocale())
  return (
    <PostedForm action={confirmLegalTextPath(text.id)} form={form} submit={t.confirmSubmit}>
      <TextArea {...fieldOf(form, 'source')} rows={2} label={t.confirmSource} help={t.confirmHelp} required />
    </PostedForm>
  )
}
