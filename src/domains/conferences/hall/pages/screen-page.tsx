import type { Child } from 'hono/jsx'
import type { Clause } from '#domains/agreement/agreement.ts'
import type { SignerRow } from '#domains/agreement/queries.ts'
import { formatTime } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Projector } from '#ui/projector.tsx'
import { Qr } from '#ui/qr.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import { QuorumLine, whenOf } from '../../pages/conference-frame.tsx'
import type { ItemRow, SpeakerRow } from '../../queries.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import { words } from '../words.ts'

export interface ScreenPageProps {
  place: ConferencePlace
  speakers: readonly SpeakerRow[]
  agreement: { title: string; clauses: readonly Clause[]; signers: readonly SignerRow[] } | undefined
  /** The code to arrive by, while the roll is open. */
  arrival: { url: string; modules: readonly (readonly boolean[])[] } | undefined
}

const Arrival = ({ arrival }: Pick<ScreenPageProps, 'arrival'>) => {
  const t = words(useLocale())
  if (arrival === undefined) return null
  return (
    <div class="projector-arrival">
      <Qr modules={arrival.modules} label={t.scan} size={220} />
      <p>{t.scan}</p>
    </div>
  )
}

const Signatures = ({ agreement }: ScreenPageProps) => {
  const t = words(useLocale())
  if (agreement === undefined) return <p>{t.noAgreement}</p>
  const cells = agreement.signers.map((signer): SignCell => {
    const isSigned = signer.state === 'signed'
    const at = isSigned && signer.decided_at !== null ? ` ${formatTime(signer.decided_at)}` : ''
    return {
      unit: signer.unit_name,
      signer: signer.signed_name ?? signer.signer_name,
      state: isSigned ? 'signed' : 'waiting',
      stateText: isSigned ? `${t.signed}${at}` : t.waiting,
    }
  })
  return <SignGrid cells={cells} label={t.signatures} />
}

const AgreementText = ({ agreement }: ScreenPageProps) => {
  const t = words(useLocale())
  if (agreement === undefined) return <p>{t.noAgreement}</p>
  return (
    <ol class="projector-clauses">
      {agreement.clauses.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ol>
  )
}

const shown: Record<ItemRow['shows'], (props: ScreenPageProps & { item: ItemRow }) => Child> = {
  item: ({ item }) => (item.body === '' ? null : <p>{item.body}</p>),
  agreement: (props) => <AgreementText {...props} />,
  signatures: (props) => <Signatures {...props} />,
}

const Waiting = ({ speakers }: ScreenPageProps) => {
  const t = words(useLocale())
  const waiting = speakers.filter(({ state }) => state === 'asked')
  if (waiting.length === 0) return null
  return (
    <>
      <h3>{t.speakersNow}</h3>
      <ol>
        {waiting.map(({ name, of, topic }) => (
          <li>{[name, of, topic].filter((part) => part !== '').join(', ')}</li>
        ))}
      </ol>
    </>
  )
}

/** The hall before the opening, and after the closing. */
const Outside = (props: ScreenPageProps) => {
  const t = words(useLocale())
  const { place } = props
  const { conference } = place
  if (conference.state === 'closed') return <p>{t.over}</p>
  return (
    <>
      <ol>
        {place.items.map(({ position, title }) => (
          <li>{`${position}. ${title}`}</li>
        ))}
      </ol>
      <Arrival {...props} />
    </>
  )
}

const InSession = (props: ScreenPageProps & { item: ItemRow }) => {
  const t = words(useLocale())
  const { item } = props
  return (
    <>
      {item.presenter !== '' && <p>{t.by(item.presenter)}</p>}
      {shown[item.shows](props)}
      <Waiting {...props} />
      {item.shows === 'item' && <Arrival {...props} />}
    </>
  )
}

const Shown = (props: ScreenPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { conference, items, quorum } = props.place
  const at = items.findIndex(({ id }) => id === conference.present_item_id)
  const item = conference.state === 'opened' ? items[at] : undefined
  if (item === undefined) {
    return (
      <Projector over={conference.place} title={whenOf(conference, locale)}>
        <Outside {...props} />
        <QuorumLine quorum={quorum} />
      </Projector>
    )
  }
  const next = items[at + 1]
  return (
    <Projector
      over={t.place(String(at + 1), String(items.length))}
      title={item.title}
      foot={next && `${t.next}: ${next.title}`}
    >
      <InSession {...props} item={item} />
      <QuorumLine quorum={quorum} />
    </Projector>
  )
}

/** For the projector: one item, large; who is there, who speaks next. Steered from the secretary's desk. */
export const ScreenPage = (props: ScreenPageProps) => (
  <live-screen>
    <noscript>
      <meta http-equiv="refresh" content="5" />
    </noscript>
    <p class="projector-lost" data-lost hidden>
      {words(useLocale()).lost}
    </p>
    <div data-live>
      <Shown {...props} />
    </div>
  </live-screen>
)
