import type { Translation } from '#platform/words.ts'
import type { voiceKinds as vi } from './voices.vi.ts'

export const voiceKinds: Translation<typeof vi> = {
  'voices.moderate': {
    title: (f) => `Take ${f['count']} new opinions`,
    detail: (f) => `${f['bloc']}; read them, cover personal data, code them, or refuse them with a reason.`,
    action: 'Read them',
  },
  'voices.answer': {
    title: (f) => `Answer the opinion “${f['title']}”`,
    detail: (f) => `${f['bloc']}; one person drafts, another approves and sends.`,
    action: 'Draft an answer',
  },
  'voices.publish': {
    title: (f) => `Approve the answer to “${f['title']}”`,
    detail: (f) => `${f['bloc']}; not by who drafted it.`,
    action: 'Read and approve',
  },
  'voices.message': {
    title: (f) => `The sender wrote more about “${f['title']}”`,
    detail: (f) => `${f['bloc']}; read it and write back if needed.`,
    action: 'Read it',
  },
}
