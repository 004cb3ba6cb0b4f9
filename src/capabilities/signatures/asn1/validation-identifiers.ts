/** Object identifiers of revocation and long-term validation, by the names the standards give them. */
export const validationOids = {
  cmsAlgorithmProtection: '1.2.840.113549.1.9.52',
  adobeRevocation: '1.2.840.113583.1.1.8',
  ocspInCms: '1.3.6.1.5.5.7.16.2',
  ocspBasic: '1.3.6.1.5.5.7.48.1.1',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  ocsp: '1.3.6.1.5.5.7.48.1',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  authorityInformation: '1.3.6.1.5.5.7.1.1',
  crlReason: '2.5.29.21',
  deltaCrl: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  entryIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
} as const
