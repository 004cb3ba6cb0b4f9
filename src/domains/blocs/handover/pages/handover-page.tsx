import { printCode } from '#platform/id.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import type { BlocYearRow } from '../../queries.ts'
import type { CanonicalHandover, Missing } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import type { HandoverRow, HandoverSignerRow } from '../queries.ts'
import { words, type HandoverWords } from '../words.ts'
import { HandoverContent } from './handover-content.tsx'

export interface HandoverPageProps {
  year: BlocYearRow
  handover: HandoverRow
  content: CanonicalHandover
  missing: readonly Missing[]
  signers: readonly HandoverSignerRow[]
  code: string | null
  versions: readonly HandoverRow[]
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  may: { edit: boolean; sign: boolean }
  refused?: string | undefined
}

function cellOf(signer: HandoverSignerRow, t: HandoverWords): SignCell {
  const at = signer.decided_at === null ? '' : ` ${formatMoment(signer.decided_at)}`
  const isInstead = signer.signed_mandate_id !== null && signer.signed_mandate_id !== signer.mandate_id
  return {
    unit: signer.unit_name,
    role: t[signer.side],
    signer: `${signer.signed_name ?? signer.signer_name}, ${signer.signed_post ?? signer.signer_post}`,
    state: signer.state === 'withdrawn' ? 'void' : signer.state,
    stateText: `${t.signerStates[signer.state]}${at}`,
    detail: signer.refusal_reason ?? (isInstead ? t.insteadOf(signer.signer_name) : undefined),
  }
}

const StateNotice = ({ handover, may, missing }: HandoverPageProps) => {
  const t = words(useLocale())
  if (handover.state === 'void') return <Notice kind="warning" title={t.voidBody(handover.void_reason ?? '')} />
  if (handover.state === 'closed') return <Notice kind="success" title={t.closedBody} />
  if (handover.state === 'drafting' && !may.edit) return <Notice kind="info" title={t.draftBody} />
  if (handover.state !== 'drafting' || missing.length === 0) return null
  return (
    <Notice kind="warning" title={t.missingTitle}>
      <ul>
        {missing.map((fault) => (
          <li>{t.missing[fault]}</li>
        ))}
      </ul>
    </Notice>
  )
}

const Freeze = ({ year, handover, missing }: HandoverPageProps) => {
  const t = words(useLocale())
  const at = [year.bloc.slug, year.slug, handover.id] as const
  return (
    <Sheet title={t.freeze}>
      <form method="post" action={handoverPaths.freezing(...at)} class="fields">
        <p>{t.freezeNote}</p>
        {missing.length === 0 && <Checkbox name="isMeant" label={t.isMeant} required />}
        <div class="row">
          {missing.length === 0 && <SubmitButton>{t.freeze}</SubmitButton>}
          <LinkButton href={handoverPaths.edit(...at)} look={missing.length === 0 ? 'plain' : 'main'}>
            {t.edit}
          </LinkButton>
          <LinkButton href={handoverPaths.preview(...at)}>{t.preview}</LinkButton>
        </div>
      </form>
    </Sheet>
  )
}

const Signing = ({ year, handover, signers, code, may }: HandoverPageProps) => {
  const t = words(useLocale())
  const at = [year.bloc.slug, year.slug, handover.id] as const
  const facts = [
    ...(code === null ? [] : [{ label: t.check, value: <span class="code">{printCode(code)}</span> }]),
    { label: t.hash, value: <span class="code">{handover.text_sha256}</span> },
  ]
  return (
    <Sheet title={t.signers} more={{ label: t.paper, href: handoverPaths.paper(...at) }}>
      <div class="stack">
        <SignGrid cells={signers.map((signer) => cellOf(signer, t))} label={t.signers} />
        {may.sign && (
          <div class="row">
            <LinkButton href={handoverPaths.signing(...at)} look="main" icon="pen">
              {t.sign}
            </LinkButton>
          </div>
        )}
        <Facts facts={facts} />
      </div>
    </Sheet>
  )
}

/** One record of a hand-over: what it holds, who signs it, what became of it. */
export const HandoverPage = (props: HandoverPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, handover, content, versions, may } = props
  const at = [year.bloc.slug, year.slug] as const
  const { giving, receiving } = content.parties
  return (
    <FormSheet
      crumbs={[...yearCrumbs(year, locale), { label: t.title, href: handoverPaths.list(...at) }]}
      title={t.recordTitle(String(handover.version))}
      over={`${year.bloc.short_name} ${year.label}`}
      under={t.changeOf(giving.name, receiving.name)}
    >
      {props.refused && <Notice kind="error" title={props.refused} />}
      {handover.is_sample && <Notice kind="info" title={t.sample} />}
      <StateNotice {...props} />
      {handover.document_id !== null && <Signing {...props} />}
      {may.edit && <Freeze {...props} />}
      <HandoverContent content={content} missing={props.missing} at={at} />
      {versions.length > 1 && (
        <Sheet title={t.versions}>
          <ColumnsList
            items={versions.map((version) => ({
              label: t.versionOf(String(version.version), t.states[version.state]),
              href: handoverPaths.one(...at, version.id),
            }))}
          />
        </Sheet>
      )}
      <Sheet title={t.history}>
        <div class="stack">
          <History entries={props.history} />
          <Views views={props.views} />
        </div>
      </Sheet>
    </FormSheet>
  )
}
