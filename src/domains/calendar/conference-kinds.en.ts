import type { Translation } from '#platform/words.ts'
import type { conferenceKinds as vi } from './conference-kinds.vi.ts'

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
