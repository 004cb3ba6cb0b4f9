import { isSealedBy, sealNameOf, type SignedCheckpoint } from '#capabilities/audit/checkpoints/checkpoint.ts'

/** Where the certificates came from with which checkpoints were judged. */
export interface Certificates {
  /** Given by whoever asks, from outside. */
  given: readonly Uint8Array[]
  /** Of the very database that is judged. */
  own: readonly Uint8Array[]
}

export interface JudgedSeals {
  /** Signed by a seal that is known. */
  good: SignedCheckpoint[]
  bad: { checkpoint: SignedCheckpoint; problem: 'wrongSignature' | 'unknownSeal' }[]
  /** How many of the good ones lean on a certificate of the database itself. */
  leaning: number
}

const names = (certificate: Uint8Array, checkpoint: SignedCheckpoint) =>
  Buffer.compare(sealNameOf(certificate), checkpoint.seal) === 0

/** Which checkpoints the seal really signed; a key with a renewed certificate is the same seal. */
export function judgeSeals(checkpoints: readonly SignedCheckpoint[], { given, own }: Certificates): JudgedSeals {
  const judged: JudgedSeals = { good: [], bad: [], leaning: 0 }
  for (const checkpoint of checkpoints) {
    const signs = (certificate: Uint8Array) => isSealedBy(checkpoint, certificate)
    const isGiven = given.some(signs)
    if (isGiven || own.some(signs)) {
      judged.good.push(checkpoint)
      if (!isGiven) judged.leaning += 1
      continue
    }
    const isNamed = [...given, ...own].some((certificate) => names(certificate, checkpoint))
    judged.bad.push({ checkpoint, problem: isNamed ? 'wrongSignature' : 'unknownSeal' })
  }
  return judged
}
