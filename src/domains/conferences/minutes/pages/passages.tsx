import type { Child } from 'hono/jsx'
import { Details } from '#ui/details.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { isEdited, isOutdated, partsOf, sections, textOf, type FixedPassage, type MinutesSection } from '../minutes.ts'
import type { PassageRow } from '../queries.ts'
import { words } from '../words.ts'

/** The words of a passage: a paragraph a line, points as a list. */
export const PassageText = ({ text }: { text: string }) => (
  <>
    {partsOf(text).map((part) =>
      typeof part === 'string' ? (
        <p>{part}</p>
      ) : (
        <ul>
          {part.map((point) => (
            <li>– {point}</li>
          ))}
        </ul>
      ),
    )}
  </>
)

const Marks = ({ passage }: { passage: PassageRow }) => {
  const t = words(useLocale())
  return (
    <span class="row">
      {passage.is_left_out && <State kind="none">{t.leftOut}</State>}
      {isEdited(passage) && passage.source !== 'hand' && <State kind="open">{t.edited}</State>}
      {isOutdated(passage) && <State kind="late">{t.outdated}</State>}
    </span>
  )
}

const One = ({ passage, acts }: { passage: PassageRow; acts: Child }) => {
  const t = words(useLocale())
  const isBeside = isEdited(passage) && passage.source !== 'hand'
  return (
    <div class="stack" id={`doan-${passage.id}`}>
      {passage.title !== '' && <h3>{passage.title}</h3>}
      <Marks passage={passage} />
      <PassageText text={textOf(passage)} />
      {isBeside && (
        <Details summary={t.generated} quiet>
          {passage.generated === '' ? <p>{t.nothingGenerated}</p> : <PassageText text={passage.generated} />}
        </Details>
      )}
      <p class="mute">{t.sources[passage.source]}</p>
      {acts && <div class="row">{acts}</div>}
    </div>
  )
}

interface PassagesProps {
  passages: readonly PassageRow[]
  /** What the reader may do with one passage. */
  actsOf: (passage: PassageRow) => Child
}

function bySection<Row extends { section: MinutesSection }>(passages: readonly Row[]) {
  return sections
    .map((section) => ({ section, own: passages.filter((passage) => passage.section === section) }))
    .filter(({ own }) => own.length > 0)
}

/** The draft as it stands, each passage with where it comes from. */
export const Passages = ({ passages, actsOf }: PassagesProps) => {
  const t = words(useLocale())
  return (
    <>
      {bySection(passages).map(({ section, own }) => (
        <Sheet title={t.sections[section]}>
          <div class="stack">
            {own.map((passage) => (
              <One passage={passage} acts={actsOf(passage)} />
            ))}
          </div>
        </Sheet>
      ))}
    </>
  )
}

/** Minutes as they were fixed. */
export const FixedPassages = ({ passages }: { passages: readonly FixedPassage[] }) => {
  const t = words(useLocale())
  return (
    <>
      {bySection(passages).map(({ section, own }) => (
        <Sheet title={t.sections[section]}>
          <div class="stack">
            {own.map(({ title, text }) => (
              <div class="stack">
                {title !== '' && <h3>{title}</h3>}
                <PassageText text={text} />
              </div>
            ))}
          </div>
        </Sheet>
      ))}
    </>
  )
}
