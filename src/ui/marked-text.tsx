import { classes } from './classes.ts'
import { innermost, markedSegments, type Segment, type Span } from './marked-segments.ts'

type MarkedTextProps = {
  text: string
  spans: readonly Span[]
  /** The address of what was read: the field's anchor, such as `#ngay-ky`. */
  fieldHref: (span: Span) => string
}

/** Where a field's link into the text goes. */
export const spanAnchor = (id: string) => `doan-${id}`

/** A text whose marked stretches lead to the fields that were read from them, and can be led to. */
export const MarkedText = ({ text, spans, fieldHref }: MarkedTextProps) => (
  <div class="marked-text">
    {markedSegments(text, spans).map((segment) =>
      segment.spans.length === 0 ? segment.text : <MarkedSegment segment={segment} fieldHref={fieldHref} />,
    )}
  </div>
)

const MarkedSegment = (props: { segment: Segment; fieldHref: (span: Span) => string }) => {
  const { segment } = props
  const span = innermost(segment.spans)
  if (!span) return <>{segment.text}</>
  const others = segment.begins.filter((other) => other.id !== span.id)
  return (
    <>
      {others.map((other) => (
        <span class="anchor" id={spanAnchor(other.id)} />
      ))}
      <mark
        class={classes('mark', segment.spans.length > 1 && 'deep', segment.spans.some((each) => each.doubt) && 'doubt')}
        id={segment.begins.includes(span) ? spanAnchor(span.id) : undefined}
      >
        <a href={props.fieldHref(span)} title={segment.spans.map((each) => each.label).join(' · ')}>
          {segment.text}
        </a>
      </mark>
    </>
  )
}
