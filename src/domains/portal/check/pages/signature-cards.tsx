import type { ReportText } from '#capabilities/signatures/report/describe-report.ts'
import type { PdfReport, SignatureReport } from '#capabilities/signatures/report/report.ts'
import { words as signatureWords } from '#capabilities/signatures/report/words.ts'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import type { PublishedAgreement } from '../../queries.ts'
import { words } from '../../words.ts'

interface CardsProps {
  report: PdfReport
  texts: ReportText['signatures']
  paper: PublishedAgreement | null
}

const shapes = { intact: 'done', changedAfter: 'late', broken: 'late', unjudged: 'soon' } as const

/** What a layman asks of a signature; the rest is a click away. */
const plainLabels = ['details', 'organization', 'title', 'signedAt', 'timestamp'] as const

export const SignatureCards = ({ report, texts, paper }: CardsProps) => (
  <ol class="signature-cards">
    {report.signatures.map((signature, index) => (
      <SignatureCard signature={signature} text={texts[index]} paper={paper} />
    ))}
  </ol>
)

interface CardProps {
  signature: SignatureReport
  text: ReportText['signatures'][number] | undefined
  paper: PublishedAgreement | null
}

const SignatureCard = ({ signature, text, paper }: CardProps) => {
  const locale = useLocale()
  const t = words(locale).check
  const said = signatureWords(locale)
  const plain = new Set<string>(plainLabels.map((label) => said.label[label]))
  const facts = text?.facts ?? []
  return (
    <li class="signature-card">
      <div class="row">
        <h3>{text?.heading}</h3>
        <Standing signature={signature} />
      </div>
      <p>{text?.sentence}</p>
      <Facts facts={[...facts.filter((fact) => plain.has(fact.label)), ...keptFacts(signature, paper, t)]} />
      <Details summary={t.technical}>
        <Facts facts={facts.filter((fact) => !plain.has(fact.label))} />
      </Details>
    </li>
  )
}

/** A revoked certificate outweighs that the file is as it was signed. */
const Standing = ({ signature: { state, trust } }: { signature: SignatureReport }) => {
  const said = signatureWords(useLocale())
  const isRevoked = !trust.trusted && trust.reason === 'revoked'
  if (isRevoked && state === 'intact') return <State kind="late">{said.distrust.revoked}</State>
  return <State kind={shapes[state]}>{said.state[state]}</State>
}

/** What we know of a signature beyond what stands in the file. */
function keptFacts({ field }: SignatureReport, paper: PublishedAgreement | null, t: ReturnType<typeof words>['check']) {
  const mandate = paper?.text.parties.find((party) => party.field === field)?.signer.document ?? ''
  const keptAt = paper?.revisions.find((revision) => revision.field === field)?.made_at
  return [
    ...(mandate === '' ? [] : [{ label: t.mandate, value: mandate }]),
    ...(keptAt === undefined ? [] : [{ label: t.receivedAt, value: formatMoment(keptAt) }]),
  ]
}
