import { nameOf } from './deadlines/name-of.ts'
import type { Translation } from '#platform/words.ts'
import type { kinds as vi } from './kinds.vi.ts'
import { newsKinds } from './kinds/news-kinds.en.ts'
import { conferenceKinds, minutesKinds } from './conference-kinds.en.ts'
import { consultationKinds } from './kinds/consultation-kinds.en.ts'
import { scoringKinds } from './scoring-kinds.en.ts'
import { voiceKinds } from './kinds/voices.en.ts'

const named = (f: Record<string, string>) => nameOf({ naming: f['naming'] ?? '', facts: f }, 'en')

export const kinds: Translation<typeof vi> = {
  'calendar.due': {
    title: named,
    detail: (_f) => 'It is in the calendar of the year.',
    action: 'Open',
  },
  'calendar.headDue': {
    title: named,
    detail: (_f) => 'For the head of the bloc; it is in the calendar of the year.',
    action: 'Open',
  },
  'agreement.dates': {
    title: (f) => `Put ${f['count']} dates of the agreement into the calendar`,
    detail: (f) => `Read in the clauses on organisation of “${f['title']}”; confirm each of them.`,
    action: 'Look and confirm',
  },
  'blocs.secretaryLeft': {
    title: (f) => `Name another secretary of ${f['bloc']}, ${f['year']}`,
    detail: (f) => `${f['person']} has left and is secretary no more.`,
    action: 'Name a secretary',
  },
  'identity.recoveryOpened': {
    title: (f) => `Confirm the recovery of the account of ${f['person']}`,
    detail: (f) => `${f['opener']} met them and saw a paper; a second person must meet them too and confirm.`,
    action: 'See and confirm',
  },
  'mandates.asked': {
    title: (f) => `Decide on a mandate of ${f['unit']}`,
    detail: (f) => `Asked for ${f['person']}; compare it with the letter, then confirm or refuse.`,
    action: 'Look and decide',
  },
  'mandates.refused': {
    title: (f) => `A mandate of ${f['unit']} was refused`,
    detail: (f) => `Asked for ${f['person']}; see the reason and send it again if needed.`,
    action: 'See the reason',
  },
  'mandates.ended': {
    title: (f) => `A mandate of ${f['unit']} has ended`,
    detail: (f) => `From ${f['over']} on, ${f['person']} no longer signs or votes for the unit under it.`,
    action: 'See the mandate',
  },
  'mandates.ending': {
    title: (f) => `${f['person']}’s mandate ends soon`,
    detail: (f) =>
      `From ${f['over']}, ${f['person']} no longer signs for ${f['unit']}. Ask for a new mandate with its document in time.`,
    action: 'Ask for a new mandate',
  },
  'mandates.certificateRevoked': {
    title: (f) => `Your certificate at ${f['unit']} was revoked`,
    detail: () => 'The reason stands in the history of the mandate; to sign again, make a new signature.',
    action: 'See the reason',
  },
  'blocs.headWanted': {
    title: (f) => `Choose the head of ${f['year']}`,
    detail: (f) => `${f['bloc']} has no unit that leads it.`,
    action: 'Choose the head',
  },
  'blocs.memberEnded': {
    title: (f) => `${f['unit']} has ended`,
    detail: (f) => `From ${f['day']} on it is no member, by ${f['document']}.`,
    action: 'See the members',
  },
  'blocs.handedOn': {
    title: (f) => `Taken over: ${f['workEn']}`,
    detail: (f) => `Left open by ${f['bloc']} ${f['year']}, closed by reorganisation.`,
    action: 'See the former work',
  },
  'reports.due': {
    title: (f) => `Send the report ${f['periodEn']}`,
    detail: (f) => `${f['bloc']}; fill in each target and send it to the head.`,
    action: 'Fill in the report',
  },
  'reports.sent': {
    title: (f) => `Review the report ${f['periodEn']} of ${f['unit']}`,
    detail: (f) => `${f['bloc']}; read the figures, then verify or return it with a reason.`,
    action: 'See the report',
  },
  'reports.returned': {
    title: (f) => `Mend the returned report ${f['periodEn']}`,
    detail: (f) => `Reason: ${f['reason']}`,
    action: 'Mend the report',
  },
  'reports.correction': {
    title: (f) => `Decide on correcting a verified figure of ${f['unit']}`,
    detail: (f) => `Report ${f['periodEn']}; compare old and new figure and the reason.`,
    action: 'See and decide',
  },
  'reports.reopening': {
    title: (f) => `Decide on reopening ${f['periodEn']}`,
    detail: (f) => `${f['bloc']}; a second person agrees or refuses with a reason.`,
    action: 'See and decide',
  },
  ...scoringKinds,
  ...minutesKinds,
  ...conferenceKinds,
  ...voiceKinds,
  ...consultationKinds,
  ...newsKinds,
  'scoring.selfDue': {
    title: (f) => `Self-score by “${f['table']}”`,
    detail: (f) => `${f['bloc']}, ${f['round']}; fill in points, reasons and evidence, then the leader sends it.`,
    action: 'Score',
  },
  'scoring.returned': {
    title: (f) => `Mend the returned sheet “${f['table']}”`,
    detail: (f) => `Reason: ${f['reason']}`,
    action: 'Mend the sheet',
  },
  'handover.draft': {
    title: (f) => `Draw up the hand-over to ${f['receiving']}`,
    detail: () => 'The head has changed; draw up the record, fix it, then both sides sign.',
    action: 'Hand over',
  },
  'handover.returned': {
    title: (f) => `The hand-over to ${f['receiving']} was returned`,
    detail: () => 'Read the reason in the earlier versions, mend it and fix it again.',
    action: 'Read and mend',
  },
  'handover.sign': {
    title: (f) => `Sign the hand-over from ${f['giving']} to ${f['receiving']}`,
    detail: () => 'Compare what it holds, then sign or return it with a reason.',
    action: 'Read and sign',
  },
  'blocs.takenOver': {
    title: (f) => `Taken over: ${f['workEn']}`,
    detail: (f) => `Left open by ${f['giving']} in ${f['bloc']} ${f['year']}.`,
    action: 'See the old task',
  },
  'evidence.more': {
    title: (f) => `Bring more evidence for ${f['subject']}`,
    detail: (f) => `“${f['title']}”: ${f['asked']}`,
    action: 'Look and add',
  },
  'evidence.judge': {
    title: (f) => `Judge ${f['count']} pieces of evidence of ${f['unit']}`,
    detail: (f) => `${f['bloc']}; open each and find it valid, or ask for more.`,
    action: 'See the evidence',
  },
  'movements.join': {
    title: (f) => `Take part in the movement “${f['title']}”`,
    detail: (_f) => 'Taking part is voluntary; a registration carries the unit’s plan.',
    action: 'Register',
  },
  'movements.review': {
    title: (f) => `Write the result of the ${f['review']} review of “${f['title']}”`,
    detail: (_f) => 'Once it was held, write its day and its result.',
    action: 'Write the result',
  },
  'movements.carry': {
    title: (f) => `Carry movements over to ${f['year']}`,
    detail: (f) => `${f['count']} movements of last year go on.`,
    action: 'See and carry over',
  },
  'examples.judge': {
    title: (f) => `Confirm an example that ${f['unit']} nominated`,
    detail: (_f) => 'Read the story, look at the evidence, then confirm it or give it back with a reason.',
    action: 'See',
  },
  'activities.report': {
    title: (f) => `Report the activity “${f['title']}”`,
    detail: (f) => `Planned until ${f['day']}; report people, money and result.`,
    action: 'Report',
  },
  'activities.plan': {
    title: (f) => `Plan an activity for: ${f['name']}`,
    detail: (f) => `The great day of ${f['day']} comes near and the bloc has nothing planned.`,
    action: 'Plan',
  },
  'targets.adopted': {
    title: (f) => `See the emulation targets of ${f['year']}`,
    detail: (f) => `${f['bloc']} put ${f['count']} targets in force; units report on them.`,
    action: 'See the targets',
  },
  'targets.consent': {
    title: (f) => `Answer the proposed change of target ${f['code']}`,
    detail: (f) => `${f['name']}. Proposed by ${f['person']}; the leader consents or refuses with a reason.`,
    action: 'See and answer',
  },
  'targets.changeAgreed': {
    title: (f) => `All units consented to the change of target ${f['code']}`,
    detail: (f) => `${f['name']}: the change is applied.`,
    action: 'See',
  },
  'targets.changeRefused': {
    title: (f) => `The change of target ${f['code']} was refused`,
    detail: (f) => `${f['name']}: the target stays as signed; see the reason.`,
    action: 'See the reason',
  },
  'agreement.draft': {
    title: (f) => `Draft “${f['title']}”`,
    detail: () => 'When it is done, check it and fix the text so that the units can sign.',
    action: 'Go on drafting',
  },
  'agreement.refused': {
    title: (f) => `A unit refuses to sign “${f['title']}”`,
    detail: () => 'Read the reason, talk with the unit, then open a new version.',
    action: 'Read the reason',
  },
  'agreement.withdrawn': {
    title: (f) => `A unit took its signature back from “${f['title']}”`,
    detail: () => 'See why, talk to the unit, then open a new version.',
    action: 'See why',
  },
  'agreement.expired': {
    title: (f) => `The time to sign “${f['title']}” is over`,
    detail: () => 'Give more time with a reason, or open a new version.',
    action: 'Go on with it',
  },
  'agreement.witness': {
    title: (f) => `Witness the signature on paper of ${f['unit']}`,
    detail: (f) => `“${f['title']}”, signed by ${f['signer']}; compare the scan with the fixed text.`,
    action: 'See the scan',
  },
  'agreement.scanBrought': {
    title: () => 'The head has sent a scan of your unit’s signature on paper',
    detail: (f) => `“${f['title']}”, signed by ${f['signer']}. If your unit has not signed, tell the head at once.`,
    action: 'See the scan',
  },
  'agreement.scanRefused': {
    title: (f) => `The scan of ${f['unit']} was not confirmed`,
    detail: (f) => `“${f['title']}”; see why and send another scan.`,
    action: 'Send another',
  },
  'agreement.sign': {
    title: (f) => `Sign “${f['title']}”`,
    detail: (f) => `Signer: ${f['signer']}.`,
    action: 'Read and sign',
  },
}
