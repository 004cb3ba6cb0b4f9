export const certificatePaths = {
  /** Where a person makes the signature for each mandate to sign. */
  mine: '/chu-ky-cua-toi',
  request: (mandate: string) => `/chu-ky-cua-toi/${mandate}`,
}
