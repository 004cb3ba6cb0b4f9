import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { spanAnchor } from '#ui/marked-text.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { KeptDraft } from '../kept-draft.ts'
import type { StandingDoubt } from '../standing-doubts.ts'
import { words } from '../words.ts'

interface ArticleFactsProps {
  draft: KeptDraft
  doubts: readonly StandingDoubt[]
}

/** A value that leads to where it stands in the article, and is led back to. */
export const FromText = (props: { id: string; value: string; inText: boolean }) =>
  props.inText ? (
    <a id={props.id} href={`#${spanAnchor(props.id)}`}>
      {props.value}
    </a>
  ) : (
    <span id={props.id}>{props.value}</span>
  )

/** What is doubtful about a value that is shown and not edited. */
const DoubtsAt = ({ field, doubts }: { field: string; doubts: readonly StandingDoubt[] }) => {
  const locale = useLocale()
  return (
    <>
      {doubts
        .filter((one) => one.field === field)
        .map((one) => (
          <p class="field-doubt">{one.doubt.message[locale]}</p>
        ))}
    </>
  )
}

type Told = { readonly value: string | number } | null

const OneFact = (props: { id: string; told: Told; doubts: readonly StandingDoubt[] }) => {
  const t = words(useLocale()).show
  return (
    <>
      {props.told === null ? (
        <span id={props.id} class="mute">
          {t.notSaid}
        </span>
      ) : (
        <FromText id={props.id} value={String(props.told.value)} inText />
      )}
      <DoubtsAt field={props.id} doubts={props.doubts} />
    </>
  )
}

const Names = (props: { id: string; names: readonly string[]; doubts: readonly StandingDoubt[] }) => {
  const t = words(useLocale()).show
  return (
    <div id={props.id}>
      {props.names.length === 0 ? (
        <span class="mute">{t.notSaid}</span>
      ) : (
        <div class="prose">
          <ul>
            {props.names.map((name, index) => (
              <li>
                <FromText id={`${props.id}.${index}`} value={name} inText />
              </li>
            ))}
          </ul>
        </div>
      )}
      <DoubtsAt field={props.id} doubts={props.doubts} />
    </div>
  )
}

const memberName = ({ name, full_name: full }: KeptDraft['members'][number]) =>
  full === null ? name.value : `${name.value} (${full})`

/** What the article says of the bloc itself: the bloc's own pages know these things better, so they are only compared. */
export const ArticleFacts = ({ draft, doubts }: ArticleFactsProps) => {
  const t = words(useLocale()).show
  const fact = (id: 'bloc' | 'year' | 'head' | 'deputy', label: string) => ({
    label,
    value: <OneFact id={id} told={draft[id]} doubts={doubts} />,
  })
  const published = draft.published === null ? null : { value: formatDay(draft.published.value) }
  const members = draft.members.map(memberName)
  const guests = draft.guests.map((guest) => guest.value)
  return (
    <Sheet title={t.facts}>
      <div class="stack tight">
        <p class="mute">{t.clickToSee}</p>
        <Facts
          facts={[
            fact('bloc', t.bloc),
            fact('year', t.year),
            { label: t.published, value: <OneFact id="published" told={published} doubts={doubts} /> },
            { label: t.memberCount, value: <OneFact id="member_count" told={draft.member_count} doubts={doubts} /> },
            { label: t.members, value: <Names id="members" names={members} doubts={doubts} /> },
            fact('head', t.head),
            fact('deputy', t.deputy),
            { label: t.guests, value: <Names id="guests" names={guests} doubts={doubts} /> },
          ]}
        />
      </div>
    </Sheet>
  )
}
