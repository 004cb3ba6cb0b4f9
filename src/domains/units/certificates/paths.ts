export const certificatePaths = {
  /** Where a person makes the signature for each mandate to sign. */
  mine: '/chu-ky-cua-toi',
  request: (mandate: string) => `/chu-ky-cua-toi/${mandate}`,
  /** One certificate, by its serial number in hex. */
  certificate: (serial: string) => `/chung-thu/${serial}`,
  revoke: (serial: string) => `/chung-thu/${serial}/thu-hoi`,
  /** Public: what the authority has revoked, as RFC 5280 writes it. */
  revocationList: '/kiem-tra/thu-hoi.crl',
}
