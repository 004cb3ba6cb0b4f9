import type { ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { Beside } from '#ui/beside.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatMoment, formatNumber } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { AlikePair } from '../alike/queries.ts'
import { evidencePaths } from '../paths.ts'
import type { PieceRow } from '../queries.ts'
import { words } from '../words.ts'
import { Citations, type CitationsProps } from './citations.tsx'

export interface PiecePageProps extends Omit<CitationsProps, 'id'> {
  over: string
  piece: PieceRow
  /** How many pages have a picture. */
  shown: number
  /** Pieces that show the same: those that the reader may open, and how many others there are. */
  alike: readonly AlikePair[]
  hiddenAlike: number
  history: readonly HistoryEntry[]
  mayWithdraw: boolean
  /** The bytes were here before: said once, after they were brought again. */
  isKnown: boolean
}

const Preview = ({ bloc, year, piece, shown }: PiecePageProps) => {
  const t = words(useLocale()).show
  if (piece.medium === 'link') return <p>{t.previewLink}</p>
  if (shown === 0 && piece.medium === 'office') return <p>{t.previewOffice}</p>
  if (shown === 0) return <p>{piece.content_state === 'failed' ? t.previewFailed : t.previewWaiting}</p>
  const pages = Array.from({ length: shown }, (_none, index) => index + 1)
  return (
    <div class="scan">
      {pages.map((page) => (
        <img
          src={evidencePaths.picture(bloc, year, piece.id, page)}
          alt={t.pageOf(page, piece.title)}
          loading={page === 1 ? 'eager' : 'lazy'}
        />
      ))}
      {(piece.pages ?? 0) > shown && <p class="mute">{t.firstPages(shown, piece.pages ?? 0)}</p>}
    </div>
  )
}

const bytesIn = (bytes: number, locale: 'vi' | 'en') =>
  bytes < 1_048_576
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)), locale)} kB`
    : `${formatNumber(Math.round(bytes / 1_048_576), locale)} MB`

const About = ({ piece }: Pick<PiecePageProps, 'piece'>) => {
  const locale = useLocale()
  const t = words(locale)
  const day = piece.document_on === null ? '' : formatDay(piece.document_on)
  const document = t.show.documentLine(piece.document_number, day, piece.document_issuer)
  const facts = [
    { label: t.show.unit, value: piece.unit_name },
    { label: t.show.medium, value: t.media[piece.medium] },
    { label: t.show.shows, value: piece.shows },
    { label: t.show.document, value: document },
    { label: t.show.taken, value: piece.taken_on === null ? '' : formatDay(piece.taken_on) },
    { label: t.show.brought, value: t.show.broughtBy(piece.bringer_name, formatMoment(piece.brought_at)) },
    { label: t.show.size, value: piece.length === null ? '' : bytesIn(piece.length, locale) },
    { label: t.show.sha256, value: piece.file_sha256 ?? '' },
  ]
  return <Facts facts={facts.filter(({ value }) => value !== '')} />
}

const Alike = ({ bloc, year, alike, hiddenAlike }: PiecePageProps) => {
  const t = words(useLocale()).alike
  if (alike.length + hiddenAlike === 0) return null
  return (
    <Notice kind="warning" title={t.heading}>
      <ul>
        {alike.map((pair) => (
          <li>
            <a href={evidencePaths.piece(bloc, year, pair.other)}>{pair.other_title}</a>
            {`: ${t[pair.how]}. ${t.line(pair.other_unit_name, formatDay(dayOf(pair.other_brought_at)))}`}
          </li>
        ))}
      </ul>
      {hiddenAlike > 0 && <p>{t.hidden(hiddenAlike)}</p>}
    </Notice>
  )
}

const Withdraw = ({ bloc, year, piece, form, formOf }: PiecePageProps) => {
  const t = words(useLocale()).withdraw
  const own: ReturnedForm = formOf === piece.id ? form : { typed: {}, errors: [] }
  return (
    <Details summary={t.summary} open={own.errors.length > 0}>
      <form method="post" action={evidencePaths.withdrawal(bloc, year, piece.id)} class="fields" novalidate>
        <p>{t.body}</p>
        <TextField {...fieldOf(own, 'reason')} label={t.reason} maxlength={500} required />
        <div class="row">
          <SubmitButton look="danger">{t.do}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

const hasCopies = ({ medium }: PieceRow) => medium === 'pdf' || medium === 'picture'

const Get = ({ bloc, year, piece }: PiecePageProps) => {
  const locale = useLocale()
  const t = words(locale).show
  if (piece.link !== null) return <LinkButton href={piece.link}>{t.openLink}</LinkButton>
  return (
    <>
      {hasCopies(piece) && (
        <LinkButton href={evidencePaths.copy(bloc, year, piece.id)}>{words(locale).copy.heading}</LinkButton>
      )}
      <LinkButton href={evidencePaths.file(bloc, year, piece.id)} icon="download" download>
        {t.download}
      </LinkButton>
    </>
  )
}

/** One piece: what it shows, what it is cited for, and what was said of it. */
export const PiecePage = (props: PiecePageProps) => {
  const { piece, over, form } = props
  const t = words(useLocale())
  const day = formatDay(dayOf(piece.brought_at))
  return (
    <>
      <PageHead
        over={over}
        title={piece.title}
        state={piece.withdrawn_at !== null && <State kind="none">{t.withdrawn}</State>}
        under={piece.unit_name}
        actions={<Get {...props} />}
      />
      {props.isKnown && (
        <Notice kind="info" title={t.add.known}>
          <p>{t.add.knownBody(piece.title, day)}</p>
        </Notice>
      )}
      {piece.withdrawn_reason !== null && <Notice kind="warning" title={t.show.withdrawn(piece.withdrawn_reason)} />}
      {form.refused && <Notice kind="error">{form.refused}</Notice>}
      <Alike {...props} />
      <Beside label={t.show.preview} aside={<Preview {...props} />}>
        <div class="stack">
          <Sheet title={t.citations.heading}>
            <Citations {...props} id={piece.id} />
          </Sheet>
          <Sheet title={t.show.facts}>
            <div class="stack">
              <About piece={piece} />
              {props.mayWithdraw && <Withdraw {...props} />}
            </div>
          </Sheet>
          <Sheet title={t.history}>
            <History entries={props.history} />
          </Sheet>
        </div>
      </Beside>
    </>
  )
}
