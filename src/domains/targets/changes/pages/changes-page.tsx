import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { dayOf } from '#platform/clock.ts'
import { targetPaths } from '../../paths.ts'
import { words as targetWords } from '../../words.ts'
import type { TargetChangeState } from '../change.ts'
import type { ChangeRow } from '../queries.ts'
import { words } from '../words.ts'

const kinds = { proposed: 'soon', agreed: 'done', refused: 'late', withdrawn: 'none' } satisfies Record<
  TargetChangeState,
  StateKind
>

export const ChangeState = ({ state }: { state: TargetChangeState }) => (
  <State kind={kinds[state]}>{words(useLocale()).states[state]}</State>
)

/** What the system records is not yet what binds. */
export const AppendixNotice = () => {
  const t = words(useLocale())
  return (
    <Notice kind="info" title={t.appendix}>
      {t.appendixBody}
    </Notice>
  )
}

interface ChangesPageProps {
  at: readonly [bloc: string, year: string]
  label: string
  changes: readonly ChangeRow[]
}

export const ChangesPage = ({ at, label, changes }: ChangesPageProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: targetWords(useLocale()).ofYear(label), href: targetPaths.list(...at) }]} />
      <PageHead title={t.title} under={t.intro} />
      <AppendixNotice />
      <Sheet flush>
        <Table
          caption={t.title}
          rows={changes}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          columns={[
            {
              key: 'target',
              label: t.target,
              cell: (change) => (
                <a href={targetPaths.change(...at, change.id)}>
                  {change.code} {change.name}
                </a>
              ),
            },
            { key: 'reason', label: t.reason, cell: (change) => change.reason },
            { key: 'who', label: t.proposer, cell: (change) => change.proposed_name },
            { key: 'when', label: t.when, cell: (change) => formatDay(dayOf(change.proposed_at)) },
            { key: 'state', label: t.state, cell: (change) => <ChangeState state={change.state} /> },
          ]}
        />
      </Sheet>
    </div>
  )
}
