import { worksFor, type Actor } from './actor.ts'

interface Separation {
  /** The parts in the same record that bar a person from this duty. */
  readonly notWho: readonly string[]
  /** Whether those who work for a unit that the record is about are barred too. */
  readonly notOfUnit: boolean
}

/** Who may not do what in one record: nobody confirms, verifies, answers or witnesses what is their own. */
export const separations = {
  confirmLegalText: { notWho: ['entered'], notOfUnit: false },
  decideMandate: { notWho: ['asked', 'holds'], notOfUnit: true },
  grantRole: { notWho: ['receives'], notOfUnit: false },
  expectIdentity: { notWho: ['receives'], notOfUnit: false },
  openRecovery: { notWho: ['concerned'], notOfUnit: false },
  confirmRecovery: { notWho: ['concerned', 'opened'], notOfUnit: false },
  letGo: { notWho: ['leaves'], notOfUnit: false },
  // Two witnesses of a signature by pen: not who signed or brought the scan, nor the other one, nor of the units of both.
  witnessSignature: { notWho: ['signed', 'brought', 'witnessed'], notOfUnit: true },
  // An advanced example is confirmed by others than those who nominated it, and never by its own unit.
  confirmExample: { notWho: ['nominated'], notOfUnit: true },
  // A report is verified or returned by others than those who entered or sent it, and never by its own unit.
  verifyReport: { notWho: ['entered', 'sent'], notOfUnit: true },
  decideCorrection: { notWho: ['asked'], notOfUnit: true },
  decideReopening: { notWho: ['asked'], notOfUnit: true },
  // An article is let out by others than those who wrote, changed or sent it.
  publishNews: { notWho: ['wrote', 'changed', 'sent'], notOfUnit: false },
  publishCopy: { notWho: ['made'], notOfUnit: false },
  judgeEvidence: { notWho: ['brought', 'cited'], notOfUnit: true },
  // An objection to an assessor is decided by others than the units that it is about, and who raised it.
  decideObjection: { notWho: ['asked'], notOfUnit: true },
  // A sheet is verified by others than those who entered or sent it, and never by its own unit.
  verifySheet: { notWho: ['entered', 'sent'], notOfUnit: true },
  // A petition is answered by others than who filed it, and by no unit that it is from or about.
  answerPetition: { notWho: ['filed'], notOfUnit: true },
  // A comment on a draft law is decided on by others than who wrote or sent it, and never by its own unit.
  decideComment: { notWho: ['wrote', 'sent'], notOfUnit: true },
  // What came of all comments is published by another person, where one decided on all of them.
  publishOutcome: { notWho: ['decidedAlone'], notOfUnit: false },
  // An opinion that an officer brought is taken by another; an answer is published by another than its writer.
  acceptOpinion: { notWho: ['entered'], notOfUnit: false },
  publishAnswer: { notWho: ['wrote', 'entered'], notOfUnit: false },
  // A digest of opinions is sent by another than who began or finished it.
  sendDigest: { notWho: ['started', 'finished'], notOfUnit: false },
  // A workbook of opinions is entered by another than who brought it.
  confirmOpinions: { notWho: ['brought'], notOfUnit: false },
  // A correction of minutes is taken over or refused by others than who asked for it.
  decideMinutesCorrection: { notWho: ['asked'], notOfUnit: false },
  // What a unit did for a resolution is confirmed by others than who reported it, and never by that unit.
  confirmResolution: { notWho: ['reported'], notOfUnit: true },
  // That a profile for another system is right is said by another person than who entered it.
  confirmExchange: { notWho: ['entered'], notOfUnit: false },
} as const satisfies Record<string, Separation>

export type Duty = keyof typeof separations

/** Which account has which part in the record; nobody is `null`. `units` are those that the record is about. */
type Parts<Of extends Duty> = Readonly<Record<(typeof separations)[Of]['notWho'][number], string | null>> &
  ((typeof separations)[Of]['notOfUnit'] extends true ? { readonly units: readonly string[] } : unknown)

/** Whether this person has no other part in the record: the one question that every deciding command asks. */
export function isApart<Of extends Duty>(
  actor: Actor,
  duty: Of,
  parts: Parts<Of> & { readonly units?: readonly string[] },
): boolean {
  const { notWho }: Separation = separations[duty]
  const held: Readonly<Record<string, string | null | readonly string[]>> = parts
  if (notWho.some((part) => held[part] === actor.account)) return false
  return !(parts.units ?? []).some((unit) => worksFor(actor, unit))
}
