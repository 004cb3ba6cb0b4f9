import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import type { SignerRow } from '../queries.ts'
import { words } from '../words.ts'

interface SignersProps {
  signers: readonly SignerRow[]
  isSample: boolean
  /** The unit for which the reader may sign now, and where. */
  mine: { unit: string; href: string } | null
}

/** Who has signed, who has not, who refuses and why; in the bloc's official order. */
export const Signers = ({ signers, isSample, mine }: SignersProps) => {
  const t = words(useLocale())
  const cellOf = (signer: SignerRow): SignCell => {
    const isMine = mine?.unit === signer.unit_id && signer.state === 'waiting'
    const sample = isSample && signer.state === 'signed' ? ` (${t.show.sample})` : ''
    const at = signer.decided_at === null ? '' : ` ${formatMoment(signer.decided_at)}`
    return {
      unit: signer.unit_name,
      role: t.offices[signer.office ?? 'member'],
      signer: `${signer.signer_name}, ${signer.signer_post}`,
      state: isMine ? 'yours' : signer.state,
      stateText: `${t.signerStates[signer.state]}${at}${sample}`,
      detail: signer.refusal_reason ?? undefined,
      action: isMine && mine !== null ? <a href={mine.href}>{t.show.sign}</a> : undefined,
    }
  }
  return <SignGrid cells={signers.map(cellOf)} label={t.editor.units} />
}
