import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { SubmitButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { entryPaths } from '../paths.ts'
import type { LogKindRow } from '../queries.ts'
import { words, type LogWords } from '../words.ts'

interface KindsPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  kinds: readonly LogKindRow[]
  /** How many kinds the template brings. */
  templateSize: number
  hasLastYear: boolean
  mayKeep: boolean
  starting: Returned
  form: Returned
}

const numbersIn = (t: LogWords, kind: LogKindRow) =>
  kind.numbers.map(({ name, measure }) => t.numberOf(name, measure)).join('; ') || t.noNumbers

const StateOfKind = ({ at, kind, mayKeep }: Pick<KindsPageProps, 'at' | 'mayKeep'> & { kind: LogKindRow }) => {
  const t = words(useLocale())
  if (kind.ended_on !== null) return <State kind="none">{t.ended(formatDay(kind.ended_on))}</State>
  if (!mayKeep) return <State kind="done">{t.inUse}</State>
  return (
    <form method="post" action={entryPaths.kindEnd(...at, kind.code)}>
      <SubmitButton look="quiet">{t.endKind}</SubmitButton>
    </form>
  )
}

const Start = ({ at, templateSize, hasLastYear, starting }: KindsPageProps) => {
  const t = words(useLocale())
  const template = { value: 'template', label: t.startTemplate, help: t.startTemplateHelp(templateSize) }
  return (
    <Sheet title={t.start}>
      <PostedForm action={entryPaths.start(...at)} form={starting} submit={t.start}>
        <RadioGroup
          {...fieldOf(starting, 'from', 'template')}
          label={t.startFrom}
          choices={hasLastYear ? [template, { value: 'lastYear', label: t.startLastYear }] : [template]}
          required
        />
      </PostedForm>
    </Sheet>
  )
}

const AddKind = ({ at, form }: KindsPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.addKind}>
      <PostedForm action={entryPaths.kinds(...at)} form={form} submit={t.addKind}>
        <TextField {...fieldOf(form, 'name')} label={t.kindName} example={t.kindNameExample} maxlength={120} required />
        <TextField {...fieldOf(form, 'help')} label={t.kindHelp} maxlength={300} />
        <TextArea
          {...fieldOf(form, 'numbers')}
          label={t.kindNumbers}
          help={t.kindNumbersHelp}
          example={t.kindNumbersExample}
          rows={4}
          maxlength={1000}
        />
      </PostedForm>
    </Sheet>
  )
}

/** Which kinds of entry the log of a year has, and which numbers they carry. */
export const KindsPage = (props: KindsPageProps) => {
  const t = words(useLocale())
  const { year, at, kinds, mayKeep } = props
  const columns: Column<LogKindRow>[] = [
    { key: 'name', label: t.kind, heading: true, cell: (kind) => kind.name },
    { key: 'help', label: t.kindHelp, cell: (kind) => kind.help },
    { key: 'numbers', label: t.numbers, cell: (kind) => numbersIn(t, kind) },
    { key: 'state', label: t.state, cell: (kind) => <StateOfKind at={at} kind={kind} mayKeep={mayKeep} /> },
  ]
  return (
    <YearFrame
      year={year}
      title={t.kindsTitle}
      under={t.kindsNote}
      crumbs={[{ label: t.title, href: entryPaths.list(...at) }]}
    >
      {kinds.length === 0 && mayKeep && <Start {...props} />}
      {kinds.length > 0 && (
        <Sheet flush>
          <Table caption={t.kindsTitle} columns={columns} rows={kinds} />
        </Sheet>
      )}
      {mayKeep && <AddKind {...props} />}
    </YearFrame>
  )
}
