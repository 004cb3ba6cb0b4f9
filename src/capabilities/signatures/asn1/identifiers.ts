/** Object identifiers of CMS, CAdES, RFC 3161 and X.509, by the names the standards give them. */
export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  title: '2.5.4.12',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  listDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

/**
 * Our own identifiers stand under a UUID, which anyone may register for themselves (ITU-T X.667, arc 2.25).
 * They say "an internal signature of this platform": no official digital signature under the law on e-transactions.
 */
const ours = '2.25.62343489807503604615418719881811083675'
export const internalOids = {
  /** Policy: issued by a tenant's own authority on a confirmed mandate, the key sealed in the signer's browser. */
  internalPolicy: `${ours}.1`,
  /** Extension, UTF8String: the mandate the certificate was issued on. */
  mandate: `${ours}.2`,
  /** Policy: the key is the system's own and attests what it recorded; it speaks for no person. */
  sealPolicy: `${ours}.3`,
} as const

/** SHA-2 only; what is not here is not accepted. */
export const digestNames: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
