const aDigest = '[0-9a-f]{64}'

/** DER in hex, member by member of the SET that `signedAttributesOf` writes. */
const members = [
  // content-type: data
  '301806092a864886f70d010903310b06092a864886f70d010701',
  // message-digest: SHA-256 of the paper
  `302f06092a864886f70d01090431220420${aDigest}`,
  // signing-certificate-v2: SHA-256 of the signer's certificate
  `3037060b2a864886f70d010910022f31283026302430220420${aDigest}`,
]

const shape = new RegExp(`^318184${members.join('')}$`)

/**
 * Whether these bytes are the attributes of a signature on a paper and can be nothing else: neither a certificate, nor a
 * proof that a key is held, nor a bare hash. Asked in the signer's browser before the key is used; which paper it is,
 * only the finished file shows.
 */
export function isPaperAttributes(bytes: Uint8Array): boolean {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return shape.test(hex)
}
