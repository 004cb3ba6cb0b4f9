import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { countComments, outcomes } from '../../comments/comment.ts'
import type { CommentRow } from '../../comments/queries.ts'
import type { ConsultationRow, ProvisionRow } from '../../drafts/queries.ts'
import { ConsultationStateWord, Frame } from '../../pages/frame.tsx'
import { labelOf, Remark } from '../../pages/provision-parts.tsx'
import { consultationPaths } from '../../paths.ts'
import { words } from '../../words.ts'

interface TablePageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultation: ConsultationRow
  provisions: readonly ProvisionRow[]
  comments: readonly CommentRow[]
  /** Comments on which the reader may decide now. */
  decides: ReadonlySet<string>
  /** `apart`: one person decided on everything, and it is the reader. */
  publishing: 'may' | 'apart' | 'not'
  failed: { key: string; form: Returned } | undefined
}

const empty: Returned = { typed: {}, errors: [] }

const Decision = ({ comment, ...props }: TablePageProps & { comment: CommentRow }) => {
  const t = words(useLocale())
  const failed = props.failed?.key === comment.id ? props.failed.form : undefined
  const form = failed ?? empty
  const suffix = failed === undefined ? `-${comment.id}` : ''
  return (
    <Details summary={comment.outcome === null ? t.decide : t.decideAgain} open={failed !== undefined}>
      <PostedForm
        action={consultationPaths.decision(comment.id, ...props.at, props.consultation.id)}
        form={form}
        submit={t.decide}
      >
        <SelectField
          {...fieldOf(form, 'outcome', comment.outcome ?? undefined)}
          id={`outcome${suffix}`}
          label={t.outcome}
          options={outcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
          required
        />
        <TextArea
          {...fieldOf(form, 'reason', comment.reason)}
          id={`reason${suffix}`}
          label={t.outcomeReason}
          help={t.outcomeReasonHelp}
          rows={3}
          maxlength={4000}
        />
      </PostedForm>
    </Details>
  )
}

const Decided = ({ comment, ...props }: TablePageProps & { comment: CommentRow }) => {
  const t = words(useLocale())
  if (props.decides.has(comment.id)) return <Decision {...props} comment={comment} />
  if (props.consultation.state === 'closed' && comment.outcome === null) return <p class="mute">{t.apart}</p>
  return null
}

const OfProvision = ({ provision, ...props }: TablePageProps & { provision: ProvisionRow | undefined }) => {
  const t = words(useLocale())
  const comments = props.comments.filter(({ provision_id }) => provision_id === (provision?.id ?? null))
  if (comments.length === 0) return null
  const label = provision === undefined ? t.general : labelOf(t, provision)
  const title = provision === undefined || provision.title === '' ? label : `${label}. ${provision.title}`
  return (
    <Sheet title={title}>
      <ul class="remarks">
        {comments.map((comment) => (
          <Remark comment={comment} provision={provision} withOutcome>
            {comment.decided_at !== null && (
              <p class="mute">{t.decidedBy(comment.decided_by_name, formatMoment(comment.decided_at))}</p>
            )}
            <Decided {...props} comment={comment} />
          </Remark>
        ))}
      </ul>
    </Sheet>
  )
}

const Counts = ({ comments }: Pick<TablePageProps, 'comments'>) => {
  const t = words(useLocale())
  const { total, undecided, ...counts } = countComments(comments)
  return (
    <Sheet title={t.counts}>
      <Facts
        facts={[
          { label: t.total, value: String(total) },
          ...outcomes.map((outcome) => ({ label: t.outcomes[outcome], value: String(counts[outcome]) })),
          { label: t.undecided, value: String(undecided) },
        ]}
      />
    </Sheet>
  )
}

const Publishing = ({ at, consultation, publishing, failed }: TablePageProps) => {
  const t = words(useLocale())
  if (publishing === 'apart') return <Notice kind="info" title={t.publishApart} />
  if (publishing === 'not') return null
  const form = failed?.key === 'publish' ? failed.form : empty
  return (
    <Sheet title={t.publish}>
      <p>{t.publishNote}</p>
      <PostedForm action={consultationPaths.publication(...at, consultation.id)} form={form} submit={t.publish}>
        <TextArea {...fieldOf(form, 'note')} label={t.outcomeNote} rows={4} maxlength={8000} />
      </PostedForm>
    </Sheet>
  )
}

/** Every comment by article, whether it was taken up, and why. */
export const TablePage = (props: TablePageProps) => {
  const t = words(useLocale())
  const { year, at, consultation, provisions, comments } = props
  const here = [...at, consultation.id] as const
  const crumbs = [
    { label: t.title, href: consultationPaths.list(...at) },
    { label: consultation.title, href: consultationPaths.one(...here) },
  ]
  const papers = (
    <>
      <LinkButton href={consultationPaths.workbook(...here)} icon="download" download>
        {t.workbook}
      </LinkButton>
      <LinkButton href={consultationPaths.docx(...here)} download>
        {t.docx}
      </LinkButton>
      <LinkButton href={consultationPaths.pdf(...here)}>{t.pdf}</LinkButton>
    </>
  )
  return (
    <Frame
      year={year}
      title={t.table}
      under={consultation.title}
      state={<ConsultationStateWord state={consultation.state} />}
      crumbs={crumbs}
      actions={papers}
    >
      <p class="mute">{consultation.state === 'open' ? t.decideAfter : t.tableNote}</p>
      <Counts comments={comments} />
      {comments.length === 0 && (
        <Sheet>
          <Empty title={t.tableNone} />
        </Sheet>
      )}
      {[...provisions, undefined].map((provision) => (
        <OfProvision {...props} provision={provision} />
      ))}
      {consultation.outcome_note !== '' && (
        <Sheet title={t.outcomeNote}>
          <p class="remark-text">{consultation.outcome_note}</p>
        </Sheet>
      )}
      <Publishing {...props} />
    </Frame>
  )
}
