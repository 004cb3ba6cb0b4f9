import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { dayOf } from '#platform/clock.ts'
import { explanationOutcomes, type ExplanationState } from '../../judging/judging.ts'
import type { ExplanationRow } from '../../judging/queries.ts'
import { words } from '../../judging/words.ts'

const shapes = { asked: 'open', answered: 'soon', settled: 'done' } satisfies Record<ExplanationState, StateKind>

const QuestionState = ({ state }: { state: ExplanationState }) => (
  <State kind={shapes[state]}>{words(useLocale()).explain.states[state]}</State>
)

const Told = ({ one, isLate }: { one: ExplanationRow; isLate: boolean }) => {
  const t = words(useLocale()).explain
  return (
    <>
      <p>{one.question}</p>
      <p class="mute">
        {t.asked(formatDay(dayOf(one.asked_at)), one.asked_name)}, {t.due(formatDay(one.due_on))}
      </p>
      {one.answered_at !== null && (
        <>
          <p>{one.answer}</p>
          <p class="mute">
            {t.answered(formatDay(dayOf(one.answered_at)), one.answered_name ?? '')}
            {isLate && `, ${t.late}`}
          </p>
        </>
      )}
      {one.outcome !== null && (
        <>
          {one.answered_at === null && <p>{t.noAnswer}</p>}
          <p>
            <b>{t.outcomes[one.outcome]}</b>: {one.outcome_note}
          </p>
          <p class="mute">{t.settledBy(formatDay(dayOf(one.settled_at ?? one.asked_at)), one.settled_name ?? '')}</p>
        </>
      )}
    </>
  )
}

type Listed = ExplanationRow & { href: string; isLate: boolean }

/** Every question about a sheet with its answer and outcome, the oldest first. */
export const Explanations = ({ explanations }: { explanations: readonly Listed[] }) => {
  const t = words(useLocale()).explain
  if (explanations.length === 0) return <p class="mute">{t.none}</p>
  return (
    <>
      {explanations.map((one) => (
        <section class="stack">
          <p>
            <a href={one.href}>{one.codes.join(', ')}</a> <QuestionState state={one.state} />
          </p>
          <Told one={one} isLate={one.isLate} />
        </section>
      ))}
    </>
  )
}

interface ExplanationPageProps {
  crumbs: readonly Crumb[]
  over: string
  unit: string
  one: ExplanationRow
  isLate: boolean
  mayAnswer: boolean
  mayLook: boolean
  form: Returned
  at: { answer: string; secondLook: string; evidence: string }
}

/** One question: the unit answers here, who asked looks again. */
export const ExplanationPage = (props: ExplanationPageProps) => {
  const t = words(useLocale()).explain
  const { one, form, at } = props
  const isForm = props.mayAnswer || props.mayLook
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={`${t.titleOf(props.unit)}: ${one.codes.join(', ')}`}
        state={<QuestionState state={one.state} />}
      />
      {form.refused !== undefined && !isForm && <Notice kind="error" title={form.refused} />}
      <Sheet>
        <Told one={one} isLate={props.isLate} />
      </Sheet>
      {props.mayAnswer && (
        <Sheet title={t.answer}>
          <p>
            <a href={at.evidence}>{t.toEvidence}</a>
          </p>
          <PostedForm action={at.answer} form={form} submit={t.give}>
            <TextArea
              {...fieldOf(form, 'answer')}
              label={t.answer}
              help={t.answerHelp}
              rows={6}
              maxlength={8000}
              required
            />
          </PostedForm>
        </Sheet>
      )}
      {props.mayLook && (
        <Sheet title={t.secondLook}>
          <PostedForm action={at.secondLook} form={form} submit={t.settle}>
            <RadioGroup
              {...fieldOf(form, 'outcome')}
              label={t.outcome}
              required
              choices={explanationOutcomes.map((value) => ({ value, label: t.outcomes[value] }))}
            />
            <TextArea {...fieldOf(form, 'note')} label={t.note} rows={3} maxlength={4000} required />
          </PostedForm>
        </Sheet>
      )}
    </div>
  )
}
