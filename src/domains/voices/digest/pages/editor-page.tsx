import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton } from '#ui/button.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { digestSections, type Digest, type DigestClause, type DigestSection } from '../digest.ts'
import { spanOf } from '../digest-document.ts'
import { digestPaths } from '../paths.ts'
import type { ExampleRow } from '../queries.ts'
import { words } from '../words.ts'
import { ClauseForm, type ClauseConflict } from './clause-form.tsx'
import { HeadFields } from './head-fields.tsx'
import { stateKinds } from './list-page.tsx'

/** Which of the forms of the page came back. */
export type EditorForms = Readonly<Partial<Record<'head' | 'clauses' | 'examples' | 'finish', ReturnedForm>>>

export interface EditorPageProps {
  at: readonly [bloc: string, year: string, digest: string]
  blocName: string
  digest: Digest
  clauses: readonly DigestClause[]
  examples: readonly ExampleRow[]
  forms: EditorForms
  conflict?: ClauseConflict | undefined
}

const none: ReturnedForm = { typed: {}, errors: [] }

const Section = ({ at, clauses, conflict, section }: EditorPageProps & { section: DigestSection }) => {
  const t = words(useLocale())
  const own = clauses.filter((clause) => clause.section === section)
  return (
    <Sheet title={t.sections[section]}>
      {own.length === 0 && <p class="mute">{t.editor.noClauses}</p>}
      {own.map((clause, index) => (
        <ClauseForm at={at} clause={clause} number={index + 1} conflict={conflict} />
      ))}
    </Sheet>
  )
}

const Adding = ({ at, examples, forms }: EditorPageProps) => {
  const t = words(useLocale())
  const form = forms.clauses ?? none
  const example = forms.examples ?? none
  return (
    <>
      <Sheet title={t.editor.addTo}>
        <PostedForm action={digestPaths.clauses(...at)} form={form} submit={t.editor.add}>
          <SelectField
            {...fieldOf(form, 'section')}
            label={t.editor.section}
            options={digestSections.map((value) => ({ value, label: t.sections[value] }))}
            required
          />
          <TextArea {...fieldOf(form, 'text')} label={t.editor.text} rows={4} maxlength={3000} required />
        </PostedForm>
      </Sheet>
      <Sheet title={t.editor.examples}>
        <p>{t.editor.examplesBody}</p>
        {examples.length === 0 ? (
          <p class="mute">{t.editor.noExamples}</p>
        ) : (
          <PostedForm action={digestPaths.examples(...at)} form={example} submit={t.editor.take}>
            <SelectField
              {...fieldOf(example, 'opinion')}
              label={t.editor.example}
              options={examples.map(({ id, title, topic }) => ({ value: id, label: title, group: topic }))}
              required
            />
          </PostedForm>
        )}
      </Sheet>
    </>
  )
}

const Head = ({ at, digest, forms }: EditorPageProps) => {
  const t = words(useLocale())
  const form = forms.head ?? none
  return (
    <Sheet title={t.head.title}>
      <PostedForm action={digestPaths.head(...at)} form={form} submit={t.head.save}>
        <input type="hidden" name="version" value={String(digest.version)} />
        <HeadFields form={form} given={digest} />
        <TextArea
          {...fieldOf(form, 'recipients', digest.recipients)}
          label={t.head.recipients}
          help={t.head.recipientsHelp}
          rows={3}
          maxlength={1000}
        />
      </PostedForm>
    </Sheet>
  )
}

/** The whole draft on one page, section by section in the order of the paper. */
export const DigestEditorPage = (props: EditorPageProps) => {
  const { at, digest } = props
  const t = words(useLocale())
  const actions = (
    <>
      <LinkButton href={digestPaths.pdf(...at)}>{t.editor.pdf}</LinkButton>
      <LinkButton href={digestPaths.docx(...at)}>{t.editor.word}</LinkButton>
    </>
  )
  return (
    <>
      <PageHead
        over={props.blocName}
        title={`${t.kinds[digest.kind]} ${spanOf(digest)}`}
        state={<State kind={stateKinds[digest.state]}>{t.states[digest.state]}</State>}
        actions={actions}
      />
      <div class="stack">
        {digestSections.map((section) => (
          <Section {...props} section={section} />
        ))}
        <Adding {...props} />
        <Head {...props} />
        <Sheet title={t.editor.finish}>
          <p>{t.editor.finishBody}</p>
          <PostedForm action={digestPaths.finish(...at)} form={props.forms.finish ?? none} submit={t.editor.finish} />
        </Sheet>
      </div>
    </>
  )
}
