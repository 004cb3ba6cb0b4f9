import type { Stretch } from '#capabilities/search/excerpt.ts'
import { formatDay } from '#ui/format.ts'
import type { ShownHit } from '../read-results.ts'

const Marked = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <>{stretches.map(({ text, found }) => (found ? <mark class="found-word">{text}</mark> : text))}</>
)

/** Results of one kind: the name with its address, where it belongs, and why it was found. */
export const FoundList = ({ hits }: { hits: readonly ShownHit[] }) => (
  <ul class="found-list">
    {hits.map((hit) => (
      <li>
        <a href={hit.path}>
          <Marked stretches={hit.title} />
        </a>
        {hit.excerpt.length > 0 && (
          <p>
            <Marked stretches={hit.excerpt} />
          </p>
        )}
        <p class="mute small">{[...hit.beside, ...(hit.day === null ? [] : [formatDay(hit.day)])].join(' · ')}</p>
      </li>
    ))}
  </ul>
)

/** The kinds in the order of their best result; help after what people did. */
export function byKind(hits: readonly ShownHit[]) {
  const kinds = [...Map.groupBy(hits, ({ kind }) => kind)]
  return kinds.toSorted(([one], [other]) => Number(one === 'help') - Number(other === 'help'))
}
