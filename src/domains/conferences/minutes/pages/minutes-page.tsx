import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { printCode } from '#platform/id.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { countPaths } from '../../paper-count/paths.ts'
import type { ConferenceRow } from '../../queries.ts'
import { resolutionPaths } from '../../resolutions/paths.ts'
import type { FixedPassage, Missing, MinutesState } from '../minutes.ts'
import { minutesPaths } from '../paths.ts'
import type { CorrectionRow, DraftRow, MinutesRow, MinutesSignerRow, PassageRow } from '../queries.ts'
import { words, type MinutesWords } from '../words.ts'
import { CorrectionList } from './correction-list.tsx'
import { FreezeSheet, SendSheet, WithdrawSheet } from './minutes-acts.tsx'
import { MinutesFrame, type At } from './minutes-frame.tsx'
import { FixedPassages, Passages } from './passages.tsx'

export interface MinutesPageProps {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  minutes: MinutesRow
  passages: readonly PassageRow[]
  /** The words that were fixed; of a draft nothing. */
  fixed: readonly FixedPassage[] | null
  missing: readonly Missing[]
  corrections: readonly CorrectionRow[]
  assents: readonly { unit: string; name: string; hasAssented: boolean }[]
  drafts: readonly DraftRow[]
  signers: readonly MinutesSignerRow[]
  versions: readonly MinutesRow[]
  code: string | null
  history: readonly HistoryEntry[]
  /** The member for which the reader may ask for corrections. */
  ownUnit: string | undefined
  may: {
    keep: boolean
    write: boolean
    send: boolean
    correct: boolean
    assent: boolean
    freeze: boolean
    withdraw: boolean
    sign: boolean
  }
  today: string
  refused?: string | undefined
}

const shapes = { drafting: 'open', sent: 'soon', frozen: 'soon', closed: 'done', void: 'none' } satisfies Record<
  MinutesState,
  StateKind
>

const Notices = ({ minutes, may, missing, refused }: MinutesPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {refused !== undefined && <Notice kind="error">{refused}</Notice>}
      {minutes.is_sample && <Notice kind="info" title={t.sample} />}
      {minutes.state === 'void' && <Notice kind="warning" title={t.voidBody(minutes.void_reason ?? '')} />}
      {minutes.state === 'closed' && <Notice kind="success" title={t.closedBody} />}
      {minutes.state === 'drafting' && !may.write && <Notice kind="info" title={t.draftBody} />}
      {may.write && missing.includes('recordChanged') && <Notice kind="warning" title={t.changedNotice} />}
      {minutes.state === 'sent' && minutes.respond_by !== null && (
        <Notice kind="info" title={t.window(formatDay(minutes.respond_by))} />
      )}
    </>
  )
}

function cellOf(signer: MinutesSignerRow, t: MinutesWords): SignCell {
  const at = signer.decided_at === null ? '' : ` ${formatMoment(signer.decided_at)}`
  return {
    unit: t.roles[signer.role],
    role: signer.unit_name,
    signer: `${signer.signer_name}, ${signer.signer_post}`,
    state: signer.state === 'withdrawn' ? 'void' : signer.state,
    stateText: `${t.signerStates[signer.state]}${at}`,
    detail: signer.refusal_reason ?? undefined,
  }
}

const Signing = ({ at, minutes, signers, code, may }: MinutesPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.signers} more={{ label: t.paper, href: minutesPaths.paper(...at) }}>
      <div class="stack">
        <SignGrid cells={signers.map((signer) => cellOf(signer, t))} label={t.signers} />
        {may.sign && (
          <div class="row">
            <LinkButton href={minutesPaths.signing(...at)} look="main" icon="pen">
              {t.sign}
            </LinkButton>
          </div>
        )}
        <Facts
          facts={[
            ...(code === null ? [] : [{ label: t.check, value: <span class="code">{printCode(code)}</span> }]),
            { label: t.hash, value: <span class="code">{minutes.text_sha256}</span> },
          ]}
        />
      </div>
    </Sheet>
  )
}

const Assents = ({ at, minutes, assents, may }: MinutesPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.assents} beside={<span class="mute">{t.draftNumber(String(minutes.draft))}</span>}>
      <div class="stack">
        <Facts
          facts={assents.map(({ name, hasAssented }) => ({
            label: name,
            value: <State kind={hasAssented ? 'done' : 'open'}>{hasAssented ? t.assented : t.notAnswered}</State>,
          }))}
        />
        {may.assent && (
          <form method="post" action={minutesPaths.assent(...at)}>
            <input type="hidden" name="draft" value={String(minutes.draft)} />
            <SubmitButton look="main">{t.assent}</SubmitButton>
          </form>
        )}
      </div>
    </Sheet>
  )
}

const Drafts = ({ drafts }: MinutesPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.drafts}>
      <ColumnsList
        items={drafts.map(({ number, made_at: at, reason }) => ({
          label: t.draftOf(String(number), formatMoment(at)),
          note: reason === '' ? t.firstDraft : t.draftReason(reason),
        }))}
      />
    </Sheet>
  )
}

const Content = ({ at, passages, fixed, may, ownUnit }: MinutesPageProps) => {
  const t = words(useLocale())
  if (fixed !== null) return <FixedPassages passages={fixed} />
  const actsOf = (passage: PassageRow) => {
    if (may.write)
      return (
        <LinkButton href={minutesPaths.passage(...at, passage.id)} look="quiet">
          {t.edit}
        </LinkButton>
      )
    if (!may.correct || ownUnit === undefined || passage.is_left_out) return null
    return (
      <LinkButton href={minutesPaths.correct(...at, passage.id)} look="quiet">
        {t.correct}
      </LinkButton>
    )
  }
  return <Passages passages={passages} actsOf={actsOf} />
}

const Actions = ({ at, minutes, may }: MinutesPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {may.write && (
        <>
          <form method="post" action={minutesPaths.renewal(...at)}>
            <SubmitButton look="plain">{t.renew}</SubmitButton>
          </form>
          <LinkButton href={minutesPaths.add(...at)} icon="plus">
            {t.addPassage}
          </LinkButton>
        </>
      )}
      {minutes.document_id === null && <LinkButton href={minutesPaths.preview(...at)}>{t.preview}</LinkButton>}
      <LinkButton href={minutesPaths.word(...at)}>{t.word}</LinkButton>
      <LinkButton href={countPaths.list(...at)}>{t.paperCount}</LinkButton>
      {may.keep && <LinkButton href={resolutionPaths.issue(...at)}>{t.issueResolution}</LinkButton>}
    </>
  )
}

/** The minutes of a conference: their words, who asked to correct them, who signs. */
export const MinutesPage = (props: MinutesPageProps) => {
  const t = words(useLocale())
  const { year, conference, at, minutes, versions, corrections, may } = props
  return (
    <MinutesFrame
      year={year}
      conference={conference}
      title={t.titleOf(conference.title)}
      under={t.version(String(minutes.version))}
      state={<State kind={shapes[minutes.state]}>{t.states[minutes.state]}</State>}
      actions={<Actions {...props} />}
    >
      <Notices {...props} />
      {minutes.document_id !== null && <Signing {...props} />}
      {may.send && <SendSheet {...props} />}
      {may.freeze && <FreezeSheet {...props} />}
      {corrections.length > 0 && <CorrectionList {...props} />}
      {minutes.state === 'sent' && <Assents {...props} />}
      {minutes.state === 'drafting' && <p class="mute">{t.ruleNote}</p>}
      <Content {...props} />
      {props.drafts.length > 0 && <Drafts {...props} />}
      {may.withdraw && <WithdrawSheet {...props} />}
      {versions.length > 1 && (
        <Sheet title={t.versions}>
          <ColumnsList
            items={versions.map((version) => ({
              label: t.versionOf(String(version.version), t.states[version.state]),
              href: minutesPaths.version(...at, String(version.version)),
            }))}
          />
        </Sheet>
      )}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </MinutesFrame>
  )
}
