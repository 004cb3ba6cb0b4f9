import type { CertificateRow } from '#capabilities/signatures/keeping/certificates.ts'
import { useLocale } from '#ui/locale.tsx'
import { certificatePaths } from '../paths.ts'
import { words } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'

/** The certificates of one mandate, each with its number as a link and whether it holds. */
export const CertificateList = (props: { certificates: readonly CertificateRow[]; now: Date }) => {
  const t = words(useLocale())
  return (
    <ul class="plain-list">
      {props.certificates.map((certificate) => (
        <li>
          <a class="code" href={certificatePaths.certificate(certificate.serial)}>
            {t.serial(certificate.serial)}
          </a>{' '}
          <StandingMark certificate={certificate} now={props.now} />
        </li>
      ))}
    </ul>
  )
}
