import type { Child } from 'hono/jsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { outcomes } from '../../comments/comment.ts'
import { supervisionPaths } from '../../paths.ts'
import type { RecommendationRow } from '../queries.ts'
import { followUpOf, type FollowUp } from '../supervision.ts'
import { words } from '../words.ts'
import { Folded, type FilePageProps } from './folded.tsx'

const shapes = { answered: 'done', waiting: 'open', late: 'late' } satisfies Record<FollowUp, StateKind>

const AnswerFields = ({ one, form, suffix }: { one: RecommendationRow; form: Returned; suffix: string }) => {
  const t = words(useLocale())
  return (
    <>
      <DayField
        {...fieldOf(form, 'answeredOn', one.answered_on ?? undefined)}
        id={`answeredOn${suffix}`}
        label={t.answeredOn}
        required
      />
      <SelectField
        {...fieldOf(form, 'outcome', one.outcome ?? undefined)}
        id={`outcome${suffix}`}
        label={t.outcome}
        options={outcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
        required
      />
      <TextField
        {...fieldOf(form, 'document', one.document)}
        id={`document${suffix}`}
        label={t.document}
        example={t.documentExample}
        maxlength={200}
      />
      <TextArea
        {...fieldOf(form, 'answer', one.answer)}
        id={`answer${suffix}`}
        label={t.answer}
        rows={4}
        maxlength={4000}
        required
      />
    </>
  )
}

const Recommendation = ({ one, ...props }: FilePageProps & { one: RecommendationRow }) => {
  const t = words(useLocale())
  const followUp = followUpOf(one, props.today)
  const facts: [string, Child][] = [
    [t.addressee, one.addressee],
    [t.dueOn, formatDay(one.due_on)],
    [t.answeredOn, one.answered_on === null ? '' : formatDay(one.answered_on)],
    [t.outcome, one.outcome === null ? '' : t.outcomes[one.outcome]],
    [t.document, one.document],
    [t.answer, one.answer],
  ]
  return (
    <li class="remark" id={`kn-${one.id}`}>
      <p class="remark-text">
        {one.position}. {one.text} <State kind={shapes[followUp]}>{t.followUps[followUp]}</State>
      </p>
      <Facts facts={facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
      {props.may.recommend && (
        <Folded
          {...props}
          name={one.id}
          summary={one.answered_on === null ? t.recordAnswer : t.recordAgain}
          action={supervisionPaths.answer(one.id, ...props.at, props.file.id)}
          fields={(form, suffix) => <AnswerFields {...{ one, form, suffix }} />}
        />
      )}
    </li>
  )
}

/** What was recommended to whom, and what became of it. */
export const Recommendations = (props: FilePageProps) => {
  const t = words(useLocale())
  const { at, file, recommendations, may } = props
  return (
    <Sheet title={t.recommendations}>
      {recommendations.length === 0 ? (
        <p class="mute">{t.recommendationsNone}</p>
      ) : (
        <ul class="remarks">
          {recommendations.map((one) => (
            <Recommendation {...props} one={one} />
          ))}
        </ul>
      )}
      {may.recommend && (
        <Folded
          {...props}
          name="recommendation"
          summary={t.recommend}
          action={supervisionPaths.recommendations(...at, file.id)}
          fields={(form, suffix) => (
            <>
              <TextArea {...fieldOf(form, 'text')} id={`text${suffix}`} label={t.recommendation} rows={3} required />
              <TextField
                {...fieldOf(form, 'addressee')}
                id={`addressee${suffix}`}
                label={t.addressee}
                example={t.addresseeExample}
                maxlength={200}
                required
              />
              <DayField {...fieldOf(form, 'dueOn')} id={`dueOn${suffix}`} label={t.dueOn} required />
            </>
          )}
        />
      )}
    </Sheet>
  )
}
