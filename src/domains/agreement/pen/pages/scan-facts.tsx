import { formatDay, formatMoment } from '#ui/format.ts'
import { Facts, type Fact } from '#ui/facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { ScanRow, WitnessRow } from '../queries.ts'
import { words } from '../words.ts'

/** Who confirmed, or did not and why, each on a line. */
const Witnesses = ({ witnesses }: { witnesses: readonly WitnessRow[] }) => {
  const t = words(useLocale())
  if (witnesses.length === 0) return <>{t.noWitness}</>
  return (
    <>
      {witnesses.map(({ name, unit_name, confirms, at, reason }) => (
        <p>
          {confirms ? t.witness(name, unit_name, formatMoment(at)) : t.denial(name, unit_name, formatMoment(at))}
          {reason !== null && `: ${reason}`}
        </p>
      ))}
    </>
  )
}

/** Of which person and day a scan is, who brought it, and who has seen it. */
export const ScanFacts = ({ scan, witnesses }: { scan: ScanRow; witnesses: readonly WitnessRow[] }) => {
  const t = words(useLocale())
  const facts: Fact[] = [
    { label: t.signer, value: t.signerLine(scan.signer_name, scan.signer_post) },
    { label: t.signedOn, value: formatDay(scan.signed_on) },
    { label: t.broughtBy, value: t.brought(scan.uploader_name, formatMoment(scan.uploaded_at)) },
    { label: t.witnesses, value: <Witnesses witnesses={witnesses} /> },
    { label: t.hash, value: <span class="code">{scan.scan_sha256}</span> },
  ]
  return <Facts facts={facts} />
}
