import type { Translation } from '#platform/words.ts'
import type { conferenceKinds as vi, minutesKinds as viOfMinutes } from './conference-kinds.vi.ts'

/** A part of `kinds`. */
export const conferenceKinds: Translation<typeof vi> = {
  'conferences.reply': {
    title: (f) => `Answer the invitation to “${f['title']}”`,
    detail: (f) => `Conference on ${f['day']}; come, decline, or send a proxy.`,
    action: 'Answer',
  },
  'conferences.task': {
    title: (f) => `${f['title']}`,
    detail: (f) => `Given to the unit by “${f['conference']}”.`,
    action: 'See and report',
  },
}

/** Tasks of minutes and of what a conference resolved. */
export const minutesKinds: Translation<typeof viOfMinutes> = {
  'minutes.draft': {
    title: (f) => `Draft the minutes: ${f['title']}`,
    detail: (f) => `${f['bloc']}; the draft is made from roll, agenda and decisions; read it, then send it.`,
    action: 'Draft the minutes',
  },
  'minutes.read': {
    title: (f) => `Read and correct the draft minutes: ${f['title']}`,
    detail: (f) => `${f['bloc']}; correct a passage, or agree to the draft.`,
    action: 'Read the draft',
  },
  'minutes.answer': {
    title: (f) => `Answer the corrections of the minutes: ${f['title']}`,
    detail: (_f) => 'Take a correction over or say why not; while one is open nobody can sign.',
    action: 'See the corrections',
  },
  'minutes.sign': {
    title: (f) => `Sign the minutes: ${f['title']}`,
    detail: (_f) => 'Read them and sign, or return them with a reason.',
    action: 'Read and sign',
  },
  'minutes.returned': {
    title: (f) => `Change the minutes: ${f['title']}`,
    detail: (_f) => 'The last version was returned or taken back; see why, change it and send it again.',
    action: 'See and change',
  },
  'resolutions.do': {
    title: (f) => `Carry out ${f['kindEn']} ${f['number']}: ${f['text']}`,
    detail: (f) => `${f['bloc']}; when it is done, report the result with evidence.`,
    action: 'See and report',
  },
  'resolutions.confirm': {
    title: (f) => `Confirm what was done for ${f['kindEn']} ${f['number']}`,
    detail: (f) => `${f['unit']} has reported; look at the result and the evidence, then confirm or return it.`,
    action: 'See and confirm',
  },
}
