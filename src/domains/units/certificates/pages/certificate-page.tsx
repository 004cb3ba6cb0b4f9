import type { CertificateRow } from '#capabilities/signatures/keeping/certificates.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Details } from '#ui/details.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { mandatePaths } from '../../mandates/paths.ts'
import type { MandateRow } from '../../mandates/queries.ts'
import { unitPaths } from '../../paths.ts'
import { isUsableAt, revocationReasons } from '../certificate.ts'
import { certificatePaths } from '../paths.ts'
import { words } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'

export interface CertificatePageProps {
  certificate: CertificateRow & { revoker: string | null }
  mandate: MandateRow
  unit: { id: string; full_name: string; short_name: string }
  mayRevoke: boolean
  form: Returned
  now: Date
}

function factsOf({ certificate, mandate, unit }: CertificatePageProps, t: ReturnType<typeof words>) {
  const { revoked_at: revokedAt, revoked_reason: reason, revoked_note: note, revoker } = certificate
  const facts: (Fact | false)[] = [
    { label: t.holder, value: mandate.person },
    { label: t.unit, value: <a href={unitPaths.unit(unit.id)}>{unit.full_name}</a> },
    { label: t.onMandate, value: <a href={mandatePaths.mandate(mandate.id)}>{mandate.post}</a> },
    { label: t.serialLabel, value: <span class="code">{certificate.serial}</span> },
    { label: t.issuedAt, value: formatMoment(certificate.issued_at) },
    { label: t.validTo, value: formatMoment(certificate.valid_to) },
    revokedAt !== null && { label: t.revokedAt, value: formatMoment(revokedAt) },
    reason !== null && { label: t.reason, value: t.reasons[reason].label },
    revoker !== null && { label: t.revokedBy, value: revoker },
    note !== '' && { label: t.note, value: note },
  ]
  return facts.filter((fact) => fact !== false)
}

const Revoke = ({ certificate, form }: CertificatePageProps) => {
  const t = words(useLocale())
  return (
    <Details summary={t.revoke} open={form.errors.length > 0 || form.refused !== undefined}>
      <p>{t.revokeWhat}</p>
      <p>{t.revokeUndo}</p>
      <PostedForm action={certificatePaths.revoke(certificate.serial)} form={form} submit={t.revoke} look="danger">
        <RadioGroup
          {...fieldOf(form, 'reason')}
          label={t.reason}
          choices={revocationReasons.map((reason) => ({ value: reason, ...t.reasons[reason] }))}
          required
        />
        <TextArea {...fieldOf(form, 'note')} label={t.note} example={t.noteExample} rows={3} required />
      </PostedForm>
    </Details>
  )
}

/** One certificate, for all who may see its mandate: whose, on what, how long, and the button that ends it. */
export const CertificatePage = (props: CertificatePageProps) => {
  const { certificate, mandate, unit, mayRevoke, now } = props
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: unit.short_name, href: unitPaths.unit(unit.id) },
          { label: t.mandate(mandate.person, mandate.post), href: mandatePaths.mandate(mandate.id) },
        ]}
      />
      <PageHead
        title={t.certificateOf(mandate.person)}
        under={t.notOfficial}
        over={mandate.is_sample ? t.sample : undefined}
        state={<StandingMark certificate={certificate} now={now} />}
      />
      <Facts facts={factsOf(props, t)} />
      {mayRevoke && isUsableAt(now, certificate) && <Revoke {...props} />}
    </div>
  )
}
