import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { State } from '#ui/state.tsx'
import { isStopped } from '../agreement.ts'
import { paths } from '../paths.ts'
import { words as signingWords } from '../signing/words.ts'
import { words } from '../words.ts'
import type { AgreementPageProps } from './agreement-page.tsx'

const stateKinds = { drafting: 'open', frozen: 'soon', signing: 'soon', signed: 'done', void: 'none' } as const

const NextVersion = ({ bloc, year }: Pick<AgreementPageProps, 'bloc' | 'year'>) => {
  const t = words(useLocale()).show
  return (
    <form method="post" action={paths.nextVersion(bloc, year)}>
      <p>{t.nextVersionBody}</p>
      <SubmitButton look="plain">{t.nextVersion}</SubmitButton>
    </form>
  )
}

export const Stopped = ({ bloc, year, signers, mayDraft }: AgreementPageProps) => {
  const locale = useLocale()
  const stopped = signers.find((signer) => signer.state === 'refused' || signer.state === 'withdrawn')
  if (stopped === undefined) return null
  const title =
    stopped.state === 'refused'
      ? words(locale).show.refusedBy(stopped.unit_name)
      : signingWords(locale).withdrawnBy(stopped.unit_name)
  return (
    <Notice kind="warning" title={title}>
      <p>{stopped.refusal_reason ?? stopped.withdrawal_reason}</p>
      {mayDraft && <NextVersion bloc={bloc} year={year} />}
    </Notice>
  )
}

export const Overdue = ({ bloc, year, agreement, isOverdue, mayDraft }: AgreementPageProps) => {
  const t = signingWords(useLocale())
  if (!isOverdue || agreement.sign_by === null) return null
  return (
    <Notice kind="warning" title={t.overdue(formatDay(agreement.sign_by))}>
      <p>{t.overdueBody}</p>
      {mayDraft && (
        <p>
          <LinkButton href={paths.extension(bloc, year)} look="main">
            {t.extend.link}
          </LinkButton>
        </p>
      )}
      {mayDraft && <NextVersion bloc={bloc} year={year} />}
    </Notice>
  )
}

export const Vacancy = ({ bloc, year, agreement, vacant, mayDraft }: AgreementPageProps) => {
  const t = signingWords(useLocale())
  if (vacant.length === 0) return null
  return (
    <Notice kind="warning" title={t.vacant(vacant.map((signer) => signer.unit_name).join(', '))}>
      <p>{agreement.allows_substitute ? t.vacantMayFollow : t.vacantBody}</p>
      {mayDraft && <NextVersion bloc={bloc} year={year} />}
    </Notice>
  )
}

/** The state in a word; a signing that ended before its time says so. */
export const StateOf = ({ agreement, signers, isOverdue }: AgreementPageProps) => {
  const t = words(useLocale())
  if (agreement.state !== 'void' && (isStopped(signers) || isOverdue))
    return <State kind="late">{t.show.stopped}</State>
  return <State kind={stateKinds[agreement.state]}>{t.states[agreement.state]}</State>
}
