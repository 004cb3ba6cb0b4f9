import type { ListToWrite } from '#capabilities/spreadsheets/write-list.ts'
import type { CommentRow } from '../comments/queries.ts'
import type { ProvisionRow } from '../drafts/queries.ts'
import { words } from '../words.ts'

/** Who says it and on what, in Vietnamese, as papers and sheets have it. */
export function said(comment: CommentRow, provisions: readonly ProvisionRow[]) {
  const t = words('vi')
  const provision = provisions.find(({ id }) => id === comment.provision_id)
  return {
    provision: provision === undefined ? t.general : t.provision[provision.kind](provision.number),
    writer: comment.writer === '' ? t.somebody : comment.writer,
    outcome: comment.outcome === null ? t.undecided : t.outcomes[comment.outcome],
  }
}

/** The consolidated table as a sheet: a row a comment, by article. */
export function tableSheet(
  title: string,
  comments: readonly CommentRow[],
  provisions: readonly ProvisionRow[],
): ListToWrite {
  const t = words('vi')
  const rows = comments.map((comment, index) => {
    const { provision, writer, outcome } = said(comment, provisions)
    const origin = t.origins[comment.origin]
    const { text, proposed, reason } = comment
    return [index + 1, provision, writer, origin, text, proposed, outcome, reason, comment.decided_by_name]
  })
  return {
    title: 'Tổng hợp',
    heading: `${t.table}: ${title}`,
    columns: [
      { heading: t.paper.columns.number, width: 6, kind: 'number' },
      { heading: t.paper.columns.provision, width: 16 },
      { heading: t.paper.columns.writer, width: 24 },
      { heading: 'Nguồn', width: 12 },
      { heading: t.paper.columns.text, width: 60 },
      { heading: t.proposed, width: 60 },
      { heading: t.paper.columns.outcome, width: 18 },
      { heading: t.paper.columns.reason, width: 50 },
      { heading: 'Người quyết định', width: 24 },
    ],
    rows,
  }
}
