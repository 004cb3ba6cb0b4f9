import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import type { FieldError } from '#ui/form/error-summary.tsx'
import { SignPaper } from '#ui/form/sign-paper.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import type { BlocYearRow } from '../../queries.ts'
import type { CanonicalHandover } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import type { HandoverRow } from '../queries.ts'
import { words } from '../words.ts'
import { HandoverContent } from './handover-content.tsx'

interface SignHandoverPageProps {
  year: BlocYearRow
  handover: HandoverRow
  content: CanonicalHandover
  /** Who signs, with post and unit, in one sentence. */
  as: string
  sealed: string | null
  certificates: string
  refusal: { reason: string; errors: readonly FieldError[] }
}

const Refuse = ({ year, handover, refusal }: SignHandoverPageProps) => {
  const t = words(useLocale())
  const error = refusal.errors.find(({ field }) => field === 'reason')?.message
  return (
    <Details summary={t.refuse} open={error !== undefined}>
      <form method="post" action={handoverPaths.refusal(year.bloc.slug, year.slug, handover.id)} class="fields">
        <p>{t.refuseBody}</p>
        <TextArea name="reason" label={t.reason} value={refusal.reason} error={error} maxlength={2000} required />
        <div class="row">
          <SubmitButton look="danger">{t.doRefuse}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

/** Where one person signs for one side: what, as whom, with what effect. */
export const SignHandoverPage = (props: SignHandoverPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, handover, content, sealed } = props
  const at = [year.bloc.slug, year.slug, handover.id] as const
  return (
    <FormSheet
      crumbs={[...yearCrumbs(year, locale), { label: t.title, href: handoverPaths.list(at[0], at[1]) }]}
      title={t.sign}
      over={`${year.bloc.short_name} ${year.label}`}
      under={props.as}
    >
      {handover.is_sample && <Notice kind="info" title={t.sample} />}
      <HandoverContent content={content} missing={[]} at={[at[0], at[1]]} />
      <Sheet title={t.sign} more={{ label: t.paper, href: handoverPaths.paper(...at) }}>
        <div class="stack">
          <Facts facts={[{ label: t.hash, value: <span class="code">{handover.text_sha256}</span> }]} />
          <p>{t.signStatement}</p>
          <SignPaper
            sealed={sealed}
            turn={handoverPaths.signingJob(...at)}
            signature={handoverPaths.signature(...at)}
            done={handoverPaths.one(...at)}
            certificates={props.certificates}
            words={signatureWords(locale).sign}
          />
          <Refuse {...props} />
        </div>
      </Sheet>
    </FormSheet>
  )
}
