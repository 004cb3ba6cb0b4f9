/** What a command may answer besides success; `app/errors.tsx` turns each into a page. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly reason: 'not-allowed' | 'sign-in' | 'step-up' | 'second-factor'
  constructor(reason: Forbidden['reason'] = 'not-allowed') {
    super(reason)
    this.reason = reason
  }
}

/** A rule of the field says no. `key` names a sentence in the words of a domain: `agreement.alreadyFrozen`. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation'
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  constructor(key: string, values: Readonly<Record<string, string | number>> = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

/** Someone else was quicker: what they wrote is carried along, so that nothing typed is lost. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly key: string
  readonly theirs: string
  constructor(key: string, theirs = '') {
    super(key)
    this.key = key
    this.theirs = theirs
  }
}

export function demand(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden()
}

export function found<Thing>(thing: Thing | undefined | null): Thing {
  if (thing === undefined || thing === null) throw new NotFound()
  return thing
}
