import type { ReturnedForm } from '#platform/answer-form.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { fieldOf } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { evidencePaths } from '../paths.ts'
import type { CitedEvidence, VerdictRow } from '../queries.ts'
import { words } from '../words.ts'
import { StandingState } from './cited-evidence.tsx'

export interface CitationsProps {
  bloc: string
  year: string
  id: string
  citations: readonly CitedEvidence[]
  verdicts: readonly VerdictRow[]
  mayRemove: boolean
  /** The citations that the reader may judge. */
  mayJudge: ReadonlySet<string>
  /** A form that came back, and of which citation. */
  form: ReturnedForm
  formOf: string | undefined
}

type One = CitationsProps & { cited: CitedEvidence }

const empty: ReturnedForm = { typed: {}, errors: [] }
const formFor = ({ form, formOf, cited }: One) => (formOf === cited.citation ? form : empty)

const Judge = (props: One) => {
  const { bloc, year, id, cited } = props
  const t = words(useLocale()).judge
  const form = formFor(props)
  const field = (name: string) => ({ ...fieldOf(form, name), id: `${name}-${cited.citation}` })
  const choices = (['valid', 'insufficient'] as const).map((value) => ({ value, label: t.verdicts[value] }))
  return (
    <Details summary={t.summary} open={form.errors.length > 0}>
      <form method="post" action={evidencePaths.verdict(bloc, year, id, cited.citation)} class="fields" novalidate>
        <RadioGroup {...field('verdict')} label={t.verdict} choices={choices} required />
        <TextArea {...field('asked')} label={t.asked} help={t.askedHelp} rows={2} maxlength={1000} />
        <div class="row">
          <SubmitButton>{t.do}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

const Remove = (props: One) => {
  const { bloc, year, id, cited } = props
  const t = words(useLocale()).citations
  const form = formFor(props)
  return (
    <Details summary={t.remove} open={form.errors.some(({ field }) => field === 'reason')}>
      <form method="post" action={evidencePaths.removal(bloc, year, id, cited.citation)} class="fields" novalidate>
        <TextField
          {...fieldOf(form, 'reason')}
          id={`reason-${cited.citation}`}
          label={t.reason}
          maxlength={500}
          required
        />
        <div class="row">
          <SubmitButton look="danger">{t.doRemove}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

const Verdicts = ({ verdicts }: { verdicts: readonly VerdictRow[] }) => {
  const t = words(useLocale())
  return (
    <>
      {verdicts.map((verdict) => (
        <p class="mute">
          {t.citations.judged(verdict.judge_name, formatMoment(verdict.judged_at))}: {t.standings[verdict.verdict]}
          {verdict.asked !== '' && `. ${verdict.asked}`}
        </p>
      ))}
    </>
  )
}

const Citation = (props: One) => {
  const { cited, verdicts, mayJudge, mayRemove } = props
  const t = words(useLocale()).citations
  const isLive = cited.removed_at === null
  return (
    <li class="stack">
      <div>
        <p>
          <a href={cited.path}>{cited.label}</a>
        </p>
        {isLive ? <StandingState last={cited.last} /> : <p>{t.removed(cited.removed_reason ?? '')}</p>}
        <p class="mute">{t.by(cited.citer_name, formatMoment(cited.cited_at))}</p>
        <Verdicts verdicts={verdicts.filter(({ citation_id }) => citation_id === cited.citation)} />
      </div>
      {isLive && mayJudge.has(cited.citation) && <Judge {...props} />}
      {isLive && mayRemove && <Remove {...props} />}
    </li>
  )
}

/** What a piece is and was evidence for, with every verdict. */
export const Citations = (props: CitationsProps) => {
  const t = words(useLocale()).citations
  if (props.citations.length === 0) return <p class="mute">{t.none}</p>
  return (
    <ul class="evidence-citations">
      {props.citations.map((cited) => (
        <Citation {...props} cited={cited} />
      ))}
    </ul>
  )
}
