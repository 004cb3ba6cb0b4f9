import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton } from '#ui/button.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { paths } from '../../paths.ts'
import type { ScanRow } from '../queries.ts'
import { words } from '../words.ts'

interface PenPageProps {
  bloc: string
  year: string
  title: string
  unitName: string
  unit: string
  copies: number
  /** Who could have signed for the unit; the first is the one whom the text expects. */
  signers: readonly { mandate: string; name: string; post: string }[]
  scans: readonly ScanRow[]
  form: ReturnedForm
}

export const scanShapes = {
  waiting: 'soon',
  confirmed: 'done',
  rejected: 'late',
  withdrawn: 'none',
  dropped: 'none',
} as const

const Scans = ({ bloc, year, scans }: Pick<PenPageProps, 'bloc' | 'year' | 'scans'>) => {
  const t = words(useLocale())
  if (scans.length === 0) return null
  return (
    <Sheet title={t.scans}>
      <ul>
        {scans.map((scan) => (
          <li>
            <a href={paths.scan(bloc, year, scan.id)}>{t.brought(scan.signer_name, formatMoment(scan.uploaded_at))}</a>{' '}
            <State kind={scanShapes[scan.state]}>{t.states[scan.state]}</State>
            {scan.reason !== null && <p class="mute">{scan.reason}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const Bring = (props: PenPageProps) => {
  const { bloc, year, unit, form, signers } = props
  const t = words(useLocale())
  const options = signers.map(({ mandate, name, post }) => ({ value: mandate, label: t.signerLine(name, post) }))
  return (
    <PostedForm
      action={paths.pen(bloc, year, unit)}
      form={form}
      submit={t.bring.do}
      cancel={{ label: t.bring.cancel, href: paths.agreement(bloc, year) }}
      upload
    >
      {props.scans.some(({ state }) => state === 'waiting') && <Notice kind="info" title={t.bring.replace} />}
      <SelectField
        {...fieldOf(form, 'mandate', signers[0]?.mandate)}
        label={t.bring.signer}
        help={t.bring.signerHelp}
        options={options}
        required
      />
      <DayField {...fieldOf(form, 'signedOn')} label={t.bring.signedOn} required />
      <TextField
        {...fieldOf(form, 'code')}
        label={t.code}
        help={t.codeHelp}
        example={t.codeExample}
        autocomplete="off"
        maxlength={40}
        narrow
        required
      />
      <FileField
        name="scan"
        label={t.bring.file}
        help={t.bring.fileHelp}
        accept="application/pdf,image/png,image/jpeg"
        required
      />
    </PostedForm>
  )
}

/** One unit signs by pen: what to print, where to sign, and the scan that is sent back. */
export const PenPage = (props: PenPageProps) => {
  const { bloc, year, title, unitName, copies, signers } = props
  const t = words(useLocale())
  return (
    <>
      <PageHead over={title} title={t.heading} under={unitName} />
      <div class="stack">
        <Sheet title={t.print.heading}>
          <div class="stack">
            <ol class="numbered">
              {t.print.steps(String(copies).padStart(2, '0'), unitName).map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <p class="mute">{t.print.keep}</p>
            <p>
              <LinkButton href={paths.blankPaper(bloc, year)} icon="document">
                {t.print.blank}
              </LinkButton>
            </p>
          </div>
        </Sheet>
        <Scans {...props} />
        <Sheet title={t.bring.heading}>
          {signers.length === 0 ? (
            <Notice kind="warning" title={t.noSigner}>
              <p>{t.noSignerBody}</p>
            </Notice>
          ) : (
            <Bring {...props} />
          )}
        </Sheet>
      </div>
    </>
  )
}
