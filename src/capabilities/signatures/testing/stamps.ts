import { createHash } from 'node:crypto'
import { oids } from '../asn1/identifiers.ts'
import { element, integer, octets, oid, sequence, setOf } from '../asn1/write.ts'
import { readSignedData } from '../cms/cms-read.ts'
import type { Issued, TestPki } from './pki.ts'
import { withUnsigned } from './rewrite-cms.ts'

/** A time stamp as any certificate might sign it, also one that may not, at any moment: by `openssl cms`. */
async function stamp(pki: TestPki, digest: Uint8Array, { by, at }: { by: Issued; at: Date }): Promise<Uint8Array> {
  const info = sequence(
    integer(1),
    oid('1.2.3.4'),
    sequence(sequence(oid(oids.sha256)), octets(digest)),
    integer(7),
    element(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, ''))),
  )
  const file = await pki.write('info', info)
  const keys = ['-signer', by.pem, '-inkey', by.key, '-certfile', 'issuing.pem', '-cades', '-md', 'sha256']
  const form = ['-nodetach', '-binary', '-econtent_type', oids.timeStampInfo, '-outform', 'DER', '-out', 'token.der']
  await pki.openssl('cms', '-sign', '-in', file, ...keys, ...form)
  return pki.read('token.der')
}

interface Stamp {
  readonly by: Issued
  readonly at: Date
  /** Over something else than the signature. */
  readonly astray?: boolean
}

/** Puts time stamps into a signature; all of one attribute. */
export const stampedBy =
  (pki: TestPki, ...stamps: readonly Stamp[]) =>
  async (cms: Uint8Array): Promise<Uint8Array> => {
    const { signature } = readSignedData(cms).signer
    const tokens: Uint8Array[] = []
    for (const one of stamps) {
      const bytes = one.astray === true ? Buffer.from('khác') : signature
      tokens.push(await stamp(pki, createHash('sha256').update(bytes).digest(), one))
    }
    return withUnsigned(sequence(oid(oids.timeStampToken), setOf(...tokens)))(cms)
  }
