import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { State } from '#ui/state.tsx'
import type { DigestClause } from '../digest.ts'
import { digestPaths } from '../paths.ts'
import { words } from '../words.ts'

/** What somebody typed on an older version of a sentence. */
export interface ClauseConflict {
  clause: string
  typed: string
}

interface ClauseFormProps {
  at: readonly [bloc: string, year: string, digest: string]
  clause: DigestClause
  number: number
  conflict: ClauseConflict | undefined
}

export const clauseAnchor = (clause: string) => `cau-${clause}`

/** The rule that made a sentence, and what it was read from. */
export const Origin = ({ clause }: { clause: DigestClause }) => {
  const t = words(useLocale())
  if (clause.rule === '') return <p class="small mute">{t.editor.own}</p>
  const rule = (t.rules as Readonly<Record<string, string>>)[clause.rule] ?? clause.rule
  return (
    <Details quiet summary={`${t.editor.by}: ${rule}`}>
      <p class="small">
        {t.editor.from}: {clause.sources.map(({ label }) => label).join(' · ')}
      </p>
      {clause.text !== clause.drafted && (
        <p class="small">
          {t.editor.ruleSays}: {clause.drafted}
        </p>
      )}
    </Details>
  )
}

/** One sentence of a draft: its words, and where they come from. */
export const ClauseForm = ({ at, clause, number, conflict }: ClauseFormProps) => {
  const t = words(useLocale())
  const mine = conflict?.clause === clause.id ? conflict.typed : undefined
  return (
    <form method="post" action={digestPaths.clause(...at, clause.id)} class="clause" id={clauseAnchor(clause.id)}>
      <input type="hidden" name="version" value={String(clause.version)} />
      {mine !== undefined && (
        <Notice kind="warning" title={t.editor.conflict}>
          {t.editor.conflictBody(clause.text)}
        </Notice>
      )}
      <TextArea
        name="text"
        id={`text-${clause.id}`}
        label={
          <>
            <span aria-hidden="true">{number}.</span>
            <span class="hidden-text">{t.editor.sentence(t.sections[clause.section], number)}</span>
          </>
        }
        value={mine ?? clause.text}
        rows={Math.max(2, Math.min(8, Math.ceil(clause.text.length / 95)))}
        maxlength={3000}
        required
      />
      <div class="clause-acts">
        <SubmitButton look="quiet" icon="cross" formAction={digestPaths.clauseRemoval(...at, clause.id)} unchecked>
          <span class="hidden-text">{t.editor.remove}</span>
        </SubmitButton>
      </div>
      <div class="clause-details">
        <Origin clause={clause} />
      </div>
      <div class="clause-foot">
        {clause.rule !== '' && clause.text !== clause.drafted && <State kind="none">{t.editor.touched}</State>}
        <SubmitButton look="plain">{t.editor.save}</SubmitButton>
      </div>
    </form>
  )
}
