import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Frame } from '../../pages/frame.tsx'
import { consultationPaths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { ConsultationRow } from '../queries.ts'

interface TextPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  /** Absent while a draft is brought in. */
  consultation: ConsultationRow | undefined
  form: Returned
}

const Head = ({ consultation, form }: Pick<TextPageProps, 'consultation' | 'form'>) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'title', consultation?.title)}
        label={t.name}
        example={t.nameExample}
        maxlength={300}
        required
      />
      <TextField
        {...fieldOf(form, 'drafter', consultation?.drafter)}
        label={t.drafter}
        example={t.drafterExample}
        maxlength={200}
      />
      <TextArea {...fieldOf(form, 'about', consultation?.about)} label={t.about} rows={3} maxlength={4000} />
    </>
  )
}

/** A draft brought in as a text or a file, or its text corrected by hand. */
export const TextPage = ({ year, at, consultation, form }: TextPageProps) => {
  const t = words(useLocale())
  const isNew = consultation === undefined
  const here = isNew ? at : ([...at, consultation.id] as const)
  const back = here.length === 3 ? consultationPaths.one(...here) : consultationPaths.list(...at)
  const action = here.length === 3 ? consultationPaths.text(...here) : consultationPaths.bring(...at)
  return (
    <Frame
      year={year}
      title={isNew ? t.bring : t.correct}
      under={isNew ? t.bringNote : t.correctNote}
      crumbs={[{ label: t.title, href: consultationPaths.list(...at) }]}
    >
      <Sheet>
        <PostedForm
          action={action}
          form={form}
          submit={isNew ? t.read : t.save}
          cancel={{ label: t.cancel, href: back }}
          upload={isNew}
        >
          <Head consultation={consultation} form={form} />
          <TextArea
            {...fieldOf(form, 'text', consultation?.source_text)}
            label={t.text}
            {...(isNew ? { help: t.textHelp } : {})}
            rows={isNew ? 10 : 30}
            required={!isNew}
          />
          {isNew && <FileField {...fieldOf(form, 'file')} label={t.file} help={t.fileHelp} accept=".docx,.pdf,.txt" />}
          {!isNew && <input type="hidden" name="version" value={String(consultation.version)} />}
        </PostedForm>
      </Sheet>
    </Frame>
  )
}
