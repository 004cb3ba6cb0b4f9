import type { Translation } from '#platform/words.ts'
import type { newsKinds as vi } from './news-kinds.vi.ts'

/** Tasks of articles for the portal. */
export const newsKinds: Translation<typeof vi> = {
  'news.review': {
    title: (f) => `Review the article “${f['title']}”`,
    detail: (f) => `Written by ${f['writer']}; read it, see its pictures and consents, then publish or send it back.`,
    action: 'Read and decide',
  },
  'news.mend': {
    title: (f) => `Mend the article “${f['title']}”`,
    detail: (f) => `It was sent back: ${f['reason']}`,
    action: 'Edit',
  },
  'news.keeping': {
    title: (f) => `Look again at “${f['title']}”: its time is over`,
    detail: (f) => `Kept until ${f['day']}; keep it longer with a reason, or take it down.`,
    action: 'Look and decide',
  },
}
