/** Why a paper cannot be prepared or signed; the sentences are in this folder's words. */
export type SigningProblem =
  | 'pdf.unreadable'
  | 'pdf.encrypted'
  | 'pdf.active'
  | 'pdf.hasFields'
  | 'page.missing'
  | 'field.twice'
  | 'field.missing'
  | 'field.signed'
  | 'stamp.unreadable'
  | 'certificate.unsupported'
  | 'job.stale'
  | 'job.broken'
  | 'signature.wrongKey'
  | 'signature.tooLarge'
  | 'timestamp.unreachable'
  | 'timestamp.refused'
  | 'timestamp.wrong'
  | 'passphrase.wrong'
  | 'proof.wrong'
  | 'subject.empty'
  | 'validity.wrong'

export class SigningError extends Error {
  override readonly name = 'SigningError'
  readonly problem: SigningProblem

  constructor(problem: SigningProblem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}
