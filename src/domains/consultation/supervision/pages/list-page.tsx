import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { Frame } from '../../pages/frame.tsx'
import { supervisionPaths } from '../../paths.ts'
import type { SupervisionRow } from '../queries.ts'
import type { SupervisionState } from '../supervision.ts'
import { words } from '../words.ts'

const shapes = { planned: 'open', held: 'soon', concluded: 'done', cancelled: 'none' } satisfies Record<
  SupervisionState,
  StateKind
>

export const SupervisionStateWord = ({ state }: { state: SupervisionState }) => (
  <State kind={shapes[state]}>{words(useLocale()).states[state]}</State>
)

interface ListPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  files: readonly SupervisionRow[]
  mayPlan: boolean
}

/** The supervisions and criticisms of a year. */
export const SupervisionListPage = ({ year, at, files, mayPlan }: ListPageProps) => {
  const t = words(useLocale())
  const plan = mayPlan && (
    <LinkButton href={supervisionPaths.plan(...at)} look="main" icon="plus">
      {t.doPlan}
    </LinkButton>
  )
  return (
    <Frame year={year} title={t.title} under={t.note} actions={plan}>
      <Sheet title={files.length > 0 && t.count(files.length)} flush>
        <Table
          caption={t.title}
          rows={files}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          columns={[
            {
              key: 'title',
              label: t.name,
              heading: true,
              cell: (row) => <a href={supervisionPaths.one(...at, row.id)}>{row.title}</a>,
            },
            { key: 'kind', label: t.kind, cell: (row) => t.kinds[row.kind] },
            { key: 'lead', label: t.leadUnit, cell: (row) => row.lead_unit },
            { key: 'day', label: t.heldOn, cell: (row) => formatDay(row.held_on ?? row.planned_on) },
            {
              key: 'answers',
              label: t.recommendations,
              cell: (row) => (row.recommendations === 0 ? '' : t.answeredCount(row.answered, row.recommendations)),
            },
            { key: 'state', label: t.state, cell: (row) => <SupervisionStateWord state={row.state} /> },
          ]}
        />
      </Sheet>
    </Frame>
  )
}
