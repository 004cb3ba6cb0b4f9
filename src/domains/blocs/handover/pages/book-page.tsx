import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import type { BlocYearRow } from '../../queries.ts'
import { handoverPaths } from '../paths.ts'
import { isOpen, type NoteRow } from '../queries.ts'
import { words, type HandoverWords } from '../words.ts'

interface BookPageProps {
  year: BlocYearRow
  notes: readonly NoteRow[]
  today: string
  mayWrite: boolean
  form: Returned
}

const stateOf = (t: HandoverWords, note: NoteRow) => {
  if (isOpen(note)) return <State kind="open">{t.notDone}</State>
  return <State kind="done">{note.closed_on === null ? t.done : t.doneOn(formatDay(note.closed_on))}</State>
}

const columns = (t: HandoverWords): Column<NoteRow>[] => [
  { key: 'day', label: t.writtenOn, cell: (note) => formatDay(note.written_on) },
  {
    key: 'what',
    label: t.what,
    heading: true,
    cell: (note) => (note.closes_what === null ? note.what : `${note.what} (${t.closesWhat(note.closes_what)})`),
  },
  { key: 'concerned', label: t.concerned, cell: (note) => note.concerned },
  { key: 'follows', label: t.follows, cell: (note) => note.follows },
  { key: 'state', label: t.state, cell: (note) => stateOf(t, note) },
  { key: 'writer', label: t.writer, cell: (note) => note.writer_name },
]

const Write = ({ year, notes, today, form }: BookPageProps) => {
  const t = words(useLocale())
  const open = notes.filter(isOpen)
  return (
    <Sheet title={t.write}>
      <PostedForm action={handoverPaths.book(year.bloc.slug, year.slug)} form={form} submit={t.write}>
        <DayField {...fieldOf(form, 'writtenOn', today)} label={t.writtenOn} required />
        <TextField {...fieldOf(form, 'what')} label={t.what} example={t.whatExample} maxlength={500} required />
        <TextField {...fieldOf(form, 'concerned')} label={t.concerned} maxlength={200} />
        <TextField {...fieldOf(form, 'follows')} label={t.follows} maxlength={500} />
        <Checkbox {...tickOf(form, 'isDone')} label={t.isDone} />
        {open.length > 0 && (
          <SelectField
            {...fieldOf(form, 'closes')}
            label={t.closes}
            help={t.closesHelp}
            none={t.closesNone}
            options={open.map((note) => ({ value: note.id, label: t.noteOf(formatDay(note.written_on), note.what) }))}
          />
        )}
      </PostedForm>
    </Sheet>
  )
}

/** The head's follow-up book of a year, the oldest note first as in a book. */
export const BookPage = (props: BookPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, notes } = props
  const open = notes.filter(isOpen).length
  return (
    <FormSheet
      crumbs={yearCrumbs(year, locale)}
      title={t.book}
      over={`${year.bloc.short_name} ${year.label}`}
      under={t.bookNote}
    >
      <Sheet title={t.noteCount(String(open), String(notes.length))} flush>
        <Table
          caption={t.book}
          columns={columns(t)}
          rows={notes}
          empty={<Empty title={t.bookEmpty}>{t.bookEmptyBody}</Empty>}
        />
      </Sheet>
      {props.mayWrite && <Write {...props} />}
    </FormSheet>
  )
}
