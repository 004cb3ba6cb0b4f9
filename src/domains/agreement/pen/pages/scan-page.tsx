import type { FormState } from '#platform/form.ts'
import { Beside } from '#ui/beside.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { fieldOf } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { CanonicalAgreement } from '../../canonical-text.ts'
import { TextOfAgreement } from '../../pages/text-of-agreement.tsx'
import { paths } from '../../paths.ts'
import type { ScanRow, WitnessRow } from '../queries.ts'
import { words } from '../words.ts'
import { scanShapes } from './pen-page.tsx'
import { ScanFacts } from './scan-facts.tsx'

interface ScanPageProps {
  bloc: string
  year: string
  title: string
  unitName: string
  /** Printed in groups of four. */
  code: string
  text: CanonicalAgreement
  scan: ScanRow
  witnesses: readonly WitnessRow[]
  isImage: boolean
  mayWitness: boolean
  mayWithdraw: boolean
  refused: string | undefined
  form: FormState
}

const Look = ({ bloc, year, code, scan, form, refused }: ScanPageProps) => {
  const t = words(useLocale()).look
  const { error } = fieldOf(form, 'reason')
  return (
    <div class="stack">
      {refused !== undefined && <Notice kind="error">{refused}</Notice>}
      <div>
        <p>{t.check}</p>
        <ol class="numbered">
          {t.points(code, scan.signer_name).map((point) => (
            <li>{point}</li>
          ))}
        </ol>
      </div>
      <p>{t.meaning}</p>
      <form method="post" action={paths.scanWitness(bloc, year, scan.id)}>
        <SubmitButton icon="success">{t.do}</SubmitButton>
      </form>
      <Details summary={t.refuse} open={error !== undefined}>
        <form method="post" action={paths.scanRefusal(bloc, year, scan.id)} class="fields" novalidate>
          <p>{t.refuseBody}</p>
          <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={2000} required />
          <div class="row">
            <SubmitButton look="danger">{t.doRefuse}</SubmitButton>
          </div>
        </form>
      </Details>
    </div>
  )
}

const Withdraw = ({ bloc, year, scan }: ScanPageProps) => {
  const t = words(useLocale()).withdraw
  return (
    <Details summary={t.summary}>
      <form method="post" action={paths.scanWithdrawal(bloc, year, scan.id)} class="fields">
        <p>{t.body}</p>
        <TextArea name="reason" label={t.reason} rows={2} maxlength={1000} required />
        <div class="row">
          <SubmitButton look="plain">{t.do}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

const Picture = ({ bloc, year, scan, isImage, unitName }: ScanPageProps) => {
  const t = words(useLocale())
  const href = paths.scanFile(bloc, year, scan.id)
  const alt = t.alt(scan.signer_name, unitName)
  return (
    <div class="scan">
      {isImage ? <img src={href} alt={alt} /> : <iframe src={href} title={alt} />}
      <p>
        <a href={href}>{t.open}</a>
      </p>
    </div>
  )
}

/** The scan beside the fixed text: what a witness compares before saying yes or no. */
export const ScanPage = (props: ScanPageProps) => {
  const { title, unitName, scan, witnesses, text } = props
  const t = words(useLocale())
  return (
    <>
      <PageHead
        over={title}
        title={props.mayWitness ? t.look.heading : t.scanOf(unitName)}
        state={<State kind={scanShapes[scan.state]}>{t.states[scan.state]}</State>}
        under={unitName}
      />
      <Beside label={t.alt(scan.signer_name, unitName)} aside={<Picture {...props} />}>
        <div class="stack">
          <Sheet>
            <div class="stack">
              <ScanFacts scan={scan} witnesses={witnesses} />
              {scan.reason !== null && <Notice kind="warning" title={scan.reason} />}
              {props.mayWitness && <Look {...props} />}
              {scan.state === 'waiting' && !props.mayWitness && <p class="mute">{t.look.notYou}</p>}
              {props.mayWithdraw && <Withdraw {...props} />}
            </div>
          </Sheet>
          <Sheet title={t.frozen}>
            <TextOfAgreement agreement={text} />
          </Sheet>
        </div>
      </Beside>
    </>
  )
}
