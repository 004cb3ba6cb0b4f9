import { Checkbox } from '#ui/form/checkbox.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { AnswerRow } from '../../answers/queries.ts'
import type { Opinion } from '../../opinion.ts'
import { publicVoicePaths, voicePaths } from '../../paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'

export interface AnsweringProps {
  place: VoicesYear
  opinion: Opinion
  answers: readonly AnswerRow[]
  messages: readonly { number: number; is_from_sender: boolean; text: string; on_day: string; writer_name: string }[]
  verdicts: readonly { is_solved: boolean; reason: string; on_day: string }[]
  may: { publish: boolean; write: boolean }
  form: Returned
}

const PublishForm = ({ place: { at }, opinion, answers, form }: AnsweringProps) => {
  const t = words(useLocale())
  const draft = answers.find(({ state }) => state === 'draft')
  return (
    <PostedForm action={voicePaths.publication(opinion.id, ...at)} form={form} submit={t.publish}>
      <input type="hidden" name="draft" value={draft?.id} />
      <Checkbox {...tickOf(form, 'open', true)} label={t.publishOpen} />
    </PostedForm>
  )
}

/** What was answered, who may let a draft out, and what the sender says of it. */
export const OpinionAnswers = (props: AnsweringProps) => {
  const t = words(useLocale())
  const { answers, verdicts, opinion, may } = props
  const hasDraft = answers.some(({ state }) => state === 'draft')
  return (
    <Sheet title={t.answers}>
      <div class="stack">
        {answers.length === 0 && <p class="mute">{t.noAnswer}</p>}
        {answers.map((answer) => (
          <div>
            <State kind={answer.state === 'draft' ? 'open' : 'done'}>
              {answer.state === 'draft' ? t.draft : t.published}
            </State>
            <p class="lines">{answer.text}</p>
            <p class="mute">
              {t.wrote(answer.written_by_name, formatMoment(answer.written_at))}
              {answer.published_at !== null &&
                `. ${t.sent(answer.published_by_name, formatMoment(answer.published_at))}`}
            </p>
          </div>
        ))}
        {may.publish && <PublishForm {...props} />}
        {hasDraft && !may.publish && <p class="mute">{t.publishApart}</p>}
        {opinion.is_public && opinion.slug !== null && (
          <p>
            <a href={publicVoicePaths.answer(opinion.slug)}>{t.publicPage}</a>
          </p>
        )}
        {verdicts.map(({ is_solved, reason, on_day }) => (
          <p>
            {t.verdicts}, {formatDay(on_day)}: {is_solved ? t.solved : t.unsolved}
            {reason !== '' && `. ${reason}`}
          </p>
        ))}
      </div>
    </Sheet>
  )
}

/** Letters between the sender and who received the opinion. */
export const OpinionMessages = ({ place: { at }, opinion, messages, may, form }: AnsweringProps) => {
  const t = words(useLocale())
  if (messages.length === 0 && !may.write) return null
  return (
    <Sheet title={t.messages}>
      <div class="stack">
        {messages.map(({ is_from_sender, text, on_day, writer_name }) => (
          <div>
            <p>
              <b>{is_from_sender ? t.fromSender : writer_name}</b>, {formatDay(on_day)}
            </p>
            <p class="lines">{text}</p>
          </div>
        ))}
        {may.write && (
          <PostedForm action={voicePaths.message(opinion.id, ...at)} form={form} submit={t.messageDo}>
            <TextArea
              {...fieldOf(form, 'text')}
              label={t.message}
              help={t.messageHelp}
              rows={3}
              maxlength={2000}
              required
            />
          </PostedForm>
        )}
      </div>
    </Sheet>
  )
}
