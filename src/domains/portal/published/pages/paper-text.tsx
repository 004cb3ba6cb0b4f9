import type { Block, Paper, Text } from '#capabilities/documents/paper.ts'
import { profiles } from '#capabilities/documents/profiles.ts'

/** The blocks of a paper as HTML: the same words in the same order as in print. */
export const PaperText = ({ paper }: { paper: Paper }) => {
  const motto = profiles[paper.profile].motto.lines
  return (
    <article class="paper-text" lang={paper.language}>
      <header>
        <div class="paper-head">
          <p class="paper-issuer">
            {paper.head.parent.join(' ')}
            <b>{paper.head.body.join(' ')}</b>
          </p>
          <p class="paper-issuer">
            <b>{motto[0]}</b>
            <b>{motto[1]}</b>
          </p>
          <p class="paper-place">{paper.head.placeAndDate}</p>
        </div>
        <p class="paper-title">{paper.title}</p>
        {paper.about && <p class="paper-about">{paper.about}</p>}
      </header>
      {paper.blocks.map((block) => (
        <BlockOfPaper block={block} />
      ))}
    </article>
  )
}

const Words = ({ text }: { text: Text }) => {
  const runs = typeof text === 'string' ? [{ text }] : text
  return <>{runs.map((run) => (run.bold ? <b>{run.text}</b> : run.italic ? <i>{run.text}</i> : run.text))}</>
}

const closed = (line: string, isLast: boolean) => `${line.replace(/[\s.;,]+$/u, '')}${isLast ? '.' : ';'}`

const BlockOfPaper = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'bases':
      return <Bases lines={block.lines} />
    case 'paragraph':
      return (
        <p class="paper-lines">
          <Words text={block.text} />
        </p>
      )
    case 'heading':
      return (
        <h3>
          {block.number} {block.text}
        </h3>
      )
    case 'clauses':
      return <Clauses clauses={block.clauses} />
    case 'table':
      return <PaperTable {...block} />
    case 'parties':
      return <Parties parties={block.parties} />
    case 'picture':
      return <p class="paper-lines">{`${block.caption ?? ''} ${block.alt}`.trim()}</p>
    case 'group':
    default:
      return (
        <>
          {block.blocks.map((inner) => (
            <BlockOfPaper block={inner} />
          ))}
        </>
      )
  }
}

type Of<Kind extends Block['kind']> = Omit<Extract<Block, { kind: Kind }>, 'kind'>

const Bases = ({ lines }: Of<'bases'>) => (
  <>
    {lines.map((line, index) => (
      <p class="paper-basis">{closed(line, index === lines.length - 1)}</p>
    ))}
  </>
)

const Clauses = ({ clauses }: Of<'clauses'>) => (
  <ul class="paper-clauses">
    {clauses.map((clause) => (
      <li>
        <span class="paper-number">{clause.number}</span>
        <div class="paper-lines">
          <Words text={clause.text} />
          {clause.clauses && <Clauses clauses={clause.clauses} />}
        </div>
      </li>
    ))}
  </ul>
)

const Parties = ({ parties }: Of<'parties'>) => (
  <ul class="paper-clauses">
    {parties.map((party) => (
      <li>
        <span class="paper-number">{party.number}</span>
        <div>
          <b>{party.name}</b>
          {party.representative && (
            <>
              <br />
              {[party.representative, party.post].filter(Boolean).join(', ')}
            </>
          )}
        </div>
      </li>
    ))}
  </ul>
)

const PaperTable = ({ columns, rows }: Of<'table'>) => (
  <table class="paper-table">
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col">{column.title}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          {row.map((cell, index) => (
            <td class={columns[index]?.align}>
              <Words text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
