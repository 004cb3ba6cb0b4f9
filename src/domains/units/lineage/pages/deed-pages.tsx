import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { unitPaths } from '../../paths.ts'
import { deedKinds, documentLine, type Deed, type Party } from '../deed.ts'
import { lineagePaths } from '../paths.ts'
import { words, type LineageWords } from '../words.ts'
import { DocumentFields } from './document-fields.tsx'

const partiesOn = (deed: Deed, side: Party['side']) => deed.parties.filter((party) => party.side === side)

const PartyName = ({ party, locale }: { party: Party; locale: Locale }) => {
  if (party.unit !== null) return <a href={unitPaths.unit(party.unit)}>{party.name}</a>
  return <>{party.tenant === null ? party.name : words(locale).elsewhere(party.name, party.tenant)}</>
}

/** In one line, for a table. */
const PartyLine = ({ parties, locale }: { parties: readonly Party[]; locale: Locale }) => (
  <>
    {parties.length === 0 && '—'}
    {parties.map((party, index) => (
      <>
        {index > 0 && '; '}
        <PartyName party={party} locale={locale} />
      </>
    ))}
  </>
)

const Parties = ({ parties, locale }: { parties: readonly Party[]; locale: Locale }) => (
  <ul>
    {parties.map((party) => (
      <li>
        <PartyName party={party} locale={locale} />
      </li>
    ))}
  </ul>
)

const DeedState = ({ deed, t }: { deed: Deed; t: LineageWords }) => {
  if (deed.undone_at !== null) return <State kind="none">{t.undone}</State>
  if (deed.document_number === null) return <State kind="soon">{t.unverified}</State>
  return <State kind="done">{t.standing}</State>
}

interface ListProps {
  locale: Locale
  deeds: readonly Deed[]
  page: number
  last: number
  mayKeep: boolean
  levelsOver: readonly { id: string; full_name: string; level_name: string; ended_on: string }[]
}

const listColumns = (locale: Locale, t: LineageWords): Column<Deed>[] => [
  {
    key: 'kind',
    label: t.kind,
    heading: true,
    cell: (deed) => <a href={lineagePaths.deed(deed.id)}>{t.kinds[deed.kind]}</a>,
  },
  { key: 'on', label: t.effectiveOn, cell: (deed) => formatDay(deed.effective_on) },
  { key: 'before', label: t.before, cell: (deed) => <PartyLine parties={partiesOn(deed, 'before')} locale={locale} /> },
  { key: 'after', label: t.after, cell: (deed) => <PartyLine parties={partiesOn(deed, 'after')} locale={locale} /> },
  { key: 'document', label: t.document, cell: (deed) => documentLine(deed) },
  { key: 'state', label: t.stands, cell: (deed) => <DeedState deed={deed} t={t} /> },
]

export const DeedListPage = ({ locale, deeds, page, last, mayKeep, levelsOver }: ListProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead
        title={t.title}
        under={t.listNote}
        actions={
          <>
            {mayKeep && (
              <LinkButton look="main" icon="plus" href={lineagePaths.kinds}>
                {t.record}
              </LinkButton>
            )}
            <LinkButton href={lineagePaths.office}>{t.awardingOffice}</LinkButton>
          </>
        }
      />
      {mayKeep && levelsOver.length > 0 && (
        <Notice kind="warning" title={t.levelOverTitle}>
          <p>{t.levelOverNote}</p>
          <ul>
            {levelsOver.map((unit) => (
              <li>
                <a href={unitPaths.unit(unit.id)}>{unit.full_name}</a>:{' '}
                {t.levelOver(unit.level_name, formatDay(unit.ended_on))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Sheet flush>
        <Table
          caption={t.title}
          columns={listColumns(locale, t)}
          rows={deeds}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
      <Pagination page={page} last={last} href={(number) => `${lineagePaths.list}?trang=${number}`} />
    </div>
  )
}

export const KindsPage = ({ locale, hrefOf }: { locale: Locale; hrefOf: (kind: string) => string }) => {
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: lineagePaths.list }]} />
      <PageHead title={t.chooseKind} />
      <Sheet flush>
        <Table
          caption={t.chooseKind}
          columns={[
            { key: 'kind', label: t.kind, heading: true, cell: (kind) => <a href={hrefOf(kind)}>{t.kinds[kind]}</a> },
            { key: 'note', label: t.people, cell: (kind) => t.kindNotes[kind] },
          ]}
          rows={deedKinds}
        />
      </Sheet>
    </div>
  )
}

interface DeedPageProps {
  locale: Locale
  deed: Deed
  history: readonly HistoryEntry[]
  mayKeep: boolean
}

const Keeping = ({ deed, t }: { deed: Deed; t: LineageWords }) => (
  <>
    <LinkButton icon="pen" href={lineagePaths.correct(deed.id)}>
      {t.correct}
    </LinkButton>
    <LinkButton href={lineagePaths.undo(deed.id)}>{t.undo}</LinkButton>
  </>
)

/** The kind as a heading. */
export const deedTitle = (t: LineageWords, kind: Deed['kind']) =>
  `${t.kinds[kind].charAt(0).toLocaleUpperCase('vi')}${t.kinds[kind].slice(1)}`

export const DeedPage = ({ locale, deed, history, mayKeep }: DeedPageProps) => {
  const t = words(locale)
  const after = partiesOn(deed, 'after')
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: lineagePaths.list }]} />
      <PageHead
        title={deedTitle(t, deed.kind)}
        under={documentLine(deed)}
        state={<DeedState deed={deed} t={t} />}
        actions={mayKeep && deed.undone_at === null && <Keeping deed={deed} t={t} />}
      />
      {deed.undone_reason !== null && <Notice kind="info">{t.undoneBecause(deed.undone_reason)}</Notice>}
      <Facts
        facts={[
          { label: t.effectiveOn, value: formatDay(deed.effective_on) },
          { label: t.before, value: <Parties parties={partiesOn(deed, 'before')} locale={locale} /> },
          ...(after.length === 0 ? [] : [{ label: t.after, value: <Parties parties={after} locale={locale} /> }]),
          { label: t.document, value: documentLine(deed) },
        ]}
      />
      {deed.document_sha256 !== null && (
        <p>
          <LinkButton icon="download" href={lineagePaths.document(deed.id)} download>
            {t.openFile}
          </LinkButton>
        </p>
      )}
      <Sheet title={t.history}>
        <History entries={history} />
      </Sheet>
    </div>
  )
}

interface ChangeProps {
  locale: Locale
  deed: Deed
  form: Returned
}

const crumbsOf = (deed: Deed, t: LineageWords) => [
  { label: t.title, href: lineagePaths.list },
  { label: deedTitle(t, deed.kind), href: lineagePaths.deed(deed.id) },
]

export const CorrectPage = ({ locale, deed, form }: ChangeProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbsOf(deed, t)} />
      <PageHead title={t.correctTitle} under={t.correctNote} />
      <PostedForm
        action={lineagePaths.correct(deed.id)}
        form={form}
        submit={t.saveCorrection}
        cancel={{ label: t.cancel, href: lineagePaths.deed(deed.id) }}
      >
        <DocumentFields locale={locale} form={form} deed={deed} />
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={2} maxlength={1000} required />
      </PostedForm>
    </div>
  )
}

export const UndoPage = ({ locale, deed, form }: ChangeProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbsOf(deed, t)} />
      <PageHead title={t.undoTitle} under={t.undoNote} />
      <p>{documentLine(deed)}</p>
      <PostedForm
        action={lineagePaths.undo(deed.id)}
        form={form}
        submit={t.undo}
        look="danger"
        cancel={{ label: t.cancel, href: lineagePaths.deed(deed.id) }}
      >
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={2} maxlength={1000} required />
      </PostedForm>
    </div>
  )
}
