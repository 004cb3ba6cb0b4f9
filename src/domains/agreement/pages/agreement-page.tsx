import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Quote } from '#ui/quote.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { agreementCan, isStopped } from '../agreement.ts'
import { readCanonical } from '../canonical-text.ts'
import { paths } from '../paths.ts'
import type { AgreementRow, SignerRow } from '../queries.ts'
import { words as promiseWords } from '../promises/words.ts'
import { words as signingWords } from '../signing/words.ts'
import { words } from '../words.ts'
import { Signers } from './signers.tsx'
import { TextOfAgreement } from './text-of-agreement.tsx'
import { Overdue, StateOf, Stopped, Vacancy } from './standing.tsx'

export interface AgreementPageProps {
  bloc: string
  year: string
  blocName: string
  agreement: AgreementRow
  signers: readonly SignerRow[]
  /** Those who have not signed and cannot any more, where nobody may in their stead. */
  vacant: readonly SignerRow[]
  /** Successors who sign now, by unit. */
  substitutes: ReadonlyMap<string, { name: string; post: string }>
  /** Units whose place the reader may have signed by pen. */
  penUnits: readonly string[]
  isOverdue: boolean
  /** The reader has signed, and others have not. */
  mayWithdraw: boolean
  /** The printed check code; absent while the text is a draft. */
  code: string | null
  maySign: string | null
  mayDraft: boolean
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  voided: readonly AgreementRow[]
  reminded: number | null
}

const signedOf = (signers: readonly SignerRow[]) => signers.filter((signer) => signer.state === 'signed').length

const Actions = ({ bloc, year, agreement, mayDraft, maySign, code }: AgreementPageProps) => {
  const t = words(useLocale()).show
  const isDraft = agreementCan('edit', agreement)
  return (
    <>
      {maySign !== null && (
        <LinkButton href={paths.signing(bloc, year)} look="main">
          {t.sign}
        </LinkButton>
      )}
      {isDraft && mayDraft && (
        <LinkButton href={paths.editor(bloc, year)} look="main">
          {t.edit}
        </LinkButton>
      )}
      {isDraft && <LinkButton href={paths.preview(bloc, year)}>{words(useLocale()).editor.preview}</LinkButton>}
      {code !== null && <LinkButton href={paths.promises(bloc, year)}>{promiseWords(useLocale()).link}</LinkButton>}
      {code !== null && <LinkButton href={paths.evidence(bloc, year)}>{t.evidence}</LinkButton>}
      {code !== null && <LinkButton href={paths.paper(bloc, year)}>{t.paper}</LinkButton>}
      {code !== null && <LinkButton href={`/kiem-tra/${code}`}>{t.check}</LinkButton>}
    </>
  )
}

const Unfreeze = ({ bloc, year, agreement, mayDraft }: AgreementPageProps) => {
  if (!mayDraft || !agreementCan('unfreeze', agreement)) return null
  return <LinkButton href={paths.unfreezing(bloc, year)}>{words(useLocale()).unfreeze.heading}</LinkButton>
}

const Extend = ({ bloc, year, agreement, mayDraft, signers, isOverdue }: AgreementPageProps) => {
  const isOpen = agreementCan('sign', agreement) && agreement.sign_by !== null
  if (!mayDraft || !isOpen || isStopped(signers) || isOverdue) return null
  return <LinkButton href={paths.extension(bloc, year)}>{signingWords(useLocale()).extend.link}</LinkButton>
}

const Remind = ({ bloc, year, agreement, mayDraft, signers, isOverdue }: AgreementPageProps) => {
  const waits = signers.some((signer) => signer.state === 'waiting')
  if (!mayDraft || !agreementCan('remind', agreement) || !waits || isStopped(signers) || isOverdue) return null
  return (
    <form method="post" action={paths.reminder(bloc, year)}>
      <SubmitButton look="plain">{words(useLocale()).show.remind}</SubmitButton>
    </form>
  )
}

const Signatures = (props: AgreementPageProps) => {
  const { bloc, year, agreement, signers, maySign } = props
  const t = words(useLocale()).show
  const isWhole = agreement.state === 'signed'
  return (
    <Sheet
      title={isWhole ? t.allSigned : words(useLocale()).editor.units}
      beside={<State kind={isWhole ? 'done' : 'soon'}>{t.signers(signedOf(signers), signers.length)}</State>}
      flush
    >
      <Signers
        signers={signers}
        substitutes={props.substitutes}
        penOf={(unit) => (props.penUnits.includes(unit) ? paths.pen(bloc, year, unit) : null)}
        isSample={agreement.is_sample}
        mine={maySign === null ? null : { unit: maySign, href: paths.signing(bloc, year) }}
      />
      <div class="sheet-acts">
        <div class="row">
          <Remind {...props} />
          <Extend {...props} />
          <Unfreeze {...props} />
          {props.mayWithdraw && (
            <LinkButton href={paths.withdrawal(bloc, year)}>{signingWords(useLocale()).withdraw.link}</LinkButton>
          )}
        </div>
      </div>
    </Sheet>
  )
}

const Proof = ({ agreement, code }: AgreementPageProps) => {
  const t = words(useLocale())
  const facts = [
    { label: t.head.signingOn, value: agreement.signing_on === null ? '' : formatDay(agreement.signing_on) },
    ...(agreement.sign_by === null ? [] : [{ label: t.head.signBy, value: formatDay(agreement.sign_by) }]),
    { label: t.head.place, value: agreement.place },
    { label: t.show.code, value: <span class="code">{code?.replace(/(.{4})(?=.)/g, '$1-')}</span> },
    { label: t.show.hash, value: <span class="code">{agreement.text_sha256}</span> },
  ]
  return <Facts facts={facts} />
}

const Voided = ({ bloc, year, voided }: Pick<AgreementPageProps, 'bloc' | 'year' | 'voided'>) => {
  const t = words(useLocale()).show
  if (voided.length === 0) return null
  return (
    <Sheet title={t.voided} more={{ label: t.versions, href: paths.versions(bloc, year) }}>
      <p class="mute">{t.voidedBody}</p>
      <ul>
        {voided.map((version) => (
          <li>
            {version.title}, {t.version(version.version)}: {version.void_reason}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const Fixed = (props: AgreementPageProps) => {
  const { agreement } = props
  const t = words(useLocale()).show
  if (agreement.canonical_text === null) return null
  const canonical = readCanonical(agreement.canonical_text)
  return (
    <>
      <Signatures {...props} />
      <Sheet title={agreement.state === 'signed' ? t.text : t.frozenText}>
        <div class="stack">
          {canonical.theme !== '' && <Quote text={canonical.theme} source={t.theme} />}
          <Proof {...props} />
          <TextOfAgreement agreement={canonical} />
        </div>
      </Sheet>
    </>
  )
}

/** The agreement of a year: its state, who has signed, the text, its proof and its history. */
export const AgreementPage = (props: AgreementPageProps) => {
  const { agreement, blocName, history, reminded } = props
  const t = words(useLocale())
  return (
    <>
      <PageHead
        over={blocName}
        title={agreement.title}
        state={<StateOf {...props} />}
        actions={<Actions {...props} />}
      />
      <div class="stack">
        {agreement.is_sample && (
          <Notice kind="info" title={agreementCan('edit', agreement) ? t.show.sampleDraft : t.show.sampleBody} />
        )}
        {agreementCan('edit', agreement) && <p>{props.mayDraft ? t.show.draftOwn : t.show.draftBody}</p>}
        {reminded !== null && <Notice kind="success" title={t.show.reminded(reminded)} />}
        <Stopped {...props} />
        <Overdue {...props} />
        <Vacancy {...props} />
        <Fixed {...props} />
        <Voided {...props} />
        {props.voided.length === 0 && (
          <p>
            <a href={paths.versions(props.bloc, props.year)}>{t.show.versions}</a>
          </p>
        )}
        <Sheet title={t.show.history}>
          <History entries={history} />
          <Views views={props.views} />
        </Sheet>
      </div>
    </>
  )
}
