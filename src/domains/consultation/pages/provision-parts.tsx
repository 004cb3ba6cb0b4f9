import type { Child } from 'hono/jsx'
import { DiffText } from '#ui/diff.tsx'
import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { PolicyCommentOutcome } from '../comments/comment.ts'
import type { CommentRow } from '../comments/queries.ts'
import type { ProvisionRow } from '../drafts/queries.ts'
import { provisionId } from '../paths.ts'
import { isHeading, textOf } from '../reading/provision.ts'
import { words, type ConsultationWords } from '../words.ts'

export const labelOf = (t: ConsultationWords, { kind, number }: Pick<ProvisionRow, 'kind' | 'number'>) =>
  t.provision[kind](number)

const shapes = { accepted: 'done', partly: 'soon', refused: 'late' } satisfies Record<PolicyCommentOutcome, StateKind>

const OutcomeWord = ({ outcome }: { outcome: PolicyCommentOutcome | null }) => {
  const t = words(useLocale())
  return outcome === null ? (
    <State kind="none">{t.undecided}</State>
  ) : (
    <State kind={shapes[outcome]}>{t.outcomes[outcome]}</State>
  )
}

/** Who says it, in one line. */
function writerOf(t: ConsultationWords, { origin, writer, place }: CommentRow): string {
  const named = [writer, place, origin === 'unit' ? '' : t.origins[origin]]
  return (writer === '' ? [t.somebody, place] : named).filter((part) => part !== '').join(', ')
}

interface RemarkProps {
  comment: CommentRow
  provision: ProvisionRow | undefined
  /** The outcome with its reason, where it may be seen. */
  withOutcome?: boolean
  beside?: Child
  children?: Child
}

/** One comment with its proposed wording, compared with the text as it stands. */
export const Remark = ({ comment, provision, withOutcome, beside, children }: RemarkProps) => {
  const t = words(useLocale())
  return (
    <li class="remark" id={`y-${comment.id}`}>
      <p>
        <b>{writerOf(t, comment)}</b> {beside}
        {withOutcome === true && <OutcomeWord outcome={comment.outcome} />}
      </p>
      {comment.text !== '' && <p class="remark-text">{comment.text}</p>}
      {comment.proposed !== '' && provision !== undefined && (
        <>
          <p class="mute">{t.proposedShown}:</p>
          <DiffText older={textOf(provision)} newer={comment.proposed} />
        </>
      )}
      {withOutcome === true && comment.reason !== '' && (
        <p class="remark-text">
          <b>{t.outcomeReason}:</b> {comment.reason}
        </p>
      )}
      {children}
    </li>
  )
}

/** A provision as it stands: a heading between others, or an article as a section of its own. */
export const Provision = ({ provision, children }: { provision: ProvisionRow; children?: Child }) => {
  const t = words(useLocale())
  const label = labelOf(t, provision)
  const heading = provision.title === '' ? label : `${label}. ${provision.title}`
  if (isHeading(provision)) return <h2 class="provision-over">{heading}</h2>
  const id = provisionId(provision.position)
  return (
    <section class="provision" id={id} aria-labelledby={`${id}-ten`}>
      <h3 id={`${id}-ten`}>{heading}</h3>
      {provision.body !== '' && <p class="provision-text">{provision.body}</p>}
      {children}
    </section>
  )
}
