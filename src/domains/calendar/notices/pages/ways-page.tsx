import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { formatDay, dayOf } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { feedPaths } from '../../feed/paths.ts'
import { words as feedWords } from '../../feed/words.ts'
import { choosableKinds, noticeWays, type ChoosableKind, type NoticeWay } from '../notice.ts'
import { noticePaths } from '../paths.ts'
import { words } from '../words.ts'

export interface WaysPageProps {
  locale: Locale
  form: Returned
  ways: Readonly<Record<ChoosableKind, NoticeWay>>
  email: string | null
  /** Since when the mail server refuses the address. */
  refusedAt: Date | undefined
  isSaved: boolean
  /** When the secret address of the calendar was made. */
  feedSince: Date | undefined
  /** The secret address itself, only right after it was made. */
  feedAddress: string | undefined
}

const Address = ({ locale, email, refusedAt }: WaysPageProps) => {
  const t = words(locale)
  if (email === null) return <Notice kind="warning" title={t.noAddress} />
  if (refusedAt === undefined) return null
  return (
    <Notice kind="warning" title={t.badAddress(email, formatDay(dayOf(refusedAt)))}>
      <form method="post" action={noticePaths.again}>
        <SubmitButton>{t.tryAgain}</SubmitButton>
      </form>
    </Notice>
  )
}

const Ways = ({ locale, form, ways }: WaysPageProps) => {
  const t = words(locale)
  return (
    <PostedForm action={noticePaths.ways} form={form} submit={t.save}>
      {choosableKinds.map((kind) => (
        <RadioGroup
          {...fieldOf(form, kind, ways[kind])}
          label={t.kinds[kind]}
          help={t.kindHelps[kind]}
          choices={noticeWays.map((way) => ({ value: way, label: t.ways[way] }))}
          required
        />
      ))}
    </PostedForm>
  )
}

const Feed = ({ locale, feedSince, feedAddress }: WaysPageProps) => {
  const t = feedWords(locale)
  return (
    <div class="stack tight">
      <p>{t.body}</p>
      {feedAddress !== undefined && (
        <Notice kind="success" title={t.made}>
          <p>
            <code class="break">{feedAddress}</code>
          </p>
        </Notice>
      )}
      {feedSince !== undefined && feedAddress === undefined && <p>{t.since(formatDay(dayOf(feedSince)))}</p>}
      <div class="row">
        <form method="post" action={feedPaths.renew}>
          <SubmitButton look="plain">{feedSince === undefined ? t.make : t.renew}</SubmitButton>
        </form>
        {feedSince !== undefined && (
          <form method="post" action={feedPaths.end}>
            <SubmitButton look="quiet">{t.end}</SubmitButton>
          </form>
        )}
      </div>
    </div>
  )
}

/** How one's own notices come by mail, and the calendar on one's phone. */
export const WaysPage = (props: WaysPageProps) => {
  const t = words(props.locale)
  return (
    <div class="stack">
      <PageHead title={t.waysTitle} under={t.waysUnder} />
      {props.isSaved && <Notice kind="success" title={t.saved} />}
      <Address {...props} />
      <Sheet title={t.waysSheet}>
        <div class="stack">
          <Ways {...props} />
          <p class="mute">
            {t.always}: {t.alwaysList}
          </p>
        </div>
      </Sheet>
      <Sheet title={feedWords(props.locale).title} id="lich">
        <Feed {...props} />
      </Sheet>
    </div>
  )
}
