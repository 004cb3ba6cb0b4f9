import type { KeptDraft, Written } from './kept-draft.ts'
import { slipsIn } from '../reading/syllables.ts'

type KeptDoubt = KeptDraft['doubts'][number]
type Span = readonly [start: number, end: number]

/** A doubt that what was corrected has not answered yet. */
export interface StandingDoubt {
  /** Its place among all doubts of the reading. */
  index: number
  doubt: KeptDoubt
  /** The id of the field it is about; `null` when it is about the text as a whole. */
  field: string | null
  /** What a misspelt word may stand for; one click puts it in. */
  offers: readonly string[]
}

const covers = (outer: Span | null, inner: Span) => outer !== null && outer[0] <= inner[0] && inner[1] <= outer[1]

/** The texts that a person can change, with the ids of their fields, as far as a doubt can be about them. */
function fieldsOf(draft: KeptDraft, list: string): { field: string; text: Written }[] {
  if (list === 'theme') return [{ field: 'theme', text: draft.theme }]
  if (list === 'commitments') {
    return draft.commitments.map(({ id, ...text }) => ({ field: `commitments.${id}`, text }))
  }
  return draft.movements
    .filter((movement) => movement.context !== 'left_out')
    .map(({ id, title }) => ({ field: `movements.${id}.title`, text: title }))
}

const editable = ['theme', 'commitments', 'movements']
const aboutTheWhole = ['kind', 'text']

const asWord = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u')

type Found = Pick<StandingDoubt, 'field' | 'offers'>

/** Of a value that a person can change: a word that is put right is in doubt no longer. */
function inText(draft: KeptDraft, source: string, { field, code }: KeptDoubt, span: Span): Found | null {
  const place = fieldsOf(draft, field).find(({ text }) => covers(text.span, span))
  // A second theme is doubted where it stands, outside the field.
  if (place === undefined) return field === 'theme' ? { field, offers: [] } : null
  if (code !== 'misspelt') return { field: place.field, offers: [] }
  if (!asWord(source.slice(...span)).test(place.text.value)) return null
  const slip = slipsIn(source, place.text.span ?? span).find((found) => found.span[0] === span[0])
  return { field: place.field, offers: slip?.corrections ?? [] }
}

function standing(draft: KeptDraft, source: string, doubt: KeptDoubt): Found | null {
  const { field, span } = doubt
  if (editable.includes(field) && span !== null) return inText(draft, source, doubt, span)
  return { field: aboutTheWhole.includes(field) ? null : field, offers: [] }
}

/** What is still in doubt: not the words that were put right, nor the rows that were taken out. */
export function standingDoubts(draft: KeptDraft, source: string): StandingDoubt[] {
  return draft.doubts.flatMap((doubt, index) => {
    const found = standing(draft, source, doubt)
    return found === null ? [] : [{ index, doubt, ...found }]
  })
}

function withText(draft: KeptDraft, field: string, change: (value: string) => string): KeptDraft {
  const at = (name: string, text: Written) => (name === field ? { ...text, value: change(text.value) } : text)
  return {
    ...draft,
    theme: at('theme', draft.theme),
    commitments: draft.commitments.map((row) => ({ ...row, ...at(`commitments.${row.id}`, row) })),
    movements: draft.movements.map((row) => ({ ...row, title: at(`movements.${row.id}.title`, row.title) })),
  }
}

/** Puts an offered correction in where the misspelt word stands; an offer that is gone changes nothing. */
export function takeOffer(draft: KeptDraft, source: string, taken: { doubt: number; offer: number }): KeptDraft {
  const found = standingDoubts(draft, source).find((one) => one.index === taken.doubt)
  const offer = found?.offers[taken.offer]
  if (!found?.field || !found.doubt.span || offer === undefined) return draft
  const word = asWord(source.slice(...found.doubt.span))
  return withText(draft, found.field, (value) => value.replace(word, offer))
}
