import type { SignerRow } from '#domains/agreement/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { SignGrid, type SignCell } from '#ui/sign-grid.tsx'
import type { PublicPen, PublishedAgreement } from '../../queries.ts'
import { words } from '../../words.ts'

interface GridProps {
  agreement: PublishedAgreement
  /** Serial of the certificate behind each signature, by field. */
  serials: ReadonlyMap<string, string>
  /** What is public of each signature by pen, by unit. */
  pens: ReadonlyMap<string, PublicPen>
}

type Words = ReturnType<typeof words>['agreement']

const lastOfSerial = (serial: string) => serial.slice(-8).toUpperCase()

const momentOf = (at: Date | null) => (at === null ? '' : formatMoment(at))

function stateText(signer: SignerRow, t: Words): string {
  const at = momentOf(signer.decided_at)
  if (signer.state === 'signed') return signer.way === 'pen' ? t.signedByPen(at) : t.signed(at)
  if (signer.state === 'withdrawn') return t.withdrawn(momentOf(signer.withdrawn_at))
  return signer.state === 'refused' ? t.refused(at) : t[signer.state]
}

/** A pen left its trace on paper: the page says what the system saw of it, and who saw it with the system. */
const penLines = ({ signedOn, scan, witnesses }: PublicPen, t: Words) => [
  t.penOn(formatDay(signedOn)),
  t.scan(`${scan.slice(0, 16)}…`),
  t.witnesses(witnesses.map(({ name, unit_name }) => `${name} (${unit_name})`).join(', ')),
]

function linesOf(signer: SignerRow, { agreement, serials, pens }: GridProps, t: Words): string[] {
  const isInstead = signer.signed_mandate_id !== null && signer.signed_mandate_id !== signer.mandate_id
  const party = agreement.text.parties.find(({ field }) => field === signer.field)
  const mandate = isInstead ? '' : (party?.signer.document ?? '')
  const serial = serials.get(signer.field)
  const pen = pens.get(signer.unit_id)
  return [
    ...(signer.way === null ? [signer.signer_name] : []),
    signer.signed_post ?? signer.signer_post,
    ...(isInstead ? [t.insteadOf(signer.signer_name)] : []),
    ...(mandate === '' ? [] : [t.mandate(mandate)]),
    ...(serial === undefined ? [] : [t.certificate(lastOfSerial(serial))]),
    ...(pen === undefined ? [] : penLines(pen, t)),
  ]
}

/** Who signed, by whose right and how, in official order. Only who has signed stands there in a hand. */
export const SignatureGrid = (props: GridProps) => {
  const locale = useLocale()
  const t = words(locale).agreement
  const { offices } = blocWords(locale)
  const cells = props.agreement.signers.map((signer): SignCell => ({
    id: signer.field,
    unit: signer.unit_name,
    ...(signer.office === null ? {} : { role: offices[signer.office] }),
    ...(signer.way === null ? {} : { signer: signer.signed_name ?? signer.signer_name }),
    state: signer.state === 'withdrawn' ? 'void' : signer.state,
    stateText: stateText(signer, t),
    detail: (
      <>
        {linesOf(signer, props, t).map((line) => (
          <span class="sign-line">{line}</span>
        ))}
      </>
    ),
  }))
  return <SignGrid cells={cells} label={t.signatures} />
}
