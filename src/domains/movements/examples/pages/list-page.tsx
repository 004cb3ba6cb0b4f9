import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../../register/paths.ts'
import { words as movementWords } from '../../register/words.ts'
import type { ExampleState } from '../example.ts'
import { examplePaths } from '../paths.ts'
import type { ExampleRow } from '../queries.ts'
import { words, type ExampleWords } from '../words.ts'

const shapes = { nominated: 'open', confirmed: 'done', refused: 'late', withdrawn: 'none' } satisfies Record<
  ExampleState,
  StateKind
>

export const ExampleStateWord = ({ example }: { example: Pick<ExampleRow, 'state' | 'is_public'> }) => {
  const t = words(useLocale())
  const word = t.states[example.state]
  return (
    <State kind={example.is_public ? 'honour' : shapes[example.state]}>
      {example.state === 'confirmed' ? `${word}, ${example.is_public ? t.public : t.notPublic}` : word}
    </State>
  )
}

const columns = (t: ExampleWords, at: readonly [string, string]): Column<ExampleRow>[] => [
  {
    key: 'name',
    label: t.name,
    heading: true,
    cell: (row) => <a href={examplePaths.one(...at, row.id)}>{row.name === '' ? t.emptied : row.name}</a>,
  },
  { key: 'kind', label: t.kind, cell: (row) => t.kinds[row.kind] },
  { key: 'unit', label: t.unit, cell: (row) => row.unit },
  { key: 'place', label: t.place, cell: (row) => row.place },
  {
    key: 'replications',
    label: t.replications,
    cell: (row) => (row.replications === 0 ? '' : t.replicationCount(row.replications)),
  },
  { key: 'state', label: t.state, cell: (row) => <ExampleStateWord example={row} /> },
]

interface ListPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  examples: readonly ExampleRow[]
  mayNominate: boolean
}

/** The advanced examples of a year; those that wait for a judgement first. */
export const ExampleListPage = ({ year, at, examples, mayNominate }: ListPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.note}
      crumbs={[{ label: movementWords(locale).title, href: movementPaths.list(...at) }]}
      actions={
        mayNominate && (
          <LinkButton href={examplePaths.nominate(...at)} look="main" icon="plus">
            {t.nominate}
          </LinkButton>
        )
      }
    >
      <Sheet title={examples.length > 0 && t.count(examples.length)} flush>
        <Table
          caption={t.title}
          columns={columns(t, at)}
          rows={examples}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </YearFrame>
  )
}
