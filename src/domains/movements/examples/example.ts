import type { ExampleKind, ExampleState } from '../../../../db/types.ts'

export type { ExampleKind, ExampleState }

export const exampleKinds = ['collective', 'model', 'person'] as const satisfies ExampleKind[]

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  correct: ['nominated', 'refused'],
  consent: ['nominated', 'confirmed', 'refused'],
  withdraw: ['nominated', 'confirmed', 'refused'],
  judge: ['nominated'],
  publish: ['confirmed'],
  replicate: ['confirmed'],
} as const satisfies Record<string, readonly ExampleState[]>

export type ExampleVerb = keyof typeof allowedIn

export const exampleCan = (verb: ExampleVerb, example: { state: ExampleState }): boolean =>
  (allowedIn[verb] as readonly ExampleState[]).includes(example.state)

/** A person's story is told to nobody outside before the person agreed to it. */
export const needsConsent = (example: { kind: ExampleKind; consent_on: string | null }) =>
  example.kind === 'person' && example.consent_on === null
