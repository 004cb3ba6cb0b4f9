import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { digestPaths } from '../paths.ts'
import { words } from '../words.ts'
import { HeadFields, type GivenHead } from './head-fields.tsx'

interface StartPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  form: ReturnedForm
  given: GivenHead
}

/** The month of a digest and its head; the rest the rules write. */
export const StartDigestPage = ({ at, blocName, form, given, months }: StartPageProps & { months: Option[] }) => {
  const all = words(useLocale())
  const t = all.start
  return (
    <>
      <PageHead over={blocName} title={t.title} under={t.body} />
      <div class="stack">
        {months.length === 0 && <Notice kind="info" title={t.noMonth} />}
        <Sheet>
          <PostedForm
            action={digestPaths.start(...at)}
            form={form}
            submit={t.submit}
            cancel={{ label: all.list.title, href: digestPaths.list(...at) }}
          >
            <SelectField {...fieldOf(form, 'month', months[0]?.value)} label={t.month} options={months} required />
            <HeadFields form={form} given={given} />
          </PostedForm>
        </Sheet>
      </div>
    </>
  )
}

type SuddenProps = StartPageProps & { topics: Option[]; from: string; to: string }

/** The topic and the days of a sudden report, and its head. */
export const StartSuddenPage = ({ at, blocName, form, given, topics, from, to }: SuddenProps) => {
  const all = words(useLocale())
  const t = all.start
  return (
    <>
      <PageHead over={blocName} title={t.suddenTitle} under={t.suddenBody} />
      <Sheet>
        <PostedForm
          action={digestPaths.sudden(...at)}
          form={form}
          submit={t.submit}
          cancel={{ label: all.list.title, href: digestPaths.list(...at) }}
        >
          <SelectField {...fieldOf(form, 'topic')} label={t.topic} options={topics} required />
          <DayField {...fieldOf(form, 'from', from)} label={t.from} required />
          <DayField {...fieldOf(form, 'to', to)} label={t.to} required />
          <HeadFields form={form} given={given} />
        </PostedForm>
      </Sheet>
    </>
  )
}
