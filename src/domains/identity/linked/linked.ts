/** Between being sent elsewhere and coming back. */
export const requestMinutes = 10

/** What the other place says of who came from there, once that is proven. */
export interface Told {
  issuer: string
  subject: string
  /** What it calls the person, for pages. */
  label: string
  /** The value by which an administrator may have named the person. */
  claim: string | null
  /** It asked for a second factor in a way that the operator trusts. */
  isStrong: boolean
}
