import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { ConsultationStateWord, Frame } from '../../pages/frame.tsx'
import { labelOf, Provision } from '../../pages/provision-parts.tsx'
import { consultationPaths, provisionId } from '../../paths.ts'
import type { ReadDraft } from '../../reading/provision.ts'
import { countCommentable } from '../../reading/read-provisions.ts'
import { words } from '../../words.ts'
import type { ConsultationRow, ProvisionRow } from '../queries.ts'

interface DraftPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultation: ConsultationRow
  provisions: readonly ProvisionRow[]
  read: ReadDraft
  mayKeep: boolean
  history: readonly HistoryEntry[]
}

const Doubts = ({ read, provisions }: Pick<DraftPageProps, 'read' | 'provisions'>) => {
  const t = words(useLocale())
  if (read.doubts.length === 0) return <Notice kind="success" title={t.noDoubts} />
  return (
    <Notice kind="warning" title={t.doubts}>
      <ul>
        {read.doubts.map(({ kind, index, found, expected }) => {
          const provision = provisions[index]
          return (
            <li>
              {provision !== undefined && (
                <>
                  <a href={`#${provisionId(provision.position)}`}>{labelOf(t, provision)}</a>
                  {': '}
                </>
              )}
              {t.doubt[kind](found, expected)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

export const factsOfDraft = (t: ReturnType<typeof words>, { drafter, about }: ConsultationRow) =>
  [
    { label: t.drafter, value: drafter },
    { label: t.about, value: about },
  ].filter(({ value }) => value !== '')

/** What was read of a draft, to be looked at and corrected before it is opened. */
export const DraftPage = (props: DraftPageProps) => {
  const t = words(useLocale())
  const { year, at, consultation, provisions, read, mayKeep } = props
  const here = [...at, consultation.id] as const
  const facts = factsOfDraft(t, consultation)
  return (
    <Frame
      year={year}
      title={consultation.title}
      state={<ConsultationStateWord state={consultation.state} />}
      crumbs={[{ label: t.title, href: consultationPaths.list(...at) }]}
      actions={
        mayKeep && (
          <>
            <LinkButton href={consultationPaths.opening(...here)} look="main">
              {t.open}
            </LinkButton>
            <LinkButton href={consultationPaths.text(...here)}>{t.correct}</LinkButton>
          </>
        )
      }
    >
      <Doubts read={read} provisions={provisions} />
      {facts.length > 0 && (
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
      )}
      {read.preamble !== '' && (
        <Sheet title={t.preamble}>
          <p class="provision-text">{read.preamble}</p>
        </Sheet>
      )}
      <Sheet title={t.preview} beside={<span class="mute">{t.previewCount(countCommentable(provisions))}</span>}>
        {provisions.map((provision) => (
          <Provision provision={provision} />
        ))}
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </Frame>
  )
}
