import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { MinutesFrame, type At } from '../../minutes/pages/minutes-frame.tsx'
import type { ConferenceRow } from '../../queries.ts'
import type { Nominee } from '../paper-count.ts'
import { countPaths } from '../paths.ts'
import type { CountRow } from '../queries.ts'
import { words } from '../words.ts'

interface PaperCountPageProps {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  counts: readonly CountRow[]
  /** Who may be a teller: there by the roll, and not the chair. */
  eligible: readonly InviteeRow[]
  mayCount: boolean
  form: Returned
}

const Count = ({ at, count }: { at: At; count: CountRow }) => {
  const t = words(useLocale())
  const columns: Column<Nominee>[] = [
    { key: 'name', label: t.nominee, heading: true, cell: ({ name }) => name },
    { key: 'for', label: t.votesFor, numeric: true, cell: ({ votesFor }) => String(votesFor) },
    { key: 'against', label: t.votesAgainst, numeric: true, cell: ({ votesAgainst }) => String(votesAgainst) },
  ]
  const { issued, returned, valid, invalid } = count
  const sums = { issued: String(issued), returned: String(returned), valid: String(valid), invalid: String(invalid) }
  return (
    <Sheet title={count.title}>
      <div class="stack">
        <p>{t.sums(sums)}</p>
        <p class="mute">
          {t.tellers}: {count.tellers.map(({ name, unit }) => `${name} (${unit})`).join('; ')}
        </p>
        <Table caption={count.title} columns={columns} rows={count.nominees} />
        <div class="row">
          <LinkButton href={countPaths.paper(...at, count.id)}>{t.paper}</LinkButton>
          <LinkButton href={countPaths.word(...at, count.id)}>{t.word}</LinkButton>
        </div>
      </div>
    </Sheet>
  )
}

const Form = ({ at, eligible, form }: PaperCountPageProps) => {
  const t = words(useLocale())
  const options: Option[] = eligible.map(({ id, name, of }) => ({ value: id, label: `${name}, ${of}` }))
  const labels = { teller1: t.head, teller2: t.member('2'), teller3: t.member('3') }
  return (
    <Sheet title={t.count}>
      <PostedForm action={countPaths.list(...at)} form={form} submit={t.save}>
        <TextField {...fieldOf(form, 'title')} label={t.about} example={t.aboutExample} maxlength={300} required />
        {(['teller1', 'teller2', 'teller3'] as const).map((name) => (
          <SelectField {...fieldOf(form, name)} label={labels[name]} options={options} required />
        ))}
        {(['issued', 'returned', 'valid', 'invalid'] as const).map((name) => (
          <TextField {...fieldOf(form, name)} label={t[name]} inputmode="numeric" maxlength={4} narrow required />
        ))}
        <TextArea
          {...fieldOf(form, 'nominees')}
          label={t.nominees}
          help={t.nomineesHelp}
          example={t.nomineesExample}
          rows={8}
          maxlength={10_000}
          required
        />
      </PostedForm>
    </Sheet>
  )
}

/** Votes on paper of one conference, as the tellers counted them. */
export const PaperCountPage = (props: PaperCountPageProps) => {
  const t = words(useLocale())
  const { year, conference, at, counts, mayCount } = props
  return (
    <MinutesFrame year={year} conference={conference} title={t.title} under={t.note}>
      {counts.length === 0 && <Empty title={t.none}>{t.noneBody}</Empty>}
      {counts.map((count) => (
        <Count at={at} count={count} />
      ))}
      {mayCount && <Form {...props} />}
    </MinutesFrame>
  )
}
