import type { Translation } from '#platform/words.ts'
import type { scoringKinds as vi } from './scoring-kinds.vi.ts'

/** Tasks of cross-scoring and verification. */
export const scoringKinds: Translation<typeof vi> = {
  'scoring.assess': {
    title: (f) => `Cross-score ${f['count']} turns, ${f['round']}`,
    detail: (f) => `${f['bloc']}; answer about conflicts of interest first, then score each criterion.`,
    action: 'Cross-score',
  },
  'scoring.vacant': {
    title: (f) => `Choose assessors for ${f['count']} turns, ${f['round']}`,
    detail: (_f) => 'Someone stepped back for a conflict of interest and nobody is left to take over.',
    action: 'Choose',
  },
  'scoring.objection': {
    title: (f) => `Decide on an objection to an assessor, ${f['round']}`,
    detail: (f) => `${f['bloc']}; read the reason, then uphold or dismiss it.`,
    action: 'Look and decide',
  },
  'scoring.explain': {
    title: (f) => `Explain ${f['codes']} of the sheet “${f['table']}”`,
    detail: (f) => `${f['bloc']}, ${f['round']}; answer and cite evidence.`,
    action: 'Explain',
  },
  'scoring.secondLook': {
    title: (f) => `Look again: explanation of ${f['unit']} about ${f['codes']}`,
    detail: (f) => `${f['round']}; read the answer, then settle it.`,
    action: 'Look again',
  },
  'scoring.accept': {
    title: (f) => `Verify the sheet of ${f['unit']}, ${f['round']}`,
    detail: (f) => `${f['bloc']} has verified it; agree or return it.`,
    action: 'Open the sheet',
  },
  'scoring.sheetReopening': {
    title: (f) => `Decide on reopening the sheet of ${f['unit']}`,
    detail: (f) => `${f['bloc']}, ${f['round']}; a second person agrees or refuses with a reason.`,
    action: 'Look and decide',
  },
  'scoring.petition': {
    title: (f) => `Answer the petition of ${f['unit']} about the result of scoring`,
    detail: (f) => `${f['bloc']}; read the reasons and evidence, then answer with reasons.`,
    action: 'Look and answer',
  },
}
