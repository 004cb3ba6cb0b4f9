import type { ReturnedForm } from '#platform/answer-form.ts'
import { formatDay } from '#ui/format.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Threshold } from '../../months/queries.ts'
import { words as monthWords } from '../../months/words.ts'
import { concernLevels } from '../../opinion.ts'
import { words as voiceWords } from '../../words.ts'
import { codeKinds, type CodeKind } from '../code-list.ts'
import { topicPaths } from '../paths.ts'
import type { CodeRow } from '../queries.ts'
import { words } from '../words.ts'
import { RenameForm } from './rename-form.tsx'

export interface CodesPageProps {
  codes: Readonly<Record<CodeKind, readonly CodeRow[]>>
  thresholds: readonly Threshold[]
  mayKeep: boolean
  forms: Readonly<Partial<Record<CodeKind | 'threshold', ReturnedForm>>>
}

const none: ReturnedForm = { typed: {}, errors: [] }

const CodeList = ({ kind, codes, mayKeep, forms }: CodesPageProps & { kind: CodeKind }) => {
  const t = words(useLocale())
  const form = forms[kind] ?? none
  const columns: Column<CodeRow>[] = [
    { key: 'name', label: t.codes.name, cell: ({ name }) => name },
    {
      key: 'state',
      label: t.state,
      cell: ({ ended_on }) =>
        ended_on === null ? (
          <State kind="done">{t.inUse}</State>
        ) : (
          <State kind="none">{t.endedOn(formatDay(ended_on))}</State>
        ),
    },
    {
      key: 'acts',
      label: t.acts,
      cell: ({ code, name, ended_on }) =>
        mayKeep &&
        ended_on === null && (
          <RenameForm
            id={`${kind}-${code}`}
            name={name}
            renaming={topicPaths.code}
            ending={topicPaths.codeEnd}
            hidden={{ kind, code }}
          />
        ),
    },
  ]
  return (
    <Sheet title={t.codes[kind]}>
      <Table caption={t.codes[kind]} columns={mayKeep ? columns : columns.slice(0, 2)} rows={codes[kind]} />
      {mayKeep && (
        <PostedForm action={topicPaths.codes} form={form} submit={t.codes.add[kind]}>
          <input type="hidden" name="kind" value={kind} />
          <TextField {...fieldOf(form, 'name')} id={`them-${kind}`} label={t.codes.name} maxlength={120} required />
        </PostedForm>
      )}
    </Sheet>
  )
}

const Thresholds = ({ thresholds, mayKeep, forms }: CodesPageProps) => {
  const t = monthWords(useLocale()).thresholds
  const form = forms.threshold ?? none
  const columns: Column<Threshold>[] = [
    { key: 'from', label: t.from, cell: ({ from_on }) => formatDay(from_on) },
    { key: 'least', label: t.least, numeric: true, cell: ({ least }) => String(least) },
    { key: 'hot', label: t.hotLeast, numeric: true, cell: ({ hot_least }) => String(hot_least) },
    { key: 'factor', label: t.hotFactor, numeric: true, cell: ({ hot_factor }) => hot_factor.replace('.', ',') },
    { key: 'months', label: t.hotMonths, numeric: true, cell: ({ hot_months }) => String(hot_months) },
    { key: 'basis', label: t.basis, cell: ({ basis }) => basis },
  ]
  const number = (name: string, label: string, given: string, help?: string) => (
    <TextField {...fieldOf(form, name, given)} label={label} {...(help && { help })} narrow required />
  )
  const now = thresholds[0]
  return (
    <Sheet title={t.title}>
      <p>{t.body}</p>
      <Table caption={t.title} columns={columns} rows={thresholds} wide />
      {mayKeep && (
        <PostedForm action={topicPaths.threshold} form={form} submit={t.add}>
          <DayField {...fieldOf(form, 'from')} label={t.from} required />
          {number('least', t.least, String(now?.least ?? 5), t.leastHelp)}
          {number('hotLeast', t.hotLeast, String(now?.hot_least ?? 10))}
          {number('hotFactor', t.hotFactor, now?.hot_factor.replace('.', ',') ?? '2')}
          {number('hotMonths', t.hotMonths, String(now?.hot_months ?? 3))}
          <TextField {...fieldOf(form, 'basis')} label={t.basis} maxlength={300} />
        </PostedForm>
      )}
    </Sheet>
  )
}

/** What all blocs code by, and the thresholds of what is told. */
export const CodesPage = (props: CodesPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { concerns } = voiceWords(locale)
  const refused = Object.values(props.forms).find((form) => form.refused && form.typed['code'] !== undefined)?.refused
  return (
    <>
      <PageHead title={t.codes.title} under={t.codes.under} />
      <div class="stack">
        {refused && <Notice kind="error">{refused}</Notice>}
        {codeKinds.map((kind) => (
          <CodeList {...props} kind={kind} />
        ))}
        <Sheet title={t.codes.concerns}>
          <p>{t.codes.concernsBody}</p>
          <ul>
            {concernLevels.map((level) => (
              <li>{concerns[level]}</li>
            ))}
          </ul>
        </Sheet>
        <Thresholds {...props} />
      </div>
    </>
  )
}
