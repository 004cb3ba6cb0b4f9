import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { Progress } from '#ui/form/progress.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { evidencePaths } from '../paths.ts'
import type { Subject } from '../subject.ts'
import { words } from '../words.ts'

export interface AddPageProps {
  bloc: string
  year: string
  over: string
  kind: 'file' | 'link'
  subject: Subject | undefined
  /** For whom the person may bring evidence. */
  units: readonly { value: string; label: string }[]
  /** Megabytes by medium, and the names of the hosts of links. */
  mostBytes: number
  limits: { pdf: number; picture: number; office: number }
  hosts: string
  form: ReturnedForm
}

const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx'

/** What stands of a large file; only script shows how it comes. */
const Sending = ({ form }: AddPageProps) => {
  const { sending, waiting, failed, tooLarge, done } = words(useLocale()).upload
  const before = form.typed['upload'] ?? ''
  return (
    <>
      <input type="hidden" name="upload" value={before} />
      <Progress sentences={{ sending, waiting, failed, tooLarge, done }} />
      <progress max={1} value={0} hidden aria-label={sending} />
      {before !== '' && <p>{done}</p>}
    </>
  )
}

const FileSource = (props: AddPageProps) => {
  const { bloc, year, limits, mostBytes } = props
  const t = words(useLocale()).add
  return (
    <resumable-upload data-endpoint={evidencePaths.uploads(bloc, year)} data-most-bytes={String(mostBytes)}>
      <FileField
        name="file"
        label={t.file}
        help={`${t.fileHelp} ${t.limits(limits.pdf, limits.picture, limits.office)} ${t.ordinary}`}
        accept={accepted}
        required={(props.form.typed['upload'] ?? '') === ''}
      />
      <Sending {...props} />
    </resumable-upload>
  )
}

const LinkSource = ({ form, hosts }: AddPageProps) => {
  const t = words(useLocale()).add
  return (
    <TextField
      {...fieldOf(form, 'link')}
      label={t.link}
      help={t.linkHelp(hosts)}
      example={t.linkExample}
      type="url"
      maxlength={500}
      required
    />
  )
}

const Telling = ({ form }: AddPageProps) => {
  const t = words(useLocale()).add
  return (
    <>
      <TextField {...fieldOf(form, 'title')} label={t.title} example={t.titleExample} maxlength={200} required />
      <TextArea {...fieldOf(form, 'shows')} label={t.shows} rows={3} maxlength={1000} />
      <DayField {...fieldOf(form, 'takenOn')} label={t.taken} />
      <Fieldset legend={t.document}>
        <TextField
          {...fieldOf(form, 'documentNumber')}
          label={t.number}
          example={t.numberExample}
          maxlength={60}
          narrow
        />
        <DayField {...fieldOf(form, 'documentOn')} label={t.on} />
        <TextField {...fieldOf(form, 'documentIssuer')} label={t.issuer} maxlength={200} />
      </Fieldset>
    </>
  )
}

const UnitChoice = ({ form, units }: AddPageProps) =>
  units.length === 1 ? (
    <input type="hidden" name="unit" value={units[0]?.value} />
  ) : (
    <SelectField
      {...fieldOf(form, 'unit', units[0]?.value)}
      label={words(useLocale()).add.unit}
      options={units}
      required
    />
  )

/** One new piece, a file or a link, for a subject where the address names one. */
export const AddPage = (props: AddPageProps) => {
  const { bloc, year, kind, subject, form } = props
  const t = words(useLocale()).add
  const [here, other] = [evidencePaths.add, evidencePaths.addLink]
  const action = kind === 'file' ? here(bloc, year, subject) : other(bloc, year, subject)
  return (
    <>
      <PageHead
        over={props.over}
        title={kind === 'file' ? t.heading : t.headingLink}
        under={subject && t.over(subject.label)}
      />
      <Sheet>
        <div class="stack">
          <p>
            {kind === 'file' ? (
              <a href={other(bloc, year, subject)}>{t.toLink}</a>
            ) : (
              <a href={here(bloc, year, subject)}>{t.toFile}</a>
            )}
          </p>
          <PostedForm
            action={action}
            form={form}
            submit={t.save}
            cancel={{ label: t.cancel, href: subject?.path ?? evidencePaths.store(bloc, year) }}
            upload={kind === 'file'}
          >
            {kind === 'file' ? <FileSource {...props} /> : <LinkSource {...props} />}
            <UnitChoice {...props} />
            <Telling {...props} />
          </PostedForm>
        </div>
      </Sheet>
    </>
  )
}
