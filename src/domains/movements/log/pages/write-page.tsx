import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { OfflineEntry } from '#ui/offline-entry.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { entryPaths } from '../paths.ts'
import type { LogEntryRow, LogKindRow } from '../queries.ts'
import { words } from '../words.ts'

interface WritePageProps {
  year: BlocYearRow
  at: readonly [string, string]
  kind: LogKindRow
  unitName: string
  today: string
  /** The entry's own id, made with the form: a form that is sent twice writes once. */
  id: string
  /** The entry that is corrected; absent when a new one is written. */
  entry: LogEntryRow | undefined
  form: Returned
}

const written = (value: string | undefined) => value?.replace('.', ',')

const Numbers = ({ kind, entry, form }: WritePageProps) => {
  const t = words(useLocale())
  const before = new Map(entry?.values.map(({ code, value }) => [code, value]))
  return (
    <>
      {kind.numbers.map(({ code, name, measure, required }) => (
        <TextField
          {...fieldOf(form, `values.${code}`, written(before.get(code)))}
          label={t.labelOf(name, measure)}
          example={t.figureExample}
          inputmode="decimal"
          maxlength={30}
          required={required}
          narrow
        />
      ))}
    </>
  )
}

/** One entry of the log, new or to be corrected. */
export const WritePage = (props: WritePageProps) => {
  const t = words(useLocale())
  const { year, at, kind, unitName, today, id, entry, form } = props
  const isNew = entry === undefined
  return (
    <YearFrame
      year={year}
      title={isNew ? t.writeOf(kind.name) : t.correctTitle}
      under={isNew ? `${t.forUnit(unitName)}. ${kind.help}` : t.correctNote}
      crumbs={[{ label: t.title, href: entryPaths.list(...at) }]}
    >
      <OfflineEntry number="id" title={`${isNew ? t.writeOf(kind.name) : t.correctTitle}, ${unitName}`} adds>
        <PostedForm
          action={isNew ? entryPaths.write(...at, kind.code) : entryPaths.correct(...at, entry.id)}
          form={form}
          submit={isNew ? t.save : t.doCorrect}
          cancel={{ label: t.cancel, href: isNew ? entryPaths.list(...at) : entryPaths.one(...at, entry.id) }}
        >
          <input type="hidden" name="id" value={form.typed['id'] ?? id} />
          <DayField {...fieldOf(form, 'onDay', entry?.on_day ?? today)} label={t.onDay} required />
          <TextArea
            {...fieldOf(form, 'text', entry?.text)}
            label={t.text}
            example={t.textExample}
            rows={4}
            maxlength={2000}
            required
          />
          <Numbers {...props} />
          {!isNew && (
            <TextField
              {...fieldOf(form, 'reason')}
              label={t.reason}
              example={t.reasonExample}
              maxlength={500}
              required
            />
          )}
        </PostedForm>
      </OfflineEntry>
    </YearFrame>
  )
}
