import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { entryPaths } from '../paths.ts'
import type { LogEntryRow } from '../queries.ts'
import { words } from '../words.ts'
import { EntryStateWord, valuesIn } from './list-page.tsx'

interface EntryPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  entry: LogEntryRow
  /** This entry and what it replaced, the newest first. */
  versions: readonly LogEntryRow[]
  cited: readonly Cited[]
  /** The first of the entries that replaced one another: evidence stays with it. */
  first: string
  mayChange: boolean
  /** The id of the entry that takes this one back. */
  id: string
  form: Returned
}

const Withdrawal = ({ at, entry, id, form }: EntryPageProps) => {
  const t = words(useLocale())
  return (
    <Details summary={t.withdraw} open={form.refused !== undefined || form.errors.length > 0}>
      <p>{t.withdrawNote}</p>
      <PostedForm action={entryPaths.withdrawal(...at, entry.id)} form={form} submit={t.doWithdraw} look="danger">
        <input type="hidden" name="id" value={form.typed['id'] ?? id} />
        <TextField {...fieldOf(form, 'reason')} label={t.reason} maxlength={500} required />
      </PostedForm>
    </Details>
  )
}

const Versions = ({ versions }: Pick<EntryPageProps, 'versions'>) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <Sheet title={t.versions}>
      <Timeline
        label={t.versions}
        entries={versions.map((version) => ({
          when: formatMoment(version.entered_at),
          what: `${version.entered_name}: ${version.is_withdrawal ? t.withdrawn : version.text}`,
          detail: [
            version.reason === '' ? '' : t.reasonOf(version.reason),
            formatDay(version.on_day),
            valuesIn(t, locale, version.values),
          ]
            .filter((part) => part !== '')
            .join(' · '),
        }))}
      />
    </Sheet>
  )
}

/** One entry of the log with its evidence and how it came to be. */
export const EntryPage = (props: EntryPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, entry, cited, first, mayChange } = props
  return (
    <YearFrame
      year={year}
      title={entry.kind_name}
      state={<EntryStateWord entry={entry} />}
      crumbs={[{ label: t.title, href: entryPaths.list(...at) }]}
      actions={mayChange && <LinkButton href={entryPaths.correct(...at, entry.id)}>{t.correct}</LinkButton>}
    >
      <Sheet>
        <Facts
          facts={[
            { label: t.unit, value: entry.unit },
            { label: t.onDay, value: formatDay(entry.on_day) },
            { label: t.text, value: entry.text },
            ...(entry.values.length === 0 ? [] : [{ label: t.values, value: valuesIn(t, locale, entry.values) }]),
            { label: t.writer, value: entry.entered_name },
          ]}
        />
        {mayChange && <Withdrawal {...props} />}
      </Sheet>
      <Sheet title={t.evidence}>
        <CitedEvidence
          bloc={at[0]}
          year={at[1]}
          subject={{ kind: 'log', id: first }}
          cited={cited}
          mayAdd={mayChange}
        />
      </Sheet>
      <Versions {...props} />
    </YearFrame>
  )
}
