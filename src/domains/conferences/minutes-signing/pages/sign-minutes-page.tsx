import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import type { FieldError } from '#ui/form/error-summary.tsx'
import { SignPaper } from '#ui/form/sign-paper.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { CanonicalMinutes } from '../../minutes/minutes.ts'
import { MinutesFrame, type At } from '../../minutes/pages/minutes-frame.tsx'
import { FixedPassages } from '../../minutes/pages/passages.tsx'
import { minutesPaths } from '../../minutes/paths.ts'
import type { MinutesRow } from '../../minutes/queries.ts'
import { words } from '../../minutes/words.ts'
import type { ConferenceRow } from '../../queries.ts'

interface SignMinutesPageProps {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  minutes: MinutesRow
  content: CanonicalMinutes
  /** Who signs, with post and part, in one sentence. */
  as: string
  sealed: string | null
  certificates: string
  refusal: { reason: string; errors: readonly FieldError[] }
}

const Refuse = ({ at, refusal }: Pick<SignMinutesPageProps, 'at' | 'refusal'>) => {
  const t = words(useLocale())
  const error = refusal.errors.find(({ field }) => field === 'reason')?.message
  return (
    <Details summary={t.refuse} open={error !== undefined}>
      <form method="post" action={minutesPaths.refusal(...at)} class="fields">
        <p>{t.refuseBody}</p>
        <TextArea name="reason" label={t.reason} value={refusal.reason} error={error} maxlength={2000} required />
        <div class="row">
          <SubmitButton look="danger">{t.doRefuse}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

/** Where chair or secretary signs: what, as whom, with what effect. */
export const SignMinutesPage = (props: SignMinutesPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, conference, at, minutes, content, sealed, as } = props
  const crumbs = [{ label: t.title, href: minutesPaths.one(...at) }]
  return (
    <MinutesFrame year={year} conference={conference} title={t.sign} under={as} crumbs={crumbs}>
      {minutes.is_sample && <Notice kind="info" title={t.sample} />}
      <FixedPassages passages={content.passages} />
      <Sheet title={t.sign} more={{ label: t.paper, href: minutesPaths.paper(...at) }}>
        <div class="stack">
          <Facts facts={[{ label: t.hash, value: <span class="code">{minutes.text_sha256}</span> }]} />
          <p>{t.signStatement}</p>
          <SignPaper
            sealed={sealed}
            turn={minutesPaths.signingJob(...at)}
            signature={minutesPaths.signature(...at)}
            done={minutesPaths.one(...at)}
            certificates={props.certificates}
            words={signatureWords(locale).sign}
          />
          <Refuse {...props} />
        </div>
      </Sheet>
    </MinutesFrame>
  )
}
