import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { voicePaths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { Routing } from '../queries.ts'
import { OpinionAnswers, OpinionMessages, type AnsweringProps } from './answering-parts.tsx'
import { headlineOf, OpinionStateWord } from './state-word.tsx'

export interface OpinionMay {
  accept: boolean
  refuse: boolean
  code: boolean
  route: boolean
  merge: boolean
  part: boolean
  draft: boolean
  publish: boolean
  write: boolean
  /** Reads it as it came. */
  receive: boolean
  markPictures: boolean
}

interface OpinionPageProps extends Omit<AnsweringProps, 'may'> {
  topic: string | undefined
  group: string | undefined
  field: string | undefined
  routing: Routing | undefined
  isLate: boolean
  sender: { name: string; contact: string } | undefined
  pictures: readonly { number: number; width: number; height: number; is_shown: boolean }[]
  lead: { id: string; title: string } | undefined
  likes: readonly { id: string; title: string }[]
  history: readonly HistoryEntry[]
  may: OpinionMay
}

function factsOf({ place, opinion, topic, group, field, routing, sender }: OpinionPageProps, locale: 'vi' | 'en') {
  const t = words(locale)
  const given = (label: string, value: Child) =>
    value === undefined || value === null || value === '' ? [] : [{ label, value }]
  return [
    { label: t.receivedOn, value: formatDay(opinion.received_on) },
    { label: t.way, value: t.ways[opinion.way] },
    { label: t.source, value: t.sources[opinion.source] },
    { label: t.receiver, value: place.nameOf(opinion.unit_id) },
    ...given(t.sender, sender?.name),
    ...given(t.contact, sender?.contact),
    ...given(t.topic, topic),
    ...given(t.concern, opinion.concern === null ? undefined : t.concerns[opinion.concern]),
    ...given(t.group, group),
    ...given(t.field, field),
    ...given(t.place, opinion.place_name),
    ...given(t.unit, routing && place.nameOf(routing.unit_id)),
    ...given(t.dueOn, routing && t.dueBasis(formatDay(routing.due_on), routing.due_basis)),
    ...given(t.routeNote, routing?.note),
    ...given(t.reason, opinion.refusal_reason),
  ]
}

const Deeds = ({ place: { at }, opinion: { id }, may }: OpinionPageProps) => {
  const t = words(useLocale())
  const links: readonly [boolean, string, string, boolean][] = [
    [may.accept, voicePaths.acceptance(id, ...at), t.accept, true],
    [may.draft, voicePaths.draft(id, ...at), t.answer, true],
    [may.route, voicePaths.routing(id, ...at), t.route, !may.draft],
    [may.code, voicePaths.coding(id, ...at), t.code, false],
    [may.merge, voicePaths.merging(id, ...at), t.merge, false],
    [may.refuse, voicePaths.refusal(id, ...at), t.refuse, false],
  ]
  return (
    <>
      {links
        .filter(([may]) => may)
        .map(([, href, label, isMain]) => (
          <LinkButton href={href} look={isMain ? 'main' : 'plain'}>
            {label}
          </LinkButton>
        ))}
    </>
  )
}

const Words = ({ opinion, may }: OpinionPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {opinion.shown_text !== '' && (
        <Sheet title={t.shownText}>
          <p class="lines">{opinion.shown_text}</p>
        </Sheet>
      )}
      {may.receive && (
        <Sheet title={t.ownText}>
          <div class="stack">
            <p class="lines">{opinion.text}</p>
            <p class="mute">{t.ownTextNote}</p>
          </div>
        </Sheet>
      )}
    </>
  )
}

const Pictures = ({ place: { at }, opinion, pictures, may }: OpinionPageProps) => {
  const t = words(useLocale())
  if (pictures.length === 0) return null
  return (
    <Sheet title={t.pictures}>
      <div class="stack">
        {pictures.map(({ number, width, height, is_shown }) => (
          <div>
            <img
              src={voicePaths.picture(opinion.id, String(number), ...at)}
              width={width}
              height={height}
              alt={t.picture(number)}
              loading="lazy"
            />
            {may.markPictures && (
              <form method="post" action={voicePaths.showing(opinion.id, String(number), ...at)}>
                <input type="hidden" name="shown" value={is_shown ? 'no' : 'yes'} />
                <SubmitButton look="quiet">{is_shown ? t.hidePicture : t.showPicture}</SubmitButton>
              </form>
            )}
          </div>
        ))}
      </div>
    </Sheet>
  )
}

const Likes = ({ place: { at }, opinion, lead, likes, may }: OpinionPageProps) => {
  const t = words(useLocale())
  if (lead === undefined && likes.length === 0) return null
  return (
    <Sheet title={lead === undefined ? t.likes(likes.length) : t.ledBy}>
      <ul>
        {[...(lead === undefined ? [] : [lead]), ...likes].map(({ id, title }) => (
          <li>
            <a href={voicePaths.one(id, ...at)}>{title}</a>
          </li>
        ))}
      </ul>
      {may.part && (
        <form method="post" action={voicePaths.merging(opinion.id, ...at)}>
          <input type="hidden" name="part" value="yes" />
          <SubmitButton look="quiet">{t.part}</SubmitButton>
        </form>
      )}
    </Sheet>
  )
}

/** One opinion with all that is done about it. */
export const OpinionPage = (props: OpinionPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { place, opinion, isLate, history } = props
  return (
    <YearFrame
      year={place.year}
      title={headlineOf(opinion, t)}
      state={<OpinionStateWord state={opinion.state} isLate={isLate} />}
      actions={<Deeds {...props} />}
      within
    >
      <Sheet>
        <Facts facts={factsOf(props, locale)} />
        {props.sender !== undefined && opinion.way === 'confidential' && <p class="mute">{t.senderNote}</p>}
        {opinion.state === 'received' && props.may.receive && !props.may.accept && <p class="mute">{t.acceptApart}</p>}
      </Sheet>
      <Words {...props} />
      <Pictures {...props} />
      <Likes {...props} />
      <OpinionAnswers {...props} />
      <OpinionMessages {...props} />
      <Sheet title={t.history}>
        <History entries={history} />
      </Sheet>
    </YearFrame>
  )
}
