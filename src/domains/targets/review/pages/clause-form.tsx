import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SavedAt } from '#ui/form/saved-at.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import { reviewPaths } from '../paths.ts'
import { isOwn, type ChangedFigure, type ReviewClause } from '../review.ts'
import { words } from '../words.ts'

interface ReviewClauseFormProps {
  at: readonly [bloc: string, year: string, review: string]
  clause: ReviewClause
  /** Its place among the sentences of its section. */
  number: number
  changed: readonly ChangedFigure[]
}

export const clauseAnchor = (clause: string) => `cau-${clause}`

const rowsOf = (text: string) => Math.max(2, Math.min(8, Math.ceil(text.length / 95)))
const mostSources = 4

/** The rule that made the sentence, and the records it was read from. */
const Origin = ({ clause }: { clause: ReviewClause }) => {
  const t = words(useLocale())
  if (clause.rule === '') return <p class="small mute">{t.editor.own}</p>
  const named = clause.sources
    .slice(0, mostSources)
    .map(({ label, version }) => t.editor.version(label, version))
    .join(' · ')
  const left = clause.sources.length - mostSources
  return (
    <Details
      quiet
      summary={`${t.editor.by}: ${(t.rules as Readonly<Record<string, string>>)[clause.rule] ?? clause.rule}`}
    >
      <p class="small">
        {t.editor.from}: {named}
        {left > 0 && ` ${t.editor.more(left)}`}
      </p>
      {clause.text !== clause.drafted && (
        <p class="small">
          {t.editor.ruleSays}: {clause.drafted}
        </p>
      )}
    </Details>
  )
}

const Changed = ({
  at,
  clause,
  change,
}: Omit<ReviewClauseFormProps, 'number' | 'changed'> & { change: ChangedFigure }) => {
  const t = words(useLocale()).editor
  if (change.after === null) return <li>{t.gone(change.label, change.before)}</li>
  return (
    <li>
      {t.changed(change.label, change.before, change.after)}{' '}
      <SubmitButton
        look="plain"
        name="key"
        value={change.key}
        formAction={reviewPaths.clauseFigure(...at, clause.id)}
        unchecked
      >
        {t.take}
      </SubmitButton>
    </li>
  )
}

/** One sentence: its words, where it comes from, and the figures in it that changed since. */
export const ReviewClauseForm = ({ at, clause, number, changed }: ReviewClauseFormProps) => {
  const t = words(useLocale())
  return (
    <auto-save>
      <form method="post" action={reviewPaths.clause(...at, clause.id)} class="clause" id={clauseAnchor(clause.id)}>
        <input type="hidden" name="version" value={String(clause.version)} />
        <TextArea
          name="text"
          id={`text-${clause.id}`}
          label={
            <>
              <span aria-hidden="true">{number}.</span>
              <span class="hidden-text">{t.editor.sentence(t.sections[clause.section], number)}</span>
            </>
          }
          value={clause.text}
          rows={rowsOf(clause.text)}
          maxlength={5000}
          required
        />
        <div class="clause-acts">
          <SubmitButton look="quiet" icon="cross" formAction={reviewPaths.clauseRemoval(...at, clause.id)} unchecked>
            <span class="hidden-text">{t.editor.remove}</span>
          </SubmitButton>
        </div>
        <div class="clause-details">
          {clause.rule !== '' && clause.text === '' && <p class="small mute">{t.editor.removed}</p>}
          {changed.length > 0 && (
            <ul class="review-changed">
              {changed.map((change) => (
                <Changed at={at} clause={clause} change={change} />
              ))}
            </ul>
          )}
          <Origin clause={clause} />
        </div>
        <div class="clause-foot">
          {clause.rule !== '' && (
            <State kind={changed.length > 0 ? 'soon' : 'none'}>
              {isOwn(clause) ? t.editor.touched : t.editor.untouched}
            </State>
          )}
          <span class="save-by-hand">
            <SubmitButton look="plain">{t.editor.save}</SubmitButton>
          </span>
          <SavedAt />
        </div>
      </form>
    </auto-save>
  )
}
