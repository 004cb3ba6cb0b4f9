import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { evidencePaths } from '../paths.ts'
import type { StoredPiece } from '../store/queries.ts'
import { writeSubject, type Subject } from '../subject.ts'
import { words } from '../words.ts'
import { Thumbnail } from './cited-evidence.tsx'

interface ChoosePageProps {
  bloc: string
  year: string
  over: string
  subject: Subject
  pieces: readonly StoredPiece[]
  total: number
  search: string
  /** The pieces that are cited for the subject already. */
  cited: ReadonlySet<string>
  refused: string | undefined
}

const Cite = ({
  bloc,
  year,
  subject,
  piece,
}: Pick<ChoosePageProps, 'bloc' | 'year' | 'subject'> & { piece: string }) => (
  <form method="post" action={evidencePaths.choose(bloc, year, subject)}>
    <SubmitButton look="plain" name="evidence" value={piece}>
      {words(useLocale()).choose.do}
    </SubmitButton>
  </form>
)

/** The unit's pieces, to be cited for one subject. */
export const ChoosePage = (props: ChoosePageProps) => {
  const { bloc, year, subject, pieces, total, cited } = props
  const t = words(useLocale())
  return (
    <>
      <PageHead
        over={props.over}
        title={t.choose.heading}
        under={t.add.over(subject.label)}
        actions={
          <LinkButton href={evidencePaths.add(bloc, year, subject)} icon="plus">
            {t.add.do}
          </LinkButton>
        }
      />
      {props.refused !== undefined && <Notice kind="error">{props.refused}</Notice>}
      <ListTools
        action={evidencePaths.choose(bloc, year)}
        search={{ label: t.list.search, value: props.search }}
        keep={{ cho: writeSubject(subject) }}
        shown={pieces.length}
        total={total}
        count={t.list.count(pieces.length, total)}
      />
      <Sheet flush>
        <Table
          caption={t.choose.heading}
          rows={pieces}
          empty={<Empty title={t.choose.none}>{t.choose.noneBody}</Empty>}
          columns={[
            {
              key: 'piece',
              label: t.list.piece,
              cell: (piece) => (
                <span class="evidence-name">
                  <a href={evidencePaths.piece(bloc, year, piece.id)}>{piece.title}</a>
                  <Thumbnail bloc={bloc} year={year} piece={piece} />
                </span>
              ),
            },
            { key: 'medium', label: t.list.medium, cell: (piece) => t.media[piece.medium] },
            {
              key: 'cite',
              label: t.choose.heading,
              cell: (piece) =>
                cited.has(piece.id) ? (
                  <State kind="done">{t.choose.isCited}</State>
                ) : (
                  <Cite bloc={bloc} year={year} subject={subject} piece={piece.id} />
                ),
            },
          ]}
        />
      </Sheet>
    </>
  )
}
