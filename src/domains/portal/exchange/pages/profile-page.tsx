import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { exchangePaths } from '../paths.ts'
import type { Edition } from '../queries.ts'
import { words } from '../words.ts'
import { Verification } from './exchange-page.tsx'
import { Preview, type PreviewProps } from './preview.tsx'

interface ProfilePageProps {
  edition: Edition
  editions: readonly Edition[]
  today: string
  may: { export: boolean; keep: boolean; confirm: boolean }
  /** The days that were asked for, with what is wrong with them. */
  asked: Returned
  confirming: Returned
  preview: PreviewProps | undefined
  history: readonly HistoryEntry[]
}

type Words = ReturnType<typeof words>

const sourceName = (source: string, t: Words) => (t.sources as Readonly<Record<string, string>>)[source] ?? source

const Fields = ({ edition }: Pick<ProfilePageProps, 'edition'>) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.fieldsOf}
      rows={edition.fields}
      columns={[
        { key: 'key', label: t.key, cell: ({ key }) => <code>{key}</code> },
        { key: 'label', label: t.label, cell: ({ label }) => label },
        { key: 'source', label: t.from, cell: ({ source }) => sourceName(source, t) },
        { key: 'format', label: t.format, cell: ({ format }) => t.formats[format] },
        { key: 'required', label: t.required, cell: ({ required }) => (required ? t.yes : t.no) },
      ]}
    />
  )
}

const Making = ({ edition, asked, may }: ProfilePageProps) => {
  const t = words(useLocale())
  if (!may.export) return <p class="mute">{t.notYours}</p>
  return (
    <Sheet title={t.make}>
      <div class="stack">
        <p class="mute">{t.periods[edition.kind]}</p>
        <ErrorSummary errors={asked.errors} />
        {asked.refused !== undefined && <Notice kind="error">{asked.refused}</Notice>}
        <form method="get" action={exchangePaths.profile(edition.code)} novalidate>
          <div class="fields">
            <DayField {...fieldOf(asked, 'tu')} label={t.tu} required />
            <DayField {...fieldOf(asked, 'den')} label={t.den} required />
          </div>
          <Actions>
            <SubmitButton look="plain">{t.preview}</SubmitButton>
          </Actions>
        </form>
      </div>
    </Sheet>
  )
}

const Confirming = ({ edition, confirming, may }: ProfilePageProps) => {
  const t = words(useLocale())
  if (edition.verified_at !== null || !may.keep) return null
  return (
    <Sheet title={t.confirmTitle}>
      {may.confirm ? (
        <PostedForm action={exchangePaths.confirmation(edition.code)} form={confirming} submit={t.confirm}>
          <input type="hidden" name="edition" value={edition.id} />
          <TextField {...fieldOf(confirming, 'source')} label={t.confirmSource} maxlength={500} required />
        </PostedForm>
      ) : (
        <p class="mute">{t.confirmApart}</p>
      )}
    </Sheet>
  )
}

const Editions = ({ editions, edition, today }: ProfilePageProps) => {
  const t = words(useLocale())
  const stateOf = ({ id, from_on }: Edition) => {
    if (id === edition.id) return t.holds
    return from_on > today ? t.later : t.replaced
  }
  return (
    <Table
      caption={t.editions}
      rows={editions}
      columns={[
        { key: 'edition', label: t.edition, cell: (one) => String(one.edition) },
        { key: 'from', label: t.fromOn, cell: ({ from_on }) => formatDay(from_on) },
        { key: 'state', label: t.state, cell: stateOf },
        { key: 'verified', label: t.verification, cell: (one) => <Verification edition={one} /> },
        { key: 'source', label: t.source, cell: ({ source }) => source },
      ]}
    />
  )
}

/** One profile: what it holds and for whom, a file for a period, and how it came to be so. */
export const ProfilePage = (props: ProfilePageProps) => {
  const t = words(useLocale())
  const { edition, preview, may } = props
  const { verified_at: at, verified_by_name: by, verified_source: source } = edition
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: exchangePaths.list }]} />
      <PageHead
        title={edition.name}
        over={edition.receiver}
        state={<Verification edition={edition} />}
        actions={may.keep && <LinkButton href={exchangePaths.edition(edition.code)}>{t.addEdition}</LinkButton>}
      />
      {at === null && (
        <Notice kind="warning" title={t.unverifiedTitle}>
          {t.unverifiedBody}
        </Notice>
      )}
      <Making {...props} />
      {preview !== undefined && <Preview {...preview} />}
      <Sheet title={t.fieldsOf} flush>
        <Fields edition={edition} />
      </Sheet>
      <Sheet>
        <Facts
          facts={[
            { label: t.kind, value: t.kinds[edition.kind] },
            { label: t.edition, value: String(edition.edition) },
            { label: t.source, value: edition.source },
            ...(at === null ? [] : [{ label: t.verification, value: t.verifiedBy(by, formatMoment(at), source) }]),
            { label: 'JSON Schema', value: <a href={exchangePaths.schema(edition.code)}>{t.schema}</a> },
          ]}
        />
      </Sheet>
      <Confirming {...props} />
      <Sheet title={t.editions} flush>
        <Editions {...props} />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
