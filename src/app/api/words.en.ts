import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  titles: {
    400: 'Bad request',
    401: 'Not authenticated',
    403: 'Not allowed',
    409: 'Still at work',
    412: 'Another version stands',
    415: 'Wrong kind of content',
    422: 'Refused',
    428: 'Condition missing',
    429: 'Too many requests',
  },
  violations: {
    keyMissing: 'The header Idempotency-Key is missing: every write needs a key of its own, 1 to 200 plain characters.',
    keyUsed: 'This Idempotency-Key was used for another request.',
    stillAtWork: 'A request with the same key is at work. Send it again in a few seconds.',
    stale: (values) => `Another version stands (version ${values['version']}). Read again before writing.`,
    notJson: 'The content must be JSON (Content-Type: application/json).',
    notForm: 'The content must be a form with a file (Content-Type: multipart/form-data), the file in “file”.',
    badContent: 'The content is not right; see each field.',
    badQuery: 'The parameters are not right; see each.',
    cursorGone: 'The cursor is no longer good. Read the list from its beginning.',
  },
}
