import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, dayOf } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { tablePaths } from '../paths.ts'
import type { ScoreTableState, VersionRow } from '../queries.ts'
import { words } from '../words.ts'

const kinds = { draft: 'open', adopted: 'done', withdrawn: 'none' } satisfies Record<ScoreTableState, StateKind>

export const VersionState = ({ state }: { state: ScoreTableState }) => (
  <State kind={kinds[state]}>{words(useLocale()).states[state]}</State>
)

interface TableInList {
  code: string
  title: string
  inForce: VersionRow | undefined
  draft: VersionRow | undefined
}

/** One line a table: what counts now, and what is being written. */
function tablesOf(versions: readonly VersionRow[]): TableInList[] {
  return [...Map.groupBy(versions, ({ table }) => table).values()].map((all) => ({
    code: all[0]?.code ?? '',
    title: all[0]?.title ?? '',
    inForce: all.find(({ state }) => state === 'adopted'),
    draft: all.find(({ state }) => state === 'draft'),
  }))
}

const VersionLink = ({ bloc, version }: { bloc: string; version: VersionRow | undefined }) => {
  const t = words(useLocale())
  if (version === undefined) return <span class="mute">{t.none}</span>
  const href = tablePaths.version(bloc, version.code, String(version.number))
  const day = version.adoptedAt ?? version.changedAt
  return (
    <>
      <a href={href}>{t.versionName(String(version.number))}</a>, {formatDay(dayOf(day))}
    </>
  )
}

interface ListPageProps {
  slug: string
  blocName: string
  versions: readonly VersionRow[]
  mayKeep: boolean
}

const Actions = ({ slug }: { slug: string }) => {
  const t = words(useLocale())
  return (
    <>
      <LinkButton href={tablePaths.fromWorkbook(slug)} icon="upload">
        {t.fromWorkbook}
      </LinkButton>
      <LinkButton href={tablePaths.fromJson(slug)}>{t.fromJson}</LinkButton>
      <LinkButton href={tablePaths.add(slug)} look="main" icon="plus">
        {t.add}
      </LinkButton>
    </>
  )
}

export const ListPage = ({ slug, blocName, versions, mayKeep }: ListPageProps) => {
  const t = words(useLocale())
  const columns: Column<TableInList>[] = [
    { key: 'code', label: t.fields.code, cell: ({ code }) => code },
    {
      key: 'title',
      label: t.fields.title,
      heading: true,
      cell: ({ code, title }) => <a href={tablePaths.table(slug, code)}>{title}</a>,
    },
    { key: 'inForce', label: t.fields.inForce, cell: ({ inForce }) => <VersionLink bloc={slug} version={inForce} /> },
    { key: 'draft', label: t.fields.draft, cell: ({ draft }) => <VersionLink bloc={slug} version={draft} /> },
  ]
  const rows = tablesOf(versions)
  return (
    <div class="stack">
      <PageHead over={blocName} title={t.title} under={t.intro} actions={mayKeep && <Actions slug={slug} />} />
      <Sheet title={rows.length === 0 ? undefined : t.title} flush={rows.length > 0}>
        {rows.length === 0 ? (
          <Empty title={t.empty} icon="list">
            {mayKeep ? t.emptyKeeper : t.emptyReader}
          </Empty>
        ) : (
          <Table caption={t.title} columns={columns} rows={rows} />
        )}
      </Sheet>
    </div>
  )
}
