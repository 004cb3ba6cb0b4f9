import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { tablePaths } from '../paths.ts'
import type { VersionRow } from '../queries.ts'
import { words } from '../words.ts'
import { VersionState } from './list-page.tsx'

interface TablePageProps {
  slug: string
  blocName: string
  versions: readonly VersionRow[]
  mayKeep: boolean
  history: readonly HistoryEntry[]
  refused?: string | undefined
}

const NewVersion = ({ slug, version }: { slug: string; version: VersionRow }) => {
  const t = words(useLocale())
  return (
    <form method="post" action={tablePaths.newVersion(slug, version.code)}>
      <input type="hidden" name="from" value={version.id} />
      <SubmitButton look="plain" icon="plus">
        {t.newVersion}
      </SubmitButton>
    </form>
  )
}

export const TablePage = ({ slug, blocName, versions, mayKeep, history, refused }: TablePageProps) => {
  const t = words(useLocale())
  const [newest] = versions
  const hasDraft = versions.some(({ state }) => state === 'draft')
  const columns: Column<VersionRow>[] = [
    {
      key: 'number',
      label: t.fields.number,
      cell: ({ code, number }) => (
        <a href={tablePaths.version(slug, code, String(number))}>{t.versionName(String(number))}</a>
      ),
    },
    { key: 'state', label: t.fields.state, cell: ({ state }) => <VersionState state={state} /> },
    {
      key: 'changed',
      label: t.fields.changed,
      cell: ({ changedBy, changedAt }) => t.byAt(changedBy, formatMoment(changedAt)),
    },
    { key: 'adopted', label: t.fields.adopted, cell: ({ adoptedAt }) => adoptedAt && formatMoment(adoptedAt) },
    { key: 'note', label: t.fields.note, cell: ({ note, withdrawnReason }) => withdrawnReason || note },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: tablePaths.list(slug) }]} />
      <PageHead over={blocName} title={newest?.title ?? t.title} under={newest?.code} />
      {refused && <Notice kind="error">{refused}</Notice>}
      <Sheet title={t.versions} flush>
        <Table caption={t.versions} columns={columns} rows={versions} />
      </Sheet>
      {mayKeep && !hasDraft && newest && (
        <Sheet>
          <p class="mute">{t.newVersionHelp}</p>
          <NewVersion slug={slug} version={newest} />
        </Sheet>
      )}
      <Sheet title={t.history}>
        <History entries={history} />
      </Sheet>
    </div>
  )
}
