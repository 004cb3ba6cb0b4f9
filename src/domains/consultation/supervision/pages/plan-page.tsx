import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { ConsultationRow } from '../../drafts/queries.ts'
import { Frame } from '../../pages/frame.tsx'
import { supervisionPaths } from '../../paths.ts'
import type { SupervisionRow } from '../queries.ts'
import { supervisionKinds } from '../supervision.ts'
import { words } from '../words.ts'

interface PlanPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  /** Absent when one is planned. */
  file: SupervisionRow | undefined
  /** Who may lead: all members for the head, else the own unit. */
  leading: readonly MemberRow[]
  drafts: readonly ConsultationRow[]
  form: Returned
}

const What = ({ file, form, leading, drafts }: PlanPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <SelectField
        {...fieldOf(form, 'kind', file?.kind ?? 'supervision')}
        label={t.kind}
        options={supervisionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        required
      />
      <TextField
        {...fieldOf(form, 'title', file?.title)}
        label={t.name}
        example={t.nameExample}
        maxlength={300}
        required
      />
      <TextField
        {...fieldOf(form, 'subject', file?.subject)}
        label={t.subject}
        help={t.subjectHelp}
        maxlength={500}
        required
      />
      <SelectField
        {...fieldOf(form, 'leadUnit', file?.lead_unit_id ?? leading[0]?.unit)}
        label={t.leadUnit}
        options={leading.map(({ unit, full_name }) => ({ value: unit, label: full_name }))}
        required
      />
      <SelectField
        {...fieldOf(form, 'consultation', file?.consultation_id ?? undefined)}
        label={t.consultation}
        none={t.consultationNone}
        options={drafts.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </>
  )
}

const How = ({ file, form }: PlanPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <TextArea {...fieldOf(form, 'request', file?.request)} label={t.request} example={t.requestExample} rows={2} />
      <TextArea
        {...fieldOf(form, 'legalBasis', file?.legal_basis)}
        label={t.legalBasis}
        example={t.legalBasisExample}
        rows={2}
      />
      <DayField {...fieldOf(form, 'plannedOn', file?.planned_on)} label={t.plannedOn} required />
      <TextField {...fieldOf(form, 'place', file?.place)} label={t.place} maxlength={200} />
      <TextArea {...fieldOf(form, 'participants', file?.participants)} label={t.participants} rows={3} />
    </>
  )
}

/** The file of a supervision or criticism, new or to be corrected. */
export const SupervisionPlanPage = (props: PlanPageProps) => {
  const t = words(useLocale())
  const { year, at, file, form } = props
  const back = file === undefined ? supervisionPaths.list(...at) : supervisionPaths.one(...at, file.id)
  const action = file === undefined ? supervisionPaths.plan(...at) : supervisionPaths.correct(...at, file.id)
  return (
    <Frame
      year={year}
      title={file === undefined ? t.planTitle : t.correct}
      crumbs={[{ label: t.title, href: supervisionPaths.list(...at) }]}
    >
      <Sheet>
        <PostedForm action={action} form={form} submit={t.save} cancel={{ label: t.cancel, href: back }}>
          {file !== undefined && <input type="hidden" name="version" value={String(file.version)} />}
          <What {...props} />
          <How {...props} />
        </PostedForm>
      </Sheet>
    </Frame>
  )
}
