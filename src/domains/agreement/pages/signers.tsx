import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import type { SignerRow } from '../queries.ts'
import { words as signingWords } from '../signing/words.ts'
import { words } from '../words.ts'

interface SignersProps {
  signers: readonly SignerRow[]
  /** Who signs now where the person named in the text cannot any more, by unit. */
  substitutes: ReadonlyMap<string, { name: string; post: string }>
  /** Where a place that waits may be signed by pen; `null` for who only reads. */
  penOf: (unit: string) => string | null
  isSample: boolean
  /** The unit for which the reader may sign now, and where. */
  mine: { unit: string; href: string } | null
}

type Words = ReturnType<typeof words>
type SigningWords = ReturnType<typeof signingWords>

/** How a place was signed, and when it was not as the text expects. */
function detailOf(signer: SignerRow, substitute: { name: string; post: string } | undefined, t: SigningWords) {
  const isInstead = signer.signed_mandate_id !== null && signer.signed_mandate_id !== signer.mandate_id
  return [
    ...(isInstead ? [t.insteadOf(signer.signer_name)] : []),
    ...(signer.way === 'pen' ? [t.ways.pen] : []),
    ...(signer.state === 'waiting' && substitute !== undefined ? [t.substitute(substitute.name, substitute.post)] : []),
    signer.refusal_reason ?? signer.withdrawal_reason ?? '',
  ].filter((part) => part !== '')
}

function stateText(signer: SignerRow, isSample: boolean, { t, s }: { t: Words; s: SigningWords }) {
  if (signer.state === 'withdrawn' && signer.withdrawn_at !== null)
    return s.withdrawn(formatMoment(signer.withdrawn_at))
  const sample = isSample && signer.state === 'signed' ? ` (${t.show.sample})` : ''
  const at = signer.decided_at === null ? '' : ` ${formatMoment(signer.decided_at)}`
  return `${t.signerStates[signer.state]}${at}${sample}`
}

/** Who has signed and how, who has not, who refuses and why; in the bloc's official order. */
export const Signers = ({ signers, substitutes, penOf, isSample, mine }: SignersProps) => {
  const t = words(useLocale())
  const s = signingWords(useLocale())
  const actionOf = (signer: SignerRow, isMine: boolean) => {
    const pen = signer.state === 'waiting' ? penOf(signer.unit_id) : null
    if (!isMine && pen === null) return undefined
    return (
      <span class="row">
        {isMine && mine !== null && <a href={mine.href}>{t.show.sign}</a>}
        {pen !== null && <a href={pen}>{t.show.pen}</a>}
      </span>
    )
  }
  const cellOf = (signer: SignerRow): SignCell => {
    const isMine = mine?.unit === signer.unit_id && signer.state === 'waiting'
    const details = detailOf(signer, substitutes.get(signer.unit_id), s)
    const shown = signer.state === 'withdrawn' ? 'void' : signer.state
    return {
      unit: signer.unit_name,
      role: t.offices[signer.office ?? 'member'],
      signer: `${signer.signed_name ?? signer.signer_name}, ${signer.signed_post ?? signer.signer_post}`,
      state: isMine ? 'yours' : shown,
      stateText: stateText(signer, isSample, { t, s }),
      detail:
        details.length === 0 ? undefined : (
          <>
            {details.map((detail) => (
              <span class="sign-line">{detail}</span>
            ))}
          </>
        ),
      action: actionOf(signer, isMine),
    }
  }
  return <SignGrid cells={signers.map(cellOf)} label={t.editor.units} />
}
