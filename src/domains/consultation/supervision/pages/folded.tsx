import type { Child } from 'hono/jsx'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { Details } from '#ui/details.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import type { HistoryEntry } from '#ui/history.tsx'
import type { RecommendationRow, SupervisionRow } from '../queries.ts'
import type { SupervisionVerb } from '../supervision.ts'

export interface FilePageProps {
  year: BlocYearRow
  at: readonly [string, string]
  file: SupervisionRow
  recommendations: readonly RecommendationRow[]
  today: string
  cited: readonly Cited[]
  mayCite: boolean
  may: Record<SupervisionVerb, boolean>
  history: readonly HistoryEntry[]
  /** What came back: `held`, `conclusion`, `cancellation`, `recommendation`, or an answer by its recommendation. */
  failed: { key: string; form: Returned } | undefined
}

const empty: Returned = { typed: {}, errors: [] }

interface FoldedProps extends FilePageProps {
  name: string
  summary: string
  action: string
  note?: string
  danger?: boolean
  /** The fields, told which form came back. */
  fields: (form: Returned, suffix: string) => Child
}

/** A small form behind its name; open where it came back with something to mend. */
export const Folded = ({ name, summary, action, note, danger, fields, failed }: FoldedProps) => {
  const form = failed?.key === name ? failed.form : undefined
  return (
    <Details summary={summary} open={form !== undefined}>
      {note !== undefined && <p>{note}</p>}
      <PostedForm action={action} form={form ?? empty} submit={summary} look={danger === true ? 'danger' : 'main'}>
        {fields(form ?? empty, form === undefined ? `-${name}` : '')}
      </PostedForm>
    </Details>
  )
}
