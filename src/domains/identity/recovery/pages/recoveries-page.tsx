import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { openRecoveryPath, recoveryPath } from '../paths.ts'
import type { RecoveryRow } from '../queries.ts'
import type { RecoveryState } from '../recovery.ts'
import { words } from '../words.ts'

export type RecoveryShown = RecoveryRow & { now: RecoveryState }

const kinds = {
  waiting: 'open',
  confirmed: 'soon',
  used: 'done',
  withdrawn: 'none',
  expired: 'late',
} satisfies Record<RecoveryState, StateKind>

export const RecoveryMark = ({ state }: { state: RecoveryState }) => (
  <State kind={kinds[state]}>{words(useLocale()).states[state]}</State>
)

export const RecoveriesPage = ({ recoveries }: { recoveries: readonly RecoveryShown[] }) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <LinkButton href={openRecoveryPath()} look="main" icon="plus">
            {t.open}
          </LinkButton>
        }
      />
      <div class="stack">
        <p>{t.what}</p>
        <p>{t.whoMay}</p>
        <Sheet flush>
          <Table
            caption={t.title}
            rows={recoveries}
            empty={
              <Empty title={t.none} icon="people">
                {t.noneBody}
              </Empty>
            }
            columns={[
              { key: 'person', label: t.person, cell: (row) => <a href={recoveryPath(row.id)}>{row.person}</a> },
              { key: 'opener', label: t.openedBy, cell: (row) => row.opener },
              { key: 'at', label: t.openedAt, cell: (row) => formatMoment(row.opened_at) },
              { key: 'until', label: t.until, cell: (row) => formatMoment(row.expires_at) },
              { key: 'state', label: t.state, cell: (row) => <RecoveryMark state={row.now} /> },
            ]}
          />
        </Sheet>
      </div>
    </>
  )
}
