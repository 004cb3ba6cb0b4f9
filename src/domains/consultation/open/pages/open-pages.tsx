import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table } from '#ui/table.tsx'
import { countComments, outcomes } from '../../comments/comment.ts'
import type { CommentRow } from '../../comments/queries.ts'
import { factsOfDraft } from '../../drafts/pages/draft-page.tsx'
import type { ConsultationRow, ProvisionRow } from '../../drafts/queries.ts'
import { CommentForm, type Failed } from '../../pages/comment-form.tsx'
import { ConsultationStateWord } from '../../pages/frame.tsx'
import { Provision, Remark } from '../../pages/provision-parts.tsx'
import { openPaths } from '../../paths.ts'
import { isHeading } from '../../reading/provision.ts'
import { words } from '../../words.ts'

/** The drafts on which anyone may be heard, and what came of those before. */
export const OpenListPage = ({ consultations }: { consultations: readonly ConsultationRow[] }) => {
  const t = words(useLocale())
  return (
    <>
      <Hero title={t.publicTitle} lead={t.publicLead} />
      <PublicSection title={t.draft}>
        <Table
          caption={t.publicTitle}
          rows={consultations}
          empty={<Empty title={t.publicNone} />}
          columns={[
            {
              key: 'title',
              label: t.name,
              heading: true,
              cell: (row) => <a href={openPaths.one(row.slug)}>{row.title}</a>,
            },
            { key: 'drafter', label: t.drafter, cell: (row) => row.drafter },
            { key: 'until', label: t.until, cell: (row) => (row.closes_on === null ? '' : formatDay(row.closes_on)) },
            { key: 'state', label: t.state, cell: (row) => <ConsultationStateWord state={row.state} /> },
          ]}
        />
      </PublicSection>
    </>
  )
}

export interface OpenDraftPageProps {
  consultation: ConsultationRow
  provisions: readonly ProvisionRow[]
  comments: readonly CommentRow[]
  takesComments: boolean
  /** Something was just sent. */
  wasSent: boolean
  failed: Failed | undefined
}

const Discussion = ({ provision, ...props }: OpenDraftPageProps & { provision: ProvisionRow | undefined }) => {
  const { consultation, failed } = props
  const comments = props.comments.filter(({ provision_id }) => provision_id === (provision?.id ?? null))
  const withOutcome = consultation.state === 'published'
  const action = openPaths.one(consultation.slug)
  return (
    <>
      {comments.length > 0 && (
        <ul class="remarks">
          {comments.map((comment) => (
            <Remark {...{ comment, provision, withOutcome }} />
          ))}
        </ul>
      )}
      {props.takesComments && <CommentForm {...{ action, provision, failed }} voices={{ isPublic: true }} />}
    </>
  )
}

const Outcome = ({ consultation, comments }: OpenDraftPageProps) => {
  const t = words(useLocale())
  const counts = countComments(comments)
  const { outcome_note: note } = consultation
  return (
    <PublicSection title={t.publicOutcome}>
      <Facts
        facts={[
          { label: t.total, value: String(counts.total) },
          ...outcomes.map((outcome) => ({ label: t.outcomes[outcome], value: String(counts[outcome]) })),
          { label: t.publishedBy, value: consultation.published_by_name },
          ...(note === '' ? [] : [{ label: t.outcomeNote, value: <span class="remark-text">{note}</span> }]),
        ]}
      />
    </PublicSection>
  )
}

const leadOf = (t: ReturnType<typeof words>, { consultation, takesComments }: OpenDraftPageProps) => {
  if (takesComments) return t.publicOpenUntil(formatDay(consultation.closes_on ?? ''))
  return consultation.state === 'published' ? t.states.published : t.publicOver
}

/** One draft for everyone: its articles, the comments that were let through, and a small form at each. */
export const OpenDraftPage = (props: OpenDraftPageProps) => {
  const t = words(useLocale())
  const { consultation, provisions } = props
  const facts = factsOfDraft(t, consultation)
  return (
    <>
      <Hero
        title={consultation.title}
        lead={leadOf(t, props)}
        {...(facts.length > 0 ? { aside: <Facts facts={facts} side /> } : {})}
      />
      {props.wasSent && (
        <Notice kind="success" title={t.publicThanks}>
          <p>{t.publicThanksBody}</p>
        </Notice>
      )}
      {consultation.state === 'published' && <Outcome {...props} />}
      <PublicSection title={t.articles}>
        {provisions.map((provision) => (
          <Provision provision={provision}>
            {!isHeading(provision) && <Discussion {...props} provision={provision} />}
          </Provision>
        ))}
      </PublicSection>
      {(props.takesComments || props.comments.some(({ provision_id }) => provision_id === null)) && (
        <PublicSection title={t.general} id="chung">
          <Discussion {...props} provision={undefined} />
        </PublicSection>
      )}
    </>
  )
}
