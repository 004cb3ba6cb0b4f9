import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { exchangePaths } from '../paths.ts'
import type { Edition } from '../queries.ts'
import { words } from '../words.ts'

export const Verification = ({ edition }: { edition: Pick<Edition, 'verified_at'> }) => {
  const t = words(useLocale())
  return edition.verified_at === null ? (
    <State kind="open">{t.unverified}</State>
  ) : (
    <State kind="done">{t.verified}</State>
  )
}

/** What can be handed to whom. */
export const ExchangePage = ({ editions }: { editions: readonly Edition[] }) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.what} />
      <Sheet flush>
        <Table
          caption={t.profiles}
          rows={editions}
          columns={[
            { key: 'name', label: t.name, cell: ({ code, name }) => <a href={exchangePaths.profile(code)}>{name}</a> },
            { key: 'receiver', label: t.receiver, cell: ({ receiver }) => receiver },
            { key: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind] },
            { key: 'edition', label: t.edition, cell: ({ edition }) => String(edition), numeric: true },
            { key: 'state', label: t.state, cell: (edition) => <Verification edition={edition} /> },
          ]}
        />
      </Sheet>
    </div>
  )
}
