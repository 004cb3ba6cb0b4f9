import { LinkButton } from '#ui/button.tsx'
import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { standingOf, type Standing } from '../evidence.ts'
import { evidencePaths } from '../paths.ts'
import type { CitedEvidence as Cited, PieceRow } from '../queries.ts'
import type { SubjectKey } from '../subject.ts'
import { words } from '../words.ts'

const shapes = { waiting: 'open', valid: 'done', insufficient: 'late' } satisfies Record<Standing, StateKind>

/** How a citation was judged, as word, shape and colour. */
export const StandingState = ({ last }: Pick<Cited, 'last'>) => {
  const standing = standingOf(last)
  return <State kind={shapes[standing]}>{words(useLocale()).standings[standing]}</State>
}

type Address = { bloc: string; year: string }

/** The small picture of a piece, or what kind of thing it is; says nothing that the title beside it does not. */
export const Thumbnail = ({ bloc, year, piece }: Address & { piece: PieceRow }) =>
  piece.has_picture ? (
    <img class="thumbnail" src={evidencePaths.picture(bloc, year, piece.id, 0)} alt="" loading="lazy" />
  ) : (
    <span class="thumbnail" aria-hidden="true">
      {words(useLocale()).mediaShort[piece.medium]}
    </span>
  )

const Item = ({ bloc, year, cited }: Address & { cited: Cited }) => (
  <li>
    <Thumbnail bloc={bloc} year={year} piece={cited.piece} />
    <div>
      <p>
        <a href={evidencePaths.piece(bloc, year, cited.piece.id)}>{cited.piece.title}</a>
      </p>
      <StandingState last={cited.last} />
      {cited.last?.verdict === 'insufficient' && <p class="mute">{cited.last.asked}</p>}
    </div>
  </li>
)

type CitedEvidenceProps = Address & {
  subject: SubjectKey
  /** Of `evidenceOf`. */
  cited: readonly Cited[]
  /** Who reads may bring evidence for the subject, which still takes some. */
  mayAdd: boolean
}

/** The part of a higher domain's page: what is cited for one subject, and how to add to it. */
export const CitedEvidence = ({ bloc, year, subject, cited, mayAdd }: CitedEvidenceProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      {cited.length === 0 && <p class="mute">{t.citedNone}</p>}
      {cited.length > 0 && (
        <ul class="evidence-list">
          {cited.map((one) => (
            <Item bloc={bloc} year={year} cited={one} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <div class="row">
          <LinkButton href={evidencePaths.add(bloc, year, subject)} icon="plus">
            {t.addFor}
          </LinkButton>
          <LinkButton href={evidencePaths.choose(bloc, year, subject)} look="quiet">
            {t.chooseFor}
          </LinkButton>
        </div>
      )}
    </div>
  )
}
