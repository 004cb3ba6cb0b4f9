import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { textOf } from '../../minutes/minutes.ts'
import { MinutesFrame, type At } from '../../minutes/pages/minutes-frame.tsx'
import { PassageText } from '../../minutes/pages/passages.tsx'
import { minutesPaths } from '../../minutes/paths.ts'
import type { CorrectionRow, PassageRow } from '../../minutes/queries.ts'
import { words } from '../../minutes/words.ts'
import type { ConferenceRow } from '../../queries.ts'

interface Shared {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  passage: PassageRow
  form: Returned
}

const Passage = ({ passage }: Pick<Shared, 'passage'>) => {
  const t = words(useLocale())
  return (
    <Sheet title={passage.title || t.sections[passage.section]}>
      <PassageText text={textOf(passage)} />
    </Sheet>
  )
}

/** Where a member says what is wrong in a passage. */
export const CorrectPage = ({ year, conference, at, passage, form, unit }: Shared & { unit: string }) => {
  const t = words(useLocale())
  const back = { label: t.title, href: minutesPaths.one(...at) }
  return (
    <MinutesFrame
      year={year}
      conference={conference}
      title={t.correctTitle}
      under={`${t.forUnit}: ${unit}`}
      crumbs={[back]}
    >
      <Passage passage={passage} />
      <PostedForm action={minutesPaths.correct(...at, passage.id)} form={form} submit={t.doCorrect} cancel={back}>
        <TextArea
          {...fieldOf(form, 'said')}
          label={t.said}
          example={t.saidExample}
          rows={3}
          maxlength={2000}
          required
        />
        <TextArea
          {...fieldOf(form, 'wanted', textOf(passage))}
          label={t.wanted}
          help={t.wantedHelp}
          rows={8}
          maxlength={20_000}
        />
      </PostedForm>
    </MinutesFrame>
  )
}

interface AnswerPageProps extends Shared {
  correction: CorrectionRow
  isOwn: boolean
}

/** Where who keeps the minutes takes a correction over, or says why not. */
export const AnswerPage = ({ year, conference, at, passage, form, correction, isOwn }: AnswerPageProps) => {
  const t = words(useLocale())
  const back = { label: t.title, href: minutesPaths.one(...at) }
  const { said, wanted, requested_name: name, unit } = correction
  return (
    <MinutesFrame
      year={year}
      conference={conference}
      title={t.answerTitle}
      under={t.correctionBy(name, unit)}
      crumbs={[back]}
    >
      <Passage passage={passage} />
      <Sheet title={t.said}>
        <p>{said}</p>
        {wanted !== '' && (
          <blockquote>
            <PassageText text={wanted} />
          </blockquote>
        )}
      </Sheet>
      {isOwn && <Notice kind="info" title={t.ownCorrection} />}
      {!isOwn && correction.state === 'open' && (
        <PostedForm
          action={minutesPaths.correction(...at, correction.id)}
          form={form}
          submit={t.doAnswer}
          cancel={back}
        >
          <RadioGroup
            {...fieldOf(form, 'verdict')}
            label={t.verdict}
            choices={(['accepted', 'refused'] as const).map((verdict) => ({
              value: verdict,
              label: t.verdicts[verdict],
            }))}
            required
          />
          <TextArea
            {...fieldOf(form, 'text', wanted === '' ? textOf(passage) : wanted)}
            label={t.newText}
            help={t.newTextHelp}
            rows={8}
            maxlength={20_000}
          />
          <TextArea {...fieldOf(form, 'answer')} label={t.reason} help={t.answerHelp} rows={3} maxlength={2000} />
        </PostedForm>
      )}
    </MinutesFrame>
  )
}
