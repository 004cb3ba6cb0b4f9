import { longDay } from '#capabilities/documents/long-day.ts'
import type { Paper, Run } from '#capabilities/documents/paper.ts'
import { countComments } from '../comments/comment.ts'
import type { CommentRow } from '../comments/queries.ts'
import type { ProvisionRow } from '../drafts/queries.ts'
import { words } from '../words.ts'
import { said } from './table-sheet.ts'

interface Issuer {
  /** The body above, and the bloc. */
  parent: string
  name: string
}

interface Material {
  title: string
  provisions: readonly ProvisionRow[]
  comments: readonly CommentRow[]
  day: string
  /** Not published yet. */
  isDraft: boolean
}

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** What is said, and under it the wording that is proposed. */
function contentOf({ text, proposed }: CommentRow): Run[] {
  const t = words('vi').paper
  const wording: Run[] = proposed === '' ? [] : [{ text: `${t.proposed} `, italic: true }, { text: proposed }]
  if (text === '') return wording
  return wording.length === 0 ? [{ text }] : [{ text: `${text}\n` }, ...wording]
}

/** The consolidated table as a paper of the bloc (Decree 30/2020/NĐ-CP). */
export function tablePaper({ title, provisions, comments, day, isDraft }: Material, issuer: Issuer): Paper {
  const t = words('vi').paper
  const { total, accepted, partly, refused, undecided } = countComments(comments)
  const rows = comments.map((comment, index) => {
    const { provision, writer, outcome } = said(comment, provisions)
    return [String(index + 1), provision, writer, contentOf(comment), outcome, comment.reason]
  })
  return {
    profile: 'state',
    language: 'vi',
    documentDate: day,
    metadata: { author: issuer.name },
    head: { parent: [upper(issuer.parent)], body: [upper(issuer.name)], placeAndDate: `…, ${longDay(day)}` },
    title: t.title,
    about: t.about(title),
    blocks: [
      { kind: 'paragraph', text: t.opening(title, total) },
      {
        kind: 'table',
        columns: [
          { title: t.columns.number, width: 1.3, align: 'center' },
          { title: t.columns.provision, width: 2.2 },
          { title: t.columns.writer, width: 3 },
          { title: t.columns.text, width: 6.5 },
          { title: t.columns.outcome, width: 2.5 },
          { title: t.columns.reason, width: 4.5 },
        ],
        rows,
      },
      { kind: 'paragraph', text: t.counts(accepted, partly, refused, undecided) },
    ],
    signatures: { columns: 2, cells: [], closing: [{ field: 'khoi-truong', caption: [t.signer] }] },
    ...(isDraft ? { mark: 'DỰ THẢO' } : {}),
  }
}
