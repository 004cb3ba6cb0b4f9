import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { digestSections, type Digest, type DigestClause } from '../digest.ts'
import { spanOf } from '../digest-document.ts'
import { digestPaths } from '../paths.ts'
import { words } from '../words.ts'
import { Origin } from './clause-form.tsx'
import { stateKinds } from './list-page.tsx'

export interface ShowPageProps {
  at: readonly [bloc: string, year: string, digest: string]
  blocName: string
  digest: Digest
  clauses: readonly DigestClause[]
  may: { send: boolean; giveBack: boolean }
  history: readonly HistoryEntry[]
  form: ReturnedForm
}

const Sending = ({ at, digest, may, form }: ShowPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {!may.send && (
        <Notice kind="info" title={t.show.finished}>
          {t.show.finishedBody}
        </Notice>
      )}
      {may.send && (
        <Confirm
          title={t.show.send}
          what={t.show.sendWhat(`${t.kinds[digest.kind]} ${spanOf(digest)}`)}
          whom={t.show.sendWhom}
          undo={t.show.sendUndo}
          action={digestPaths.sending(...at)}
          submit={t.show.send}
          cancel={digestPaths.list(at[0], at[1])}
        />
      )}
      {may.giveBack && (
        <Sheet title={t.show.giveBack}>
          <PostedForm action={digestPaths.returning(...at)} form={form} submit={t.show.giveBack}>
            <TextArea {...fieldOf(form, 'reason')} label={t.show.reason} rows={2} maxlength={500} required />
          </PostedForm>
        </Sheet>
      )}
    </>
  )
}

/** A digest that waits for who sends it, or that was sent: its sentences with their sources, and its papers. */
export const DigestPage = (props: ShowPageProps) => {
  const { at, digest, clauses } = props
  const t = words(useLocale())
  const filled = digestSections
    .map((section) => ({ section, own: clauses.filter((clause) => clause.section === section) }))
    .filter(({ own }) => own.length > 0)
  const actions = (
    <>
      <LinkButton href={digestPaths.pdf(...at)} look="main">
        {t.editor.pdf}
      </LinkButton>
      <LinkButton href={digestPaths.docx(...at)}>{t.editor.word}</LinkButton>
    </>
  )
  return (
    <>
      <PageHead
        over={props.blocName}
        title={`${t.kinds[digest.kind]} ${spanOf(digest)}`}
        state={<State kind={stateKinds[digest.state]}>{t.states[digest.state]}</State>}
        actions={actions}
      />
      <div class="stack">
        {digest.state === 'finished' && <Sending {...props} />}
        {filled.map(({ section, own }) => (
          <Sheet title={t.sections[section]}>
            {own.map((clause) => (
              <div>
                <p>{clause.text}</p>
                <Origin clause={clause} />
              </div>
            ))}
          </Sheet>
        ))}
        <Sheet title={t.show.papers}>
          <Facts
            facts={[
              ...(digest.sent_at === null
                ? []
                : [{ label: t.show.sentBy, value: t.show.sent(digest.sent_by_name, formatMoment(digest.sent_at)) }]),
              { label: t.show.hash, value: <code>{digest.paper_sha256}</code> },
            ]}
          />
        </Sheet>
        <History entries={props.history} />
      </div>
    </>
  )
}
