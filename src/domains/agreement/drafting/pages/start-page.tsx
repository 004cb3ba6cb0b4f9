import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Notice } from '#ui/notice.tsx'
import { words } from '../../words.ts'

interface StartPageProps {
  blocName: string
  label: string
  action: string
  readings: string
  /** Label of the year whose agreement can be copied. */
  lastYear: string | null
  refusal?: string | undefined
}

const Origin = (props: { action: string; origin: string; title: string; body: string; begin: string }) => (
  <Sheet title={props.title}>
    <form method="post" action={props.action}>
      <p>{props.body}</p>
      <SubmitButton name="origin" value={props.origin} look="plain">
        {props.begin}
      </SubmitButton>
    </form>
  </Sheet>
)

/** Three ways to begin the one draft of a year. */
export const StartPage = ({ blocName, label, action, readings, lastYear, refusal }: StartPageProps) => {
  const t = words(useLocale()).start
  return (
    <>
      <PageHead over={blocName} title={t.heading} under={words(useLocale()).ofYear(label)} />
      {refusal && <Notice kind="warning" title={refusal} />}
      <div class="stack">
        <Sheet title={t.reading}>
          <p>{t.readingBody}</p>
          <LinkButton href={readings} look="main">
            {t.readArticle}
          </LinkButton>
        </Sheet>
        {lastYear !== null && (
          <Origin
            action={action}
            origin="last_year"
            title={t.lastYear}
            body={t.lastYearBody(lastYear)}
            begin={t.begin}
          />
        )}
        <Origin action={action} origin="template" title={t.template} body={t.templateBody} begin={t.begin} />
      </div>
    </>
  )
}
